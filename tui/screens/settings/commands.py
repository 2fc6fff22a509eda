"""What can be done with a setting, or with the keys of a command."""

from tui.commands.command import Command, Need
from tui.commands.common import BACK, EVERYWHERE, MOVES, SELFTEST

SETTINGS = (
    Command("change", ("right", "enter", "space"), "edit", args=(1,)),
    Command("change_back", ("left",), "edit", does="change", args=(-1,)),
    Command("reset_key", ("backspace",), "edit", (Need("differs", "as_it_was"),), "reset"),
    *(SELFTEST, BACK, *MOVES, *EVERYWHERE),
)
