"""What a new arrangement is asked: its title, its period, what codes begin with, and its file."""

import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from seed.beginning import Period, period_of, prefix_of
from storage.errors import Refused
from storage.store import Store
from storage.text import typed
from tui.draw.spans import Line, clean, cut, quiet
from tui.forms.model.answer import Answer
from tui.forms.model.form_state import FormState
from tui.locale import say
from tui.user import recent
from tui.words.terms import term_kept

ENDING = ".db"


class PeriodAnswer(Answer):
    """A period in any words; how it is read stands under it."""

    def period(self) -> Period | None:
        """Its first and last day. Raises Refused."""
        return period_of(self.text, date.today())

    def read(self) -> object:
        self.period()
        return super().read()

    @property
    def aside(self) -> str:
        try:
            days = self.period()
        except Refused:
            return say("begin.period_unread")
        return term_kept({"from": days[0], "to": days[1]}, None) if days else ""


class FollowingAnswer(Answer):
    """A line that says what follows from another one, until someone types in it."""

    def __init__(self, key: str, label: str, hint: str, follows: Callable[[], str]) -> None:
        self._follows = follows
        super().__init__(key, label, None, hint)

    @property
    def said(self) -> str:
        """What was typed, or else what follows."""
        return self.text.strip() or self._follows()

    @property
    def hint(self) -> str:
        return self._follows() or super().hint

    def lines(self, width: int) -> Iterable[Line]:
        return super().lines(width) if self.text else [[quiet(cut(clean(self.hint), width))]]


class FileAnswer(FollowingAnswer):
    """The file: a name in the folder, or a whole path."""

    def __init__(self, folder: Path, follows: Callable[[], str]) -> None:
        self._folder = folder
        super().__init__("file", say("begin.file"), "", follows)

    @property
    def path(self) -> Path:
        """Where the file comes."""
        path = self._folder / os.path.expanduser(self.said)
        return path if path.suffix else path.with_suffix(ENDING)

    @property
    def aside(self) -> str:
        return say("begin.folder", folder=clean(str(self.path.parent))) if self.said else ""


class Beginning(FormState):
    """The answers together; ``folder`` is where the file comes if no other place is typed."""

    def __init__(self, folder: Path) -> None:
        self.title = Answer("title", say("begin.title"), None, say("begin.title_hint"))
        self.period = PeriodAnswer("period", say("begin.period"), None, say("begin.period_hint"))
        self.prefix = FollowingAnswer(
            "prefix", say("begin.prefix"), say("begin.prefix_hint"), self._short
        )
        self.file = FileAnswer(folder, self._name)
        super().__init__("arrangement", [[self.title, self.period, self.prefix], [self.file]], None)

    def make(self) -> Path:
        """Make the file; gives its path. Raises Refused, and then there is none."""
        from seed.beginning import begin
        from seed.seed_acts import acts_of

        path = self.file.path
        seed = begin(self.title.text, date.today(), self.prefix.said, self.period.period())
        Store.create(path, seed.arrangement, acts_of(seed))
        recent.remember_file(path, seed.arrangement)
        return path

    def _short(self) -> str:
        return prefix_of(typed(self.title.text)) if self.title.text.strip() else ""

    def _name(self) -> str:
        letters = "".join(one if one.isalnum() else "-" for one in self.title.text.strip().lower())
        name = "-".join(part for part in letters.split("-") if part)
        return f"{name}{ENDING}" if name else ""
