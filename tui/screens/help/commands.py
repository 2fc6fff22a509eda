"""What can be done on the page of keys."""

from tui.commands.common import BACK, MOVES, PALETTE, QUIT

HELP_PAGE = (BACK, *MOVES, PALETTE, QUIT)
