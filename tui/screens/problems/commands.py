"""What can be done about a problem: the one that has the bar."""

from tui.commands.command import Command, Need
from tui.commands.common import BACK, EVERYWHERE, JOIN, MOVES, RESTORE, UNDO

ON_PROBLEM = Need("lit", "no_problem")
ON_DOUBLE = Need("double", "no_double")

PROBLEMS = (
    Command("fix", ("enter",), "edit", (ON_PROBLEM, Need("remedy", "mends_itself"))),
    Command("rest", ("z",), "edit", (ON_PROBLEM, Need("may_rest", "asks_something"))),
    RESTORE.needing(ON_PROBLEM, Need("target", "not_deleted")),
    JOIN.needing(ON_PROBLEM, ON_DOUBLE),
    Command("apart", ("x",), "edit", (ON_PROBLEM, ON_DOUBLE), "keep_apart"),
    Command("open_problem", ("o",), "move", (ON_PROBLEM, Need("lit.record", "no_record")), "leave"),
    UNDO,
    BACK,
    *MOVES,
    *EVERYWHERE,
)
