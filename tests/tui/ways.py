"""How to get to every screen, form and widget of the app, by keys.

``test_hostile`` walks them all with a nasty file, and fails for a class that no way leads to.
What shows only over a file of some kind, such as the screen of trouble, the test opens for itself.
"""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from textual.widget import Widget

import tui


class Way(NamedTuple):
    """From the main screen with VHTO highlighted: keys, each as Textual names it."""

    name: str
    keys: tuple[str, ...]


MARKED = (
    "M", "s", "down", "enter", "G", "escape", "escape", "e", "x", "escape", "escape", "M",
)  # fmt: skip
"""A status, and other regions, for all that shows."""

WAYS = (
    Way("panes", ("1", "end", "enter", "2", "end", "enter", "backspace", "t", "t", "3", "G")),
    Way("page", ("0", "enter", "G", "g", "pagedown")),
    Way("search", ("slash", "v", "h", "t", "o", "down")),
    Way("a query saved", ("slash", *"vhto zonder:wie ", "left", "f4", "x", "escape")),
    Way("a query offered", ("slash", "down", "enter", "f6", "slash", "home", "backspace")),
    Way("hit to hit", ("slash", *"tech", "enter", "}", "{", "escape")),
    Way("search that finds nothing", ("slash", "left_square_bracket", "slash", "x")),
    Way("problems", ("P", "down", "down", "G", "u")),
    Way("a folder", ("A", "x", "escape", "X", "n", "down", "enter", "down", "enter", "enter")),
    Way("exchange", ("X", "down", "G", "tab", "down", "tab", "r", "d", "escape")),
    Way("join", ("J", "space", "down", "enter", "f6", "down")),
    Way("conflicts settled otherwise", ("c", "y", "e", "x", "escape", "n", "e", "escape", "a")),
    Way("history", ("h", "down", "G")),
    Way("history of a region", ("1", "end", "h", "space", "down", "f", "enter", "y", "tab")),
    Way("whole history", ("H", "down", "space", "w", "down", "enter", "t", "enter", "G", "enter")),
    Way("taking back", ("H", "space", "down", "space", "u", "x")),
    Way("undo list", ("d", "U", "down", "tab", "y", "tab", "enter")),
    Way("since", ("S", *"1-1-2014", "enter", "down", "y", "t", "enter", "v", "enter", "escape")),
    Way("conflicts", ("c", "n", "n", "down", "2")),
    Way("help", ("question_mark", "G")),
    Way("palette", ("f2", "v", "e", "r")),
    Way("drafts", ("a", *"half", "escape", "f2", *"typte", "enter", "d", "u")),
    Way("status", ("s", "down", "down", "down")),
    Way("edit", ("e", *("tab",) * 12)),
    Way("one field", ("0", "E", "down", "escape", "E", "t", "x", "escape")),
    Way("one field of a region", ("1", "end", "0", "E", "n", "x", "escape")),
    Way("a term in words", ("E", "i", *"ooit", "f6", "down", "escape")),
    Way("something made", ("E", "v", *"xyz", "enter", "f4", "escape")),
    Way("add", ("n", "down", "enter", "tab", "tab")),
    Way("note", ("a", "tab", "x")),
    Way("lead, term and evidence", ("L", "x", "escape", "escape", "I", "x", "escape", "V", "x")),
    # each goes on to the next view, so that one of them shows all
    Way("marked", ("3", "t", *MARKED)),
    Way("marked in another view", ("3", "t", *MARKED)),
    Way("marked in yet another view", ("3", "t", *MARKED)),
    Way("regions of marked ones", ("3", "t", "M", "e", "x", "escape", "escape", "M")),
    Way("export", ("x",)),
    Way("compare", ("p",)),
    Way("compare with a file", ("p", *"nasty.json", "enter", "down", "G")),
    Way("import", ("i",)),
    Way("import of a file", ("i", *"nasty.json", "enter")),
    Way("signal", ("z", "down", "down", "x")),
    Way("new", ("n", "x", "tab")),
    Way("jump", ("f",)),
    Way("order", ("r", "down")),
    Way("van ons", ("w", "v", "enter", "w")),
    Way("bookmarks", ("b", "B", "x")),
    Way("selftest", ("f2", *"zelftest", "enter", "G", "y", "Y")),
    Way("settings", ("comma", "down", "down", "G", "enter", "j")),
    Way("delete and undo", ("d", "u", "ctrl+r")),
    Way("ours", ("w", "l", "down")),
    Way("filters", ("colon", *"trekker", "enter", "colon", "down", "escape", "backspace")),
    Way("page of a region", ("1", "end", "0", "G", "enter", "left_square_bracket")),
    Way("page of an organisation", ("slash", *"platform", "down", "enter", "0", "enter", "G")),
    Way("document", ("o", "down", "y", "tab", "down", "tab", "C", "G", "escape", "G")),
    Way("document without", ("o", "enter")),
    Way("new arrangement", ("f2", *"nieuw arrangement", "enter", "tab")),
    Way("erase from a history", ("h", "x", "down", "G", "escape", "X", "down")),
    Way("what is asked to erase", ("f2", *"verzoeken", "enter", "down")),
    Way("what came in", ("i", *"nasty.json", "enter", "enter", "Q", "down", "G")),
    Way("attach", ("O", *"nasty.txt", "enter", "down")),
    Way("a meeting prepared", (
        *("Z", "down", "n", "enter", "enter", "enter", "enter", "e", "down", "n", "x", "enter"),
        *("enter", "t", "5", "enter", "greater_than_sign"),
    )),
    Way("a meeting held", (
        *("Z", "n", "enter", "enter", "enter", "enter", "S", "enter", "z", "escape", "i", "x"),
        *("enter", "m", "escape", "slash", "escape", "A", "escape"),
        *("c", "x", "enter", "C", "n", "N", "C", "y", "enter"),
    )),
    Way("actions", (
        *("f2", *"actielijst", "enter", "down", "w", "down", "enter", "v", "u", "y", "G"),
        *("o", "down", "enter", "u", "tab", "G"),
    )),
    Way("report", (
        *("f2", *"verslag maken", "enter", "w", "down", "enter", "tab", "G", "tab", "down"),
        *("enter", "escape", "y"),
    )),
    Way("matrix", ("m", "right", "G", "tab", "down", "z", "y", "G", "h", "k")),
    Way("a list from the matrix", ("m", "down", "enter", "m", "end", "tab", "tab", "enter")),
    Way("parties", ("m", "w", "down", "y", "enter", "down", "escape", "G", "tab", "G", "enter")),
    Way("standing roles", ("W", "D", "down", "G", "y", "enter", "D")),
    Way("copying", ("y", "Y")),
    Way("who", ("N", *"x")),
    Way("a name is asked", ("a", *"kort", "enter")),
    Way("settings", ("comma", "down", "enter", "end", "enter", "j")),
    Way(  # last: whoever is in the past still changes nothing
        "time travel",
        ("T", "left", *"7-10-2014", "enter", "f6", "end", "s", "enter", "tab", "h", "escape", "K",
         "T", "escape"),
    ),
)  # fmt: skip

OWN_DOCUMENT = (
    Way("an agreement of a passage", ("o", "down", "n", "tab", "escape", "escape")),
    Way("a passage left empty", ("o", "down", "l")),
    Way("a passage of an agreement", ("o", "down", "v", "x", "down")),
    Way("divide the document", ("o", "d", "down", "left", "right")),
)
"""Over a file of which the document that is attached is the arrangement's own."""


def classes() -> set[type[Widget]]:
    """Every screen, form and widget that the app has."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        import_module(module.name)
    return {one for one in _below(Widget) if one.__module__.startswith("tui.")}


def _below(cls: type[Widget]) -> Iterator[type[Widget]]:
    for one in cls.__subclasses__():
        yield one
        yield from _below(one)


def not_reached(seen: set[type[Widget]]) -> list[str]:
    """The names of the classes of which nothing was seen, neither themselves nor a kind of them."""
    return sorted(
        f"{cls.__module__}.{cls.__qualname__}"
        for cls in classes()
        if not any(issubclass(one, cls) for one in seen)
    )
