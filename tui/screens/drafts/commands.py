"""What can be done with what was typed and not saved."""

from tui.commands.command import Command, Need
from tui.commands.common import BACK, EVERYWHERE, MOVES

DRAFTS = (
    Command("go_on_draft", ("enter",), "edit", does="go_on"),
    Command("throw_away", ("d", "delete"), "edit"),
    Command("put_back", ("u",), "edit", (Need("thrown", "nothing_thrown"),)),
    BACK,
    *MOVES,
    *EVERYWHERE,
)
