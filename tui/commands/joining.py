"""Two records that are one, and what else a merge can leave."""

from typing import TYPE_CHECKING

from storage.records.fields import FIELDS, type_of
from tui.commands.editing import read
from tui.commands.needs import OnFile, OnWritable
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Join(OnWritable):
    """Let another record of the same kind stand for the one that is read."""

    id = "join"
    keys = ("J",)

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        reason = super().available(screen)
        if reason is not None or screen.reading is None:
            return reason
        joins = "joined" in FIELDS.get(type_of(screen.reading.record), ())
        return None if joins else say("reason.never_joined")

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        join(screen, read(screen))


def join(screen: "MainScreen", record: str, into: str | None = None) -> None:
    """Ask with what a record is to be joined; ``into`` is proposed."""
    from tui.forms.edit.join_form import JoinForm

    screen.open_form(JoinForm(screen.store, record, screen.drafts, into), large=True)


class Problems(OnFile):
    id = "problems"
    keys = ("P",)
    group = "look"
    now_only = True

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        reason = super().available(screen)
        return reason or (say("reason.no_problems") if screen.problems.wrong == 0 else None)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.problems.screen import ProblemsScreen

        found = ProblemsScreen(screen.store, screen.last_year)
        screen.app.push_screen(found, screen.from_problems)
