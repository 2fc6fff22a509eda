"""What can be done with meetings: in the list of them, while one is prepared, and while it runs."""

from dataclasses import replace

from tui.commands.command import Command, Need
from tui.commands.common import (
    BACK,
    DOWN,
    EVERYWHERE,
    FIRST,
    LAST,
    MOVES,
    PAGE_DOWN,
    PAGE_UP,
    READING,
    UNDO,
    UP,
)

ON_MEETING = Need("lit", "no_meeting")
ON_POINT = Need("point", "no_point")
ON_AGREEMENT = Need("point.row", "no_agreement")
PROPOSED = Need("point.proposal", "nothing_proposed")

REPORT_OF_MEETING = Command(
    "meeting_report",
    ("r",),
    "exchange",
    does="make_report",
    word_key="command.report",
    title_key="title.report",
)

MEETINGS = (
    Command("open_meeting", ("enter",), "look", (ON_MEETING,)),
    Command("prepare", ("n",), "edit"),
    Command(
        "meeting_actions",
        ("a",),
        "look",
        does="dismiss",
        args=("actions",),
        word_key="command.actions",
        title_key="title.actions",
    ),
    REPORT_OF_MEETING.needing(ON_MEETING),
    UNDO,
    BACK,
    *READING,
    *MOVES,
    *EVERYWHERE,
)
AGENDA = (
    Command("begin_meeting", ("enter",), "edit"),
    Command("propose", ("e",), "edit", (ON_POINT, ON_AGREEMENT)),
    Command("add_point", ("n",), "edit"),
    Command("point_time", ("t",), "edit", (ON_POINT,)),
    Command("point_up", ("less_than_sign",), "edit", (ON_POINT,), "move_point", (-1,)),
    Command("point_down", ("greater_than_sign",), "edit", (ON_POINT,), "move_point", (1,)),
    Command("drop_point", ("d", "delete"), "edit", (ON_POINT,)),
    Command("share_points", ("S",), "exchange", (Need("own", "nothing_own"),)),
    Command("open_point", ("o",), "move", (ON_POINT, ON_AGREEMENT)),
    Command("add_by_rules", ("z",), "edit"),
    Command("meeting_facts", ("w",), "edit"),
    Command("meeting_handout", ("r",), "exchange", does="make_report"),
    UNDO,
    BACK,
    *READING,
    *MOVES,
    *EVERYWHERE,
)
CARD_PAGES = (
    replace(PAGE_DOWN, does="card.page", word_key="page.more"),
    replace(PAGE_UP, does="card.page"),
)
"""A card that is longer than the screen is read on by the page."""
RUN = (
    Command("adopt_one", ("a",), "edit", (ON_POINT, PROPOSED)),
    Command("decide_otherwise", ("w",), "edit", (ON_POINT, ON_AGREEMENT)),
    Command("hold_over", ("p",), "edit", (ON_POINT,), "decide", ("held",)),
    Command("only_discussed", ("b",), "edit", (ON_POINT,), "decide", ("discussed",)),
    Command("withdraw", ("x",), "edit", (ON_POINT,), "decide", ("withdrawn",)),
    Command("reserve", ("r",), "edit", (ON_POINT, ON_AGREEMENT)),
    Command("note_for", ("v",), "edit", (ON_POINT,)),
    Command("say_decision", ("c",), "edit", (ON_POINT,), "say_of", ("decision",)),
    Command("say_action", ("t",), "edit", (ON_POINT,), "say_of", ("action",)),
    Command("say_remark", ("i",), "edit", (ON_POINT,), "say_of", ("remark",)),
    Command("action_to_agreement", ("f",), "edit", (Need("last_action", "no_action"),)),
    Command("adopt_rest", ("A",), "edit"),
    Command("next_point", ("n", "right"), "move", does="step", args=(1,)),
    Command("last_point", ("N", "left"), "move", does="step", args=(-1,)),
    Command("jump_point", ("slash",), "move"),
    Command("attendance", ("m",), "edit"),
    Command("hide_list", ("l",), "look"),
    Command("pause", ("z",), "look"),
    Command("show_passage", ("d",), "look", (ON_POINT, ON_AGREEMENT)),
    Command(
        "running_report",
        ("R",),
        "exchange",
        does="make_report",
        word_key="command.report",
        title_key="title.report",
    ),
    Command("close_meeting", ("C",), "edit"),
    UNDO,
    BACK,
    DOWN,
    UP,
    FIRST,
    LAST,
    *CARD_PAGES,
    *EVERYWHERE,
)
ADOPT = (
    Command("adopt_these", ("enter",), "edit", (Need("taken", "nothing_adopted"),)),
    Command("take_out", ("space",), "edit", (Need("point", "no_point"),)),
    BACK,
    *MOVES,
    *EVERYWHERE,
)
READ_OUT = (
    Command("next_said", ("enter", "n", "right"), "move", does="step", args=(1,)),
    Command("said_before", ("N", "left"), "move", does="step", args=(-1,)),
    Command("mend", ("e",), "edit", (Need("mendable", "nothing_to_mend"),)),
    Command("drop_said", ("d", "delete"), "edit", (Need("written", "nothing_written"),)),
    Command("skip_reading", ("C",), "move"),
    UNDO,
    BACK,
    *EVERYWHERE,
)
MINUTES = (
    Command("close_now", ("enter",), "edit", (Need("running", "meeting_over"),)),
    Command("send_changes", ("m",), "exchange", (Need("over", "meeting_runs"),)),
    Command("amend", ("w",), "edit", (Need("over", "meeting_runs"),)),
    Command("answer_reservation", ("v",), "edit", (Need("reserved", "nothing_reserved"),)),
    Command("show_adopted", ("o",), "look", (Need("changed_since", "nothing_since"),)),
    REPORT_OF_MEETING,
    UNDO,
    BACK,
    *READING[1:],
    *MOVES,
    *EVERYWHERE,
)
WATCH = (BACK, *CARD_PAGES, *EVERYWHERE)
PAUSE = (Command("unpause", ("z", "enter", "space"), "look", does="back"), BACK, *EVERYWHERE)
