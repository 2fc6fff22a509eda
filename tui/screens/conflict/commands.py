"""What can be done about a conflict."""

from dataclasses import replace

from tui.commands.command import Command, Need
from tui.commands.common import BACK, COPY, COPY_TO_FILE, EVERYWHERE, MOVES, UNDO

THERE = Need("conflicts.lacks_value")
PROPOSED = Need("conflicts.has_proposal", "no_proposal")
MOST = 9  # values that have a digit


def _take(number: int) -> Command:
    """The command that takes one value by its number."""
    word = "command.take_n" if number > 2 else ""  # the first two stand side by side
    return Command(
        *(f"take_{number}", (str(number),), "edit", (THERE,), "take", (number,)),
        word_key=word,
        passed_over=True,
    )


CONFLICT = (
    *map(_take, range(1, MOST + 1)),
    Command("take", ("enter",), "edit", does="take_chosen"),
    Command("take_merge", ("m",), "edit", (PROPOSED,), "take_proposal"),
    Command("third", ("e",), "edit", (Need("conflicts.can_type", "no_third"),), "type_third"),
    Command("alike", ("a",), "edit", (Need("conflicts.alike", "not_alike"),), "ask_alike"),
    Command("left", ("left",), "move", does="step", args=(-1,)),
    Command("right", ("right",), "move", does="step", args=(1,)),
    Command("reason", ("tab", "w"), "edit", does="to_reason"),
    Command("next_conflict", ("n",), "look", (Need("conflicts.has_others", "only_conflict"),)),
    Command("story", ("h",), "look", does="tell_story"),
    UNDO,
    replace(BACK, word_key="command.later"),
    *(COPY, COPY_TO_FILE, *MOVES, *EVERYWHERE),
)
