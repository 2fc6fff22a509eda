"""The commands of the main screen, in the order of help and palette."""

from dataclasses import replace

from storage.search.ready_searches import READY_SEARCHES
from tui.commands.command import Command, Need
from tui.commands.common import (
    ATTACH,
    BACK,
    CLEAR_FILTER,
    COPY,
    COPY_TO_FILE,
    COVERAGE,
    EVERYWHERE,
    JOIN,
    MOVES,
    NEXT_HIT,
    NEXT_PANE,
    PARTIES,
    PREVIOUS_HIT,
    PREVIOUS_PANE,
    RESTORE,
    SELFTEST,
    STANDING,
    SYNC,
    UNDO,
    WRITES,
)
from tui.screens.main.saved_commands import ReadyCommand
from tui.words.line_keys import ADDABLE

READY = Need("ready", "loading")
NOW = (READY, WRITES)
READ = (READY, Need("browser.pages.page", "nothing_read"))
WRITABLE = (
    READY,
    WRITES,
    Need("browser.pages.page", "nothing_read"),
    Need("browser.pages.stands", "deleted"),
)
CHOSEN = (*NOW, Need("changes.has_targets", "nothing_read"), Need("changes.stand", "deleted"))
AGREEMENTS = (*CHOSEN, Need("changes.in_agreements", "no_agreement"))
ACTION = Need("ticks.actions", "no_action")
LAST = Need("changes.last", "nothing_to_repeat")
IN_LIST = (*NOW, Need("browser.lists.key", "only_in_list"))
IN_PAST = (READY, Need("browser.travel.on", "not_past"))
WALKED = Need("searching.walk.walked", "no_search")
FILTERED = Need("browser.lists.chips", "no_filter")
SHOWS = Need("panes.shows", "too_narrow")
ROOMY = (Need("panes.roomy", "too_narrow"),)
COLUMNS, PER_CENT = 2, 10  # of a pane, by which it grows and shrinks

CHANGES = (
    Command("status", ("s",), "edit", AGREEMENTS, "changes.status"),
    Command("signal", ("z",), "edit", AGREEMENTS, "changes.signal"),
    Command("lead", ("L",), "edit", AGREEMENTS, "changes.lead"),
    Command("term", ("I",), "edit", AGREEMENTS, "changes.term"),
    Command("edit", ("e",), "edit", CHOSEN, "changes.edit"),
    Command("edit_field", ("E",), "edit", WRITABLE, "records.edit_field"),
    Command("note", ("a",), "edit", CHOSEN, "changes.note"),
    Command("evidence", ("V",), "edit", CHOSEN, "changes.evidence"),
    Command("tick_off", ("v",), "edit", (*WRITABLE, ACTION), "ticks.ask"),
    Command(
        "repeat",
        ("full_stop",),
        "edit",
        (
            LAST,
            *CHOSEN,
            Need("changes.repeats_here", "no_agreement"),
        ),
        "changes.repeat",
    ),
    Command(
        "take_source",
        ("F",),
        "edit",
        (*WRITABLE, Need("browser.pages.sourced", "nothing_of_source")),
        "last_change.take_source",
    ),
    replace(UNDO, needs=NOW, does="last_change.undo"),
    Command("redo", ("ctrl+r",), "edit", NOW, "last_change.redo"),
    Command("undo_list", ("U",), "edit", NOW, "overlays.undo_list"),
    Command("add", ("n",), "edit", NOW, "records.new"),
    Command(
        "delete",
        ("d", "delete"),
        "edit",
        (
            Need("panes.is_worked_in", "delete_on_page"),
            *CHOSEN,
            Need("browser.pages.may_go", "stays"),
        ),
        "changes.delete",
    ),
    replace(
        RESTORE, needs=(*NOW, READ[1], Need("changes.gone", "not_deleted")), does="changes.restore"
    ),
    replace(JOIN, needs=(*WRITABLE, Need("records.joins", "never_joined")), does="records.join"),
    Command("mark_one", ("space",), "edit", IN_LIST, "browser.lists.mark_one"),
    Command("mark_all", ("M",), "edit", IN_LIST, "browser.lists.mark_all"),
    *(
        Command(f"add_{one}", (), "edit", NOW, "records.new", (one,), title_key=f"new.{one}")
        for one in ADDABLE
    ),
)

