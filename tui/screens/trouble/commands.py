"""What can be done about a file that does not open, or needs care."""

from tui.commands.command import Command, Need
from tui.commands.common import EVERYWHERE, MOVES, SELFTEST

IDLE = Need("idle", "busy")

TROUBLE = (
    Command("go_back", ("t",), needs=(IDLE, Need("newest", "no_copy"))),
    Command("again", ("r",), needs=(IDLE,), does="app.reopen"),
    SELFTEST,
    *MOVES,
    *EVERYWHERE,
)
CAUTION = (Command("go_on", ("enter", "escape"), does="back"), *EVERYWHERE)
