"""What the list is narrowed to, and how it is put in order."""

from typing import TYPE_CHECKING

from storage.records.fields import type_of
from tui.commands.base import Command
from tui.commands.needs import OnFile, OnRecord
from tui.locale import say
from tui.user.state import FILTERS

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class View(OnFile):
    id = "view"
    keys = ("t",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.filters.next_view()


class Ours(OnFile):
    """Only what my organisation is trekker or uitvoerder of, and back to all."""

    id = "ours"
    keys = ("w",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.filters.ours()


class ChooseOurs(OnFile):
    """Which organisation "van ons" stands for."""

    id = "choose_ours"
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.filters.choose_ours()


class Arrange(OnFile):
    """Headings and order of the list."""

    id = "arrange"
    keys = ("r",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.filters.choose_order()


class These(OnRecord):
    """The agreements of the region, programme or organisation that is read."""

    id = "these"
    keys = ("l",)
    group = "look"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        wrong = type_of(screen.record or "") not in FILTERS
        return super().available(screen) or (say("reason.no_list") if wrong else None)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        if screen.record is not None:
            screen.filters.narrow_to(screen.record)


class ClearFilter(OnFile):
    """Take away the last filter."""

    id = "clear_filter"
    keys = ("backspace",)
    group = "look"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        return super().available(screen) or (
            None if screen.lists.chips() else say("reason.no_filter")
        )

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.action_do(screen.lists.chips()[-1].command)


def _clear(name: str) -> type[Command]:
    """The command that takes one filter away: what a click on its chip does."""

    class Clear(OnFile):
        id = f"clear_{name}"
        group = "look"

        @classmethod
        def available(cls, screen: "MainScreen") -> str | None:
            there = any(chip.command == cls.id for chip in screen.lists.chips())
            return super().available(screen) or (None if there else say("reason.no_filter"))

        @classmethod
        def run(cls, screen: "MainScreen") -> None:
            screen.filters.clear(name)

    return Clear


CLEARS: tuple[type[Command], ...] = tuple(
    _clear(name) for name in ("region", "programme", "party", "heads", "sort")
)
