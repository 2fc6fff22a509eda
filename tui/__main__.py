"""`arrangement`, also `python -m tui`: the screen, or with words behind it a command."""

import atexit
import gc
import os
from contextlib import suppress
from typing import TYPE_CHECKING

gc.set_threshold(100_000)  # importing makes many objects and hardly any rubbish
atexit.register(gc.freeze)  # nor is the end a moment to look for what ends with it
# A move paints the list, then the page: at 60 a second the page would wait for its turn.
os.environ.setdefault("TEXTUAL_FPS", "240")

from storage.errors import Refused  # noqa: E402 - after the lines above
from tui.cli.group import cli, crashed  # noqa: E402
from tui.cli.stderr import tell  # noqa: E402
from tui.locale import say  # noqa: E402

if TYPE_CHECKING:
    from tui.cli.session import Session

USUAL = 2_000  # objects between collections while the screen is open


def open_screen(session: "Session") -> int:
    """Show the file on the screen, and any other that is gone on with; gives the exit code."""
    with suppress(Refused):  # the screen tries again, and shows why not
        session.fill()
    session.tell_made()
    from tui.app import ArrangementApp

    gc.freeze()  # what was imported lives on: the first collection need not walk all of it
    gc.set_threshold(USUAL)
    while True:
        app = ArrangementApp(
            session.path, session.lang, session.by, plain=session.plain, fill=session.fill,
            told=session.told, follow=session.follow,
        )  # fmt: skip
        app.run()
        session.tell_made()
        if session.begun:
            tell(say("cli.opens", path=session.path))
        if app.next is None or app.crashed:
            return crashed(app.crashed) if app.crashed else app.return_code or 0
        session = session.at(app.next)
        session.begun = True


def main() -> None:
    """Do what the command line asks and end with its exit code."""
    cli(obj=open_screen)


if __name__ == "__main__":
    main()
