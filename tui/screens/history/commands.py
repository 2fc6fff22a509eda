"""What can be done in a history: narrowing it, marking acts in it, taking them back, erasing."""

from tui.commands.command import Command, Need
from tui.commands.common import BACK, CLEAR_FILTER, EVERYWHERE, MOVES, READING, WRITES

ON_ACT = Need("act", "no_act")

BY_WHOM = Command("by_whom", ("w",), "look", does="choose_whom")
BY_TIME = Command("by_time", ("s",), "look", does="choose_since")
BY_TYPE = Command("by_type", ("t",), "look", does="choose_type")
BY_FIELD = Command("by_field", ("f",), "look", does="choose_field")
CLEAR_LAST = CLEAR_FILTER.needing(Need("is_narrowed", "no_filter"))
CLEARS = tuple(
    Command(f"clear_by_{name}", (), "look", (Need("narrows_by", "no_filter"),), "clear", (name,))
    for name in ("field", "by", "since", "type")
)

MARK_ACT = Command("mark_act", ("space",), "look", (ON_ACT,), "mark")
TO_ACT_RECORD = Command(
    "to_act_record", ("enter",), "look", (ON_ACT, Need("leads_to", "no_record")), "to_record"
)
TAKE_BACK = Command("take_back", ("u",), "edit", (WRITES, ON_ACT, Need("all_stand", "taken_back")))
ERASE_ACT = Command("erase_act", ("x",), "edit", (WRITES, ON_ACT), "erase_acts")
ERASE_RECORD = Command("erase_record", ("X",), "edit", (WRITES, ON_ACT))
SHOW_TO_ERASE = Command("show_to_erase", ("v",), "look", (Need("hides", "nothing_hidden"),))

HISTORY = (
    *(MARK_ACT, BY_FIELD, BY_WHOM, BY_TIME, CLEAR_LAST, TAKE_BACK),
    *(ERASE_RECORD, ERASE_ACT, SHOW_TO_ERASE),
    *(*CLEARS, *READING, BACK, *MOVES, *EVERYWHERE),
)
WHOLE_HISTORY = (
    *(TO_ACT_RECORD, MARK_ACT, BY_WHOM, BY_TYPE, BY_TIME, CLEAR_LAST, TAKE_BACK),
    *(ERASE_ACT, SHOW_TO_ERASE),
    *(*CLEARS[1:], *READING, BACK, *MOVES, *EVERYWHERE),
)
UNDO_LIST = (
    Command("take_back_now", ("enter",), "edit", (ON_ACT,)),
    *(BACK, *READING, *MOVES, *EVERYWHERE),
)
TAKING_BACK = (BACK, *EVERYWHERE)
