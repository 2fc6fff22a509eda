"""What can be done where a report is made."""

from tui.commands.command import Command
from tui.commands.common import BACK, COPY, COPY_TO_FILE, EVERYWHERE, MOVES

REPORT = (
    Command("write_report", ("enter",), "exchange"),
    Command("whose_report", ("w",), "look"),
    Command("next_choice", ("tab",), "move", does="step_list", args=(1,)),
    Command("choice_before", ("shift+tab",), "move", does="step_list", args=(-1,)),
    COPY,
    COPY_TO_FILE,
    BACK,
    *MOVES,
    *EVERYWHERE,
)
