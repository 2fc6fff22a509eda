"""What can be done on the screen of the exchange."""

from tui.commands.command import Command, Need
from tui.commands.common import BACK, EVERYWHERE, MOVES, OTHER_SIDE, SYNC

EXCHANGE = (
    SYNC,
    Command("see_it", ("enter",), "exchange", (Need("lit", "nothing_to_see"),)),
    Command("new_folder", ("n",), "exchange", does="choose_folder"),
    Command("retry_apart", ("r",), "exchange", (Need("apart", "nothing_apart"),), "retry"),
    Command("accept", ("o",), "exchange", (Need("acceptable", "nothing_to_accept"),)),
    Command("drop", ("d", "delete"), "exchange", (Need("can_go", "stays_here"),)),
    *(OTHER_SIDE, BACK, *MOVES, *EVERYWHERE),
)
BROUGHT = (BACK, *MOVES, *EVERYWHERE)
