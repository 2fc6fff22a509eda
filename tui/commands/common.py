"""Commands that more than one screen has: what each needs there, the screen adds."""

from tui.commands.command import Command, Need

GROUPS = ("edit", "look", "exchange", "move", "app")
"""In the order of help and palette."""

WRITES = Need("store.writes", "past")
"""Nothing is written while the screen shows how it stood."""

DOWN = Command("down", ("down", "j"), "move", does="mover.move", args=(1,))
UP = Command("up", ("up", "k"), "move", does="mover.move", args=(-1,))
PAGE_DOWN = Command("page_down", ("pagedown",), "move", does="mover.page", args=(1,))
PAGE_UP = Command("page_up", ("pageup",), "move", does="mover.page", args=(-1,))
FIRST = Command("first", ("g", "home"), "move", does="to_first")
LAST = Command("last", ("G", "end"), "move", does="to_last")
MOVES = (DOWN, UP, PAGE_DOWN, PAGE_UP, FIRST, LAST)

BACK = Command("back", ("escape",), "move")
NEXT_PANE = Command("next_pane", ("tab",), "move", does="step_pane", args=(1,))
PREVIOUS_PANE = Command("previous_pane", ("shift+tab",), "move", does="step_pane", args=(-1,))
OTHER_SIDE = Command("other_side", ("tab", "shift+tab"), "move")

HELP = Command("help", ("question_mark", "f1"), does="app.open_help")
PALETTE = Command("palette", ("f2", "ctrl+p"), does="app.open_palette")
QUIT = Command("quit", ("q", "ctrl+q"), does="app.exit")
EVERYWHERE = (HELP, PALETTE, QUIT)
SELFTEST = Command("selftest", does="app.open_selftest")

COPY = Command("copy", ("y",), "exchange")
COPY_TO_FILE = Command("copy_to_file", ("Y",), "exchange")
READING = (OTHER_SIDE, COPY, COPY_TO_FILE)
"""Of a list with what is read beside it."""

NEXT_HIT = Command("next_hit", ("right_curly_bracket",), "move", does="step_hit", args=(1,))
PREVIOUS_HIT = Command("previous_hit", ("left_curly_bracket",), "move", does="step_hit", args=(-1,))

OPEN_ROW = Command("open_row", ("enter",), "look", (Need("lit", "no_row"),), "enter")
CLEAR_FILTER = Command("clear_filter", ("backspace",), "look")
PARTIES = Command("parties", ("W",), "look", does="open_parties")
STANDING = Command("standing", ("D",), "look", does="open_standing")
COVERAGE = Command("coverage", ("C",), "look", does="open_coverage")
ATTACH = Command("attach", ("O",), "exchange")
SYNC = Command("sync", ("A",), "exchange")
UNDO = Command("undo", ("u",), "edit")
RESTORE = Command("restore", ("R",), "edit")
JOIN = Command("join", ("J",), "edit")
