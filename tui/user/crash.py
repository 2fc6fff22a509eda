"""An error of the program itself: kept whole in a file, and told in a few lines."""

import platform
import textwrap
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from traceback import format_exception

from storage.errors import Refused
from storage.files.atomic import write_own
from storage.text import shown
from tui.locale import say

WIDTH = 72


class Crashed(Exception):  # noqa: N818 - what has happened
    """The program ended on this error; its traceback was written down, where that was possible."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(str(error))
        self.error = error
        self.kept = _keep(error)

    def lines(self) -> Iterator[str]:
        """What happened, what became of the work, where the whole story stands, how to go on."""
        yield from _wrapped(say("crash.what", kind=type(self.error).__name__))
        yield from _wrapped(say("crash.whole"))
        if self.kept is None:
            yield from _wrapped(say("crash.not_kept"))
            yield from shown("".join(format_exception(self.error))).splitlines()
        else:
            yield from _wrapped(say("crash.kept"))
            yield f"  {shown(str(self.kept))}"
        yield from _wrapped(say("crash.again"))

    def __rich__(self) -> str:
        """What Textual prints when it ends on an error: nothing, the command tells the lines."""
        return ""


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH)


def _keep(error: BaseException) -> Path | None:
    """Write the traceback down, without the values of variables; None where that fails."""
    from platformdirs import user_log_path

    now = datetime.now()
    path = user_log_path("arrangement", appauthor=False) / f"fout-{now:%Y-%m-%d-%H%M%S}.txt"
    begin = f"{now:%Y-%m-%d %H:%M:%S}, Python {platform.python_version()}, {platform.platform()}\n"
    try:
        text = "".join([begin, *format_exception(error)])
        write_own(path, text.encode("utf-8", "backslashreplace"))
    except Refused:
        return None
    return path
