"""What the footer of the main screen says, by the pane that one is in."""

_PLACES = ("enter", "search", "clear_filter", "ours", "jump", "view", "behind", "conflicts",
          "problems", "import", "export", "exchange")  # fmt: skip
FOOTERS: dict[int, tuple[str, ...]] = {
    1: _PLACES,
    2: _PLACES,
    3: ("search", "restore", "edit", "status", "repeat", "note", "undo", "view", "ours", "arrange",
        "mark_one", "jump", "history", "source", "matrix", "conflicts", "problems", "import",
        "export", "exchange"),
    0: ("search", "restore", "edit", "edit_field", "status", "repeat", "note", "tick_off", "undo",
        "these", "behind", "jump", "copy", "mark", "history", "source", "matrix", "conflicts",
        "problems"),
}  # fmt: skip
