"""The overviews, and getting about in them."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.needs import OnFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen
    from tui.screens.overviews.matrix_screen import MatrixScreen
    from tui.screens.overviews.parties_screen import PartiesScreen
    from tui.screens.overviews.screen import Overview


class ToMatrix(OnFile):
    id = "matrix"
    keys = ("m",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.overviews.matrix_screen import MatrixScreen

        region, programme = screen.filter.region, screen.filter.programme
        screen.overview(MatrixScreen(screen.store, screen.last_year, region, programme))


class ToParties(OnFile):
    id = "parties"
    keys = ("W",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen | Overview") -> None:
        from tui.screens.overviews.parties_screen import PartiesScreen

        screen.overview(PartiesScreen(screen.store, screen.last_year))


class Who(ToParties):
    """The same from the matrix, where its small letter is free."""

    id = "who"
    keys = ("w",)


class ToStanding(OnFile):
    id = "standing"
    keys = ("D",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen | Overview") -> None:
        from tui.screens.overviews.standing_screen import StandingScreen

        screen.overview(StandingScreen(screen.store, screen.last_year))


class OpenCell(Command):
    id = "open_cell"
    keys = ("enter",)
    group = "look"

    @classmethod
    def available(cls, screen: "MatrixScreen") -> str | None:
        return None if screen.grid.programme else say("reason.no_row")

    @classmethod
    def run(cls, screen: "MatrixScreen") -> None:
        screen.open_cell()


class ToggleEmpty(Command):
    id = "toggle_empty"
    keys = ("z",)
    group = "look"

    @classmethod
    def run(cls, screen: "MatrixScreen") -> None:
        screen.toggle_empty()


class CopyTable(Command):
    """With tabs between the cells: what a spreadsheet and a text take as a table."""

    id = "copy_table"
    keys = ("y",)
    group = "exchange"

    @classmethod
    def run(cls, screen: "Overview") -> None:
        from storage.text import one_line

        rows = ("\t".join(map(one_line, row)) for row in screen.table())
        screen.app.copy_to_clipboard("".join(f"{row}\n" for row in rows))
        screen.toast(say("toast.copied_table"))


class Leftward(Command):
    id = "column_left"
    keys = ("left", "h")
    group = "move"

    @classmethod
    def run(cls, screen: "MatrixScreen") -> None:
        screen.grid.sideways(-1)


class Rightward(Command):
    id = "column_right"
    keys = ("right", "l")
    group = "move"

    @classmethod
    def run(cls, screen: "MatrixScreen") -> None:
        screen.grid.sideways(1)


class ColumnsOn(Command):
    """As many columns to the right as show."""

    id = "columns_on"
    keys = ("tab",)
    group = "move"

    @classmethod
    def run(cls, screen: "MatrixScreen") -> None:
        screen.grid.turn(1)


class ColumnsBack(Command):
    id = "columns_back"
    keys = ("shift+tab",)
    group = "move"

    @classmethod
    def run(cls, screen: "MatrixScreen") -> None:
        screen.grid.turn(-1)


class OpenRow(Command):
    """From a pair to its agreements, from an agreement to where it stands."""

    id = "open_row"
    keys = ("enter",)
    group = "look"

    @classmethod
    def available(cls, screen: "PartiesScreen") -> str | None:
        return None if screen.lit else say("reason.no_row")

    @classmethod
    def run(cls, screen: "PartiesScreen") -> None:
        screen.enter()


OVERVIEWS: tuple[type[Command], ...] = (ToMatrix, ToParties, ToStanding)
IN_MATRIX: tuple[type[Command], ...] = (
    *(OpenCell, Who, ToStanding, ToggleEmpty, CopyTable),
    *(Leftward, Rightward, ColumnsOn, ColumnsBack),
)
IN_LISTS: tuple[type[Command], ...] = (OpenRow, CopyTable)
