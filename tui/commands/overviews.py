"""The overviews, and getting about in them."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.needs import OnFile

if TYPE_CHECKING:
    from tui.screens.main import MainScreen
    from tui.screens.overviews.screen import Overview


class ToMatrix(OnFile):
    id = "matrix"
    keys = ("m",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.overviews.matrix_screen import MatrixScreen

        region, programme = screen.lists.filter.region, screen.lists.filter.programme
        screen.overview(MatrixScreen(screen.store, screen.last_year, region, programme))


class ToParties(OnFile):
    id = "parties"
    keys = ("W",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen | Overview") -> None:
        from tui.screens.overviews.parties_screen import PartiesScreen

        screen.overview(PartiesScreen(screen.store, screen.last_year))


class ToStanding(OnFile):
    id = "standing"
    keys = ("D",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen | Overview") -> None:
        from tui.screens.overviews.standing_screen import StandingScreen

        screen.overview(StandingScreen(screen.store, screen.last_year))


OVERVIEWS: tuple[type[Command], ...] = (ToMatrix, ToParties, ToStanding)
