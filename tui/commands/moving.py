"""Moving: between the panes, to what is in sight, to where one was."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.needs import OnFile, OnRecord
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Enter(OnFile):
    id = "enter"
    keys = ("enter",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.navigation.enter()


class Back(Command):
    id = "back"
    keys = ("escape",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.back()


class NextPane(Command):
    id = "next_pane"
    keys = ("tab",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.navigation.step_pane(1)


class PreviousPane(Command):
    id = "previous_pane"
    keys = ("shift+tab",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.navigation.step_pane(-1)


class Jump(OnFile):
    """A letter at everything in sight that one can go to."""

    id = "jump"
    keys = ("f",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.jump()


class Behind(OnFile):
    """Where one was before."""

    id = "behind"
    keys = ("left_square_bracket",)
    group = "move"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        return super().available(screen) or _way(bool(screen.navigation.trail.behind))

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.navigation.travel(back=True)


class Ahead(OnFile):
    """Where one came back from."""

    id = "ahead"
    keys = ("right_square_bracket",)
    group = "move"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        return super().available(screen) or _way(bool(screen.navigation.trail.ahead))

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.navigation.travel(back=False)


class Mark(OnRecord):
    """Put a bookmark at what is read, or take it away."""

    id = "mark"
    keys = ("b",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.bookmarks.toggle()


class Marks(OnFile):
    """Go to a bookmark."""

    id = "marks"
    keys = ("B",)
    group = "move"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        none = None if screen.state.marks else say("reason.no_marks")
        return super().available(screen) or none

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.bookmarks.choose()


class Whole(OnFile):
    """Go to the page of the arrangement itself, which stands in no list."""

    id = "whole"
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.go_to(f"arrangement/{screen.store.arrangement}")


def _way(there: bool) -> str | None:
    return None if there else say("reason.no_way")


def _pane(number: int) -> type[Command]:
    """The command that goes to one pane by its digit."""

    class ToPane(Command):
        id = f"pane_{number}"
        keys = (str(number),)
        group = "move"

        @classmethod
        def available(cls, screen: "MainScreen") -> str | None:
            return None if number in screen.panes.order else say("reason.too_narrow")

        @classmethod
        def run(cls, screen: "MainScreen") -> None:
            screen.go_pane(number)

    return ToPane


TO_PANES: tuple[type[Command], ...] = tuple(_pane(number) for number in (1, 2, 3, 0, 4, 5))
