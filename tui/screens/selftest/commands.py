"""What can be done with what was found of this laptop."""

from tui.commands.command import Need
from tui.commands.common import BACK, COPY, COPY_TO_FILE, EVERYWHERE, MOVES

FOUND = Need("found", "busy")

SELFTEST_PAGE = (COPY.needing(FOUND), COPY_TO_FILE.needing(FOUND), BACK, *MOVES, *EVERYWHERE)
