"""What can be done with what differs."""

from tui.commands.common import BACK, EVERYWHERE, MOVES, OPEN_ROW, READING

COMPARE = (OPEN_ROW, *READING, BACK, *MOVES, *EVERYWHERE)
