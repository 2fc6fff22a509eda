"""What happened, and how it stood: the whole history, what changed since, time travel."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class WholeHistory(OnFile):
    id = "whole_history"
    keys = ("H",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.history.screen import WholeHistoryScreen

        screen.app.push_screen(WholeHistoryScreen(screen.store), screen.looked_back)


class UndoList(OnFile):
    """What I can take back, each with what that would do."""

    id = "undo_list"
    keys = ("U",)
    group = "edit"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.history.screen import UndoListScreen

        screen.app.push_screen(UndoListScreen(screen.store), screen.looked_back)


class ChangedSince(OnFile):
    """What is different now from how it stood at a moment."""

    id = "changed_since"
    keys = ("S",)
    group = "look"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.choose_since()


class TimeTravel(OnFile):
    """How it stood; there the keys of the time line."""

    id = "past"
    keys = ("T",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.travel.begin()


class _InPast(OnFile):
    group = "look"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        return super().available(screen) or (None if screen.travel.on else say("reason.not_past"))


class DayBefore(_InPast):
    """To the day before on which something happened."""

    id = "day_before"
    keys = ("left",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.travel.slider.move(-1)


class DayAfter(_InPast):
    """To the next day on which something happened."""

    id = "day_after"
    keys = ("right",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.travel.slider.move(1)


class Known(_InPast):
    """By what was known here then, instead of by when it was said; and back. On the time line,
    where letters are typed, the other key does it."""

    id = "known"
    keys = ("K", "f6")

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.travel.turn_known()


class ToNow(_InPast):
    """Back to how it stands now."""

    id = "to_now"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.to_now()


PAST: tuple[type[OnFile], ...] = (
    *(WholeHistory, ChangedSince, TimeTravel),
    *(DayBefore, DayAfter, Known, ToNow),
)
