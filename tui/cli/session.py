"""The file that the commands of one run work on: where it is, opening it, filling a new one."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import Refused
from tui.cli.words import tell
from tui.locale import say

if TYPE_CHECKING:
    from storage.store import Store

DEFAULT_NAME = "oost-2014-2016.db"


class Session:
    """What the options before the command say: which file, who writes, how to print."""

    def __init__(
        self,
        db: Path | None,
        by: str | None,
        *,
        lang: str | None,
        plain: bool,
    ) -> None:
        self.given = db is not None
        self.path = db or default_path()
        self.by = by
        self.lang = lang
        self.plain = plain

    @contextmanager
    def open(self) -> Iterator["Store"]:
        """The file, filled with Oost where none stands yet.

        Raises Refused for whatever goes wrong in it.
        """
        from storage.store import Store

        self.fill()
        with closing(Store.open(self.path, self.by)) as store:
            yield store

    def fill(self) -> None:
        """Make the file with the arrangement of Oost, and say so, unless one stands there."""
        if self.path.exists():
            return
        self.check_folder()
        from seed.acts import ARRANGEMENT, oost
        from storage.store import Store

        Store.create(self.path, ARRANGEMENT, oost())
        tell(say("cli.made", path=self.path))

    def at(self, path: Path) -> "Session":
        """The same for a file elsewhere."""
        return Session(path, self.by, lang=self.lang, plain=self.plain)

    def check_folder(self) -> None:
        """The folder of a file that was named must be there; the default one is made."""
        if self.given:
            if not self.path.parent.is_dir():
                raise Refused("no_folder", path=self.path.parent)
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Refused("cannot_write", path=self.path, reason=error.strerror) from error

    def keep_clear(self, target: Path) -> None:
        """Refuse to write something else over the file itself."""
        if target.exists() and self.path.exists() and target.samefile(self.path):
            raise Refused("own_file", path=target)


def default_path() -> Path:
    """Where the arrangement lies when nothing else is said: the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("arrangement", appauthor=False) / DEFAULT_NAME
