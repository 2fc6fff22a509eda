"""What can be done while words are typed: letters are no keys there."""

from tui.commands.command import Command, Need
from tui.commands.common import BACK, DOWN, EVERYWHERE, PAGE_DOWN, PAGE_UP, UP, WRITES

LITERAL = Command("literal", ("f7",), "look", (Need("remarked", "as_typed"),), "turn_literal")

TAKE_OFFER = Command("take_offer", ("tab",), "look", (Need("offers", "no_offer"),))

SEARCH = (
    Command("open", ("enter",), "look", (Need("nothing_found"),), "open_hit"),
    TAKE_OFFER,
    LITERAL,
    Command("as_list", ("f6",), "look", (Need("only_filters", "no_filters_only"),)),
    Command("keep_query", ("f4",), "edit", (WRITES, Need("asks", "nothing_asked"))),
    *(BACK, DOWN, UP, PAGE_DOWN, PAGE_UP),
    *EVERYWHERE,
)
