"""What the footer of the main screen says, by the pane that one is in."""

from collections.abc import Sequence

from tui.locale import say
from tui.screens.main.browser_screen import BrowserScreen
from tui.widgets.footer import KeyHint

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


def pane_hints(host: BrowserScreen, repeats: str) -> Sequence[KeyHint]:
    """What works now in the pane that one is in, or on the time line; ``repeats`` is what would be
    made once more."""
    travel = host.browser.travel
    if travel.slider.has_focus:
        return travel.slider.hints()
    hints = [
        hint._replace(word=repeats) if hint.command == "repeat" else hint
        for hint in host.hint(*FOOTERS.get(host.state.pane, FOOTERS[0]))
        if hint.command != "problems" or host.problems.wrong
    ]
    if travel.on:
        moves = [KeyHint(say("key.left_right"), say("command.day_after"))]
        leave = KeyHint(say("key.escape"), say("command.to_now"), "to_now")
        hints = [*moves, leave, *host.hint("known", "past"), *hints]
    if host.state.pane == 0 and host.panes.page.link is not None:
        hints.insert(0, KeyHint(say("key.enter"), say("command.follow"), "enter"))
    return hints
