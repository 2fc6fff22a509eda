"""The file that the commands of one run work on: where it is, opening it, filling a new one."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import SPOILT, Refused
from storage.files.file_errors import check_folder, make_folder
from tui.cli.stderr import tell
from tui.locale import say
from tui.user import recent

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
        self.begun = False
        """Whether the file was made on the screen just now."""
        self.show: Callable[[], int] = lambda: 0
        """What shows the file on the screen until someone leaves it; gives the exit code."""
        self.follow = ""
        """The id of the meeting that the screen follows."""
        self._made = self._filled = False

    @contextmanager
    def open(self) -> Iterator["Store"]:
        """The file, filled with Oost where none stands yet.

        Raises Refused for whatever goes wrong in it.
        """
        from seed.releases import brought_lines
        from storage.store import Store

        self.fill()
        self.tell_made()
        with closing(Store.open(self.path, self.by, brought_lines)) as store, _called(store):
            self.tell_which(store.arrangement)
            yield store
            _caution(store)

    @contextmanager
    def judged(self) -> Iterator[None]:
        """Within it the file is read, and what was read is told."""
        from storage.tables.damage import judged

        try:
            with judged(self.path):
                yield
        except Refused as refused:
            raise self._with_copy(refused) from refused

    def fill(self) -> None:
        """Make the file with the arrangement of Oost, unless one stands there."""
        if os.path.exists(self.path):  # False also for a name that no file can have
            return
        self.check_folder()
        from seed.releases import ARRANGEMENT, oost
        from storage.store import Store

        Store.create(self.path, ARRANGEMENT, oost())
        self._made = self._filled = True

    @contextmanager
    def on_trial(self, arrangement: str) -> Iterator["Store"]:
        """A new, empty file of an arrangement, which is not there when what comes in is refused."""
        from storage.store import Store

        Store.create(self.path, arrangement)
        try:
            with self.open() as store:
                yield store
        except BaseException:
            self.path.unlink(missing_ok=True)
            raise

    def tell_made(self) -> None:
        """Say which file was made, and of what; not while the screen has stderr."""
        if self._made:
            tell(say("cli.made_oost", path=self.path))
            self._made = False

    def told(self, arrangement: str) -> str:
        """What the screen says of its file when that opens: that it was made, or which it is
        where none was named and this user has another arrangement; "" where nothing need be said.
        One that was named is remembered."""
        if self.given:
            recent.remember_file(self.path, arrangement)
        if self.begun:
            return say("toast.begun", name=self.path.name)
        if self._filled:
            return say("toast.made_oost", name=self.path.name)
        if not self.given and recent.others(arrangement):
            return say("toast.without_db", name=self.path.name)
        return ""

    def tell_which(self, arrangement: str) -> None:
        """Say which file is used where none was named and this user has another arrangement;
        remember one that was named."""
        if self.given:
            recent.remember_file(self.path, arrangement)
        elif others := recent.others(arrangement):
            tell(say("cli.without_db", path=self.path, others=", ".join(map(str, others))))

    def _with_copy(self, refused: Refused) -> Refused:
        """The same; where the file is spoilt, with the copy that one can go on with."""
        from storage.backups.daily_copies import newest

        if refused.key not in SPOILT or refused.details.get("path") != self.path:
            return refused
        copy = newest(self.path)
        if copy is None:
            return refused
        file = f'--db "{self.path}" ' if self.given else ""
        details = {**refused.details, "copy": copy.path, "day": copy.day, "file": file}
        return Refused(refused.key, **details)

    def at(self, path: Path) -> "Session":
        """The same for a file elsewhere."""
        return Session(path, self.by, lang=self.lang, plain=self.plain)

    def check_folder(self) -> None:
        """The folder of a file that was named must be there; the default one is made."""
        if self.given:
            check_folder(self.path)
        else:
            make_folder(self.path)

    def keep_clear(self, target: Path) -> None:
        """Refuse to write something else over the file itself."""
        if target.exists() and self.path.exists() and target.samefile(self.path):
            raise Refused("own_file", path=target)


def default_path() -> Path:
    """Where the arrangement lies when nothing else is said: the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("arrangement", appauthor=False) / DEFAULT_NAME


@contextmanager
def _called(store: "Store") -> Iterator[None]:
    """Within it headings are called as the document of this file calls them."""
    from tui.words import locator

    def called() -> locator.Names:
        from seed.document.heading_names import called

        return called(store)

    locator.call_by(called)
    try:
        yield
    finally:
        locator.call_by(None)


def _caution(store: "Store") -> None:
    """What to know of the file: always that it is not safe as it is, the rest for who has just
    changed something in it."""
    if not (store.wrote or store.connection.in_wal):
        return
    from tui.user import cautions

    found = [cautions.in_wal(store)]
    if store.wrote:
        found += [cautions.no_copy(store), cautions.synced(store.path, daily=True)]
    for told in found:
        if told is not None:
            tell(told)
