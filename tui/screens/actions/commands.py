"""What can be done in the list of actions."""

from tui.commands.command import Command, Need
from tui.commands.common import BACK, EVERYWHERE, MOVES, OPEN_ROW, READING, UNDO

ACTIONS = (
    OPEN_ROW,
    Command("tick_off", ("v",), "edit", (Need("lit", "no_action"),), "tick"),
    Command("other_day", ("d",), "edit", (Need("lit", "no_action"),)),
    Command("mark_action", ("space",), "edit", (Need("lit", "no_action"),)),
    Command("narrow_who", ("w",), "look"),
    Command("hand_over", ("o",), "edit", (Need("can_give", "nothing_to_hand_over"),)),
    UNDO,
    *READING,
    BACK,
    *MOVES,
    *EVERYWHERE,
)