LOOKING = (
    Command("search", ("slash",), "look", (READY,), "searching.search"),
    *(
        ReadyCommand(f"find_{one.code}", (), "look", (READY,), "searching.search_for", (one.code,))
        for one in READY_SEARCHES
    ),
    Command("view", ("t",), "look", (READY,), "filters.next_view"),
    Command("ours", ("w",), "look", (READY,), "filters.ours"),
    Command(
        "these",
        ("l",),
        "look",
        (*READ, Need("browser.pages.has_list", "no_list")),
        "filters.list_these",
    ),
    Command("narrow", ("colon",), "look", (READY,), "filters.choose_term"),
    Command("arrange", ("r",), "look", (READY,), "filters.choose_order"),
    replace(CLEAR_FILTER, needs=(READY, FILTERED), does="filters.clear_last"),
    Command("history", ("h",), "look", READ, "overlays.history"),
    Command(
        "conflicts",
        ("c",),
        "look",
        (*NOW, Need("browser.has_conflicts", "no_conflicts")),
        "overlays.conflicts",
    ),
    Command(
        "problems",
        ("P",),
        "look",
        (*NOW, Need("problems.may_be", "no_problems")),
        "overlays.problems",
    ),
    Command("choose_ours", (), "look", (READY,), "filters.choose_ours"),
    Command("whole_history", ("H",), "look", (READY,), "overlays.whole_history"),
    Command("changed_since", ("S",), "look", NOW, "overlays.choose_since"),
    Command("past", ("T",), "look", (READY,), "browser.travel.begin"),
    Command("day_before", ("left",), "look", IN_PAST, "browser.travel.slider.move", (-1,)),
    Command("day_after", ("right",), "look", IN_PAST, "browser.travel.slider.move", (1,)),
    Command("known", ("K", "f6"), "look", IN_PAST, "browser.travel.turn_known"),
    Command("step_changes", ("f7",), "look", IN_PAST, "overlays.step_changes"),
    Command("to_now", (), "look", IN_PAST, "browser.travel.end"),
    Command("meetings", ("Z",), "look", NOW, "overlays.meetings"),
    Command("source", ("o",), "look", (READY,), "document.source"),
    replace(COVERAGE, needs=(READY,), does="document.coverage"),
    Command("matrix", ("m",), "look", (READY,), "overviews.matrix"),
    replace(PARTIES, needs=(READY,), does="overviews.parties"),
    replace(STANDING, needs=(READY,), does="overviews.standing"),
    *(
        Command(
            *(f"clear_{one}", (), "look"),
            (READY, Need("browser.lists.narrowed_by", "no_filter")),
            *("filters.clear", (one,)),
        )
        for one in ("region", "programme", "party", "heads", "sort")
    ),
)

EXCHANGING = (
    COPY.needing(*READ),
    COPY_TO_FILE.needing(*READ),
    Command("export", ("x",), "exchange", NOW, "files.export_to_file"),
    Command("import", ("i",), "exchange", NOW, "files.import_file"),
    replace(SYNC, needs=NOW, does="files.sync"),
    Command(
        "brought",
        ("Q",),
        "exchange",
        (*NOW, Need("overlays.last_import", "nothing_brought")),
        "overlays.brought",
    ),
    Command("compare", ("p",), "exchange", NOW, "files.compare"),
    Command("exchange", ("X",), "exchange", NOW, "overlays.exchange"),
    Command("erasures", (), "exchange", NOW, "overlays.erasures"),
    replace(ATTACH, needs=NOW, does="files.attach"),
)

GOING = (
    Command("enter", ("enter",), "move", (READY,), "browser.navigation.enter"),
    BACK,
    replace(NEXT_PANE, does="browser.navigation.step_pane"),
    replace(PREVIOUS_PANE, does="browser.navigation.step_pane"),
    Command("jump", ("f",), "move", (READY,)),
    Command(
        "behind",
        ("left_square_bracket",),
        "move",
        (READY, Need("browser.navigation.trail.behind", "no_way")),
        "browser.navigation.go_behind",
    ),
    Command(
        "ahead",
        ("right_square_bracket",),
        "move",
        (READY, Need("browser.navigation.trail.ahead", "no_way")),
        "browser.navigation.go_ahead",
    ),
    replace(NEXT_HIT, needs=(READY, WALKED), does="searching.walk.step"),
    replace(PREVIOUS_HIT, needs=(READY, WALKED), does="searching.walk.step"),
    Command("mark", ("b",), "move", READ, "bookmarks.toggle"),
    Command("marks", ("B",), "move", (READY, Need("state.marks", "no_marks")), "bookmarks.choose"),
    Command("whole", (), "move", (READY,), "browser.to_arrangement"),
    *(
        Command(f"pane_{n}", (str(n),), "move", (SHOWS,), "browser.navigation.to_pane", (n,))
        for n in (1, 2, 3, 0, 4, 5)
    ),
)

MAIN = (
    *(*CHANGES, *LOOKING, *EXCHANGING, *GOING, *MOVES),
    Command("myself", ("N",), "edit", NOW, "records.author"),
    Command("actions", (), "look", NOW, "overlays.actions"),
    Command("report", (), "exchange", NOW, "overlays.report"),
    Command("drafts", (), "edit", (*NOW, Need("drafts.all", "no_drafts")), "overlays.unsaved"),
    Command("settings", ("comma",), does="app.open_settings"),
    SELFTEST,
    Command("begin", needs=(READY,), does="files.begin", title_key="new.arrangement"),
    *EVERYWHERE,
    Command("wider", ("greater_than_sign",), needs=ROOMY, does="panes.widen", args=(COLUMNS,)),
    Command("narrower", ("less_than_sign",), needs=ROOMY, does="panes.widen", args=(-COLUMNS,)),
    Command("higher", ("plus",), needs=ROOMY, does="panes.heighten", args=(PER_CENT,)),
    Command("lower", ("minus",), needs=ROOMY, does="panes.heighten", args=(-PER_CENT,)),
    Command("even", ("equals_sign",), needs=ROOMY, does="panes.even"),
)
