"""What can be done with the document: reading it, saying what each passage gives, dividing it."""

from tui.commands.command import Command, Need
from tui.commands.common import (
    ATTACH,
    BACK,
    COVERAGE,
    EVERYWHERE,
    MOVES,
    NEXT_HIT,
    OTHER_SIDE,
    PREVIOUS_HIT,
    UNDO,
    WRITES,
)

ON_PASSAGE = Need("why_not_decide")
WALKS = Need("walks", "no_search")
WITH_RECORDS = Need("has_records", "no_records")

MAKE_AGREEMENT = Command("make_agreement", ("n",), "edit", (ON_PASSAGE,), "decide", ("make",))
LEAVE_EMPTY = Command(
    "leave_empty",
    ("l",),
    "edit",
    (ON_PASSAGE, Need("gave_nothing", "gave_records")),
    *("decide", ("empty",)),
)
LINK_AGREEMENT = Command("link_agreement", ("v",), "edit", (ON_PASSAGE,), "decide", ("link",))
DECIDING = (
    *(MAKE_AGREEMENT, LEAVE_EMPTY, LINK_AGREEMENT),
    Command("next_undecided", ("o",), "move", (Need("is_undecided", "all_decided"),)),
    UNDO.needing(WRITES),
)

SOURCE = (
    *DECIDING,
    Command("to_record", ("enter",), "look", (WITH_RECORDS,)),
    BACK,
    OTHER_SIDE.needing(WITH_RECORDS),
    Command("next_own", ("N",), "move", (Need("stands_elsewhere", "one_place"),)),
    Command("copy_block", ("y",), "exchange", (Need("shown_text", "no_document"),), "copy"),
    COVERAGE,
    NEXT_HIT.needing(WALKS),
    PREVIOUS_HIT.needing(WALKS),
    Command("divide", ("d",), "edit", (Need("why_read_only"),)),
    ATTACH,
    *MOVES,
    *EVERYWHERE,
)
COVERAGE_PAGE = (
    *DECIDING,
    Command("to_passage", ("enter",), "look", (Need("goes_to", "no_passage"),), "open_passage"),
    *(BACK, *MOVES, *EVERYWHERE),
)
DIVISION = (
    Command("line_higher", ("left",), "edit", (Need("why_not_turn"),), "turn", (-1,)),
    Command("line_lower", ("right",), "edit", (Need("why_not_turn"),), "turn", (1,)),
    Command("divided", ("enter",), "edit", does="accept"),
    *(BACK, *MOVES, *EVERYWHERE),
)
