"""What can be done while words are typed: letters are no keys there."""

from tui.commands.command import Command, Need
from tui.commands.common import BACK, DOWN, EVERYWHERE, PAGE_DOWN, PAGE_UP, UP

LITERAL = Command("literal", ("f7",), "look", (Need("remarked", "as_typed"),), "turn_literal")

SEARCH = (
    Command("open", ("enter",), "look", (Need("nothing_found"),), "open_hit"),
    LITERAL,
    *(BACK, DOWN, UP, PAGE_DOWN, PAGE_UP),
    *EVERYWHERE,
)
