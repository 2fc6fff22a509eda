"""What can be done with what differs."""

from tui.commands.command import Command
from tui.commands.common import BACK, COPY, COPY_TO_FILE, EVERYWHERE, MOVES, OPEN_ROW, READING

COMPARE = (OPEN_ROW, *READING, BACK, *MOVES, *EVERYWHERE)
CHANGES = (
    OPEN_ROW,
    Command("change_start", ("v",), "look"),
    Command("change_end", ("t",), "look"),
    *(COPY, COPY_TO_FILE, BACK, *MOVES, *EVERYWHERE),
)
