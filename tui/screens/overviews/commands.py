"""Getting about in the overviews."""

from tui.commands.command import Command, Need
from tui.commands.common import (
    BACK,
    EVERYWHERE,
    MOVES,
    NEXT_PANE,
    OPEN_ROW,
    PREVIOUS_PANE,
    STANDING,
)

COPY_TABLE = Command("copy_table", ("y",), "exchange")

MATRIX = (
    Command("open_cell", ("enter",), "look", (Need("grid.programme", "no_row"),)),
    Command("who", ("w",), "look", does="open_parties"),
    STANDING,
    Command("toggle_far", ("v",), "look"),
    Command("toggle_empty", ("z",), "look"),
    COPY_TABLE,
    Command("column_left", ("left", "h"), "move", does="grid.sideways", args=(-1,)),
    Command("column_right", ("right", "l"), "move", does="grid.sideways", args=(1,)),
    Command("columns_on", ("tab",), "move", does="grid.turn", args=(1,)),
    Command("columns_back", ("shift+tab",), "move", does="grid.turn", args=(-1,)),
    *(BACK, *MOVES, *EVERYWHERE),
)
PAIRS = (
    *(OPEN_ROW, COPY_TABLE, STANDING, BACK, NEXT_PANE, PREVIOUS_PANE),
    *(*MOVES, *EVERYWHERE),
)
ROLES = (OPEN_ROW, COPY_TABLE, BACK, *MOVES, *EVERYWHERE)
