"""What commands name is there: the method of the screen that does it, and what it needs of it."""

import inspect
import re
import sys
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest

from storage.store import Store
from tui import screens as features
from tui.app import ArrangementApp
from tui.base.base_screen import BaseScreen
from tui.commands.command import Command, Need
from tui.locale import known
from tui.screens.main import MainScreen
from tui.user.drafts import Drafts
from tui.user.state import ScreenState

NAMED_ONLY = {"ScreenState": ScreenState, "Drafts": Drafts, "Store": Store}
"""What a screen imports for its types only."""


def screens() -> list[type[BaseScreen]]:
    """Every class of a screen with commands of its own."""
    for one in walk_packages(features.__path__, f"{features.__name__}."):
        import_module(one.name)
    below, found = [BaseScreen], []
    while below:
        kind = below.pop()
        below += kind.__subclasses__()
        found += [kind] if "DOES" in vars(kind) and kind.DOES else []
    return sorted(found, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.__name__)
def test_what_a_command_names_is_there(screen: type[BaseScreen]) -> None:
    for command in screen.DOES:
        for path in (command.method, *(need.of for need in command.needs)):
            assert leads_somewhere(screen, path), f"{command.id}: {path}"


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.__name__)
def test_help_knows_what_a_screen_is_about(screen: type[BaseScreen]) -> None:
    for text in ("about", "here"):
        assert known(f"help.{text}_{screen.TOPIC}"), screen.TOPIC


def leads_somewhere(kind: type, path: str) -> bool:
    """Whether a path of names leads from a class to something that its objects have."""
    name, _, rest = path.partition(".")
    if rest:
        kinds = [ArrangementApp] if name == "app" else kinds_of(kind, name)
        return all(leads_somewhere(one, rest) for one in kinds)
    return hasattr(kind, name) or any(
        name in get_annotations(one) or re.search(rf"\bself\.{name}\b[^=()\n]*= ", source(one))
        for one in kind.__mro__
    )


def kinds_of(kind: type, name: str) -> list[type]:
    """The classes that what an object has by this name can be of."""
    if kind is MainScreen and name in vars(held()):
        return [type(vars(held())[name])]
    for one in kind.__mro__:
        if isinstance(found := vars(one).get(name), property) and found.fget is not None:
            return told(get_type_hints(found.fget, localns=NAMED_ONLY)["return"])
        if "__init__" in vars(one):
            given = get_type_hints(one.__init__, localns=NAMED_ONLY)
            if name in given:
                return told(given[name])
        known = vars(sys.modules[one.__module__])
        if made := re.search(rf"self\.{name} = (\w+)\(", source(one)):
            return told(known[made[1]])
        if said := re.search(rf"self\.{name}: ([^=\n]+) = ", source(one)):
            return told(eval(said[1], known))
    raise AssertionError(f"{kind.__name__} does not say what {name} is")


@cache
def held() -> MainScreen:
    """A main screen with all that it holds."""
    return MainScreen(ScreenState(), Drafts())


def told(hint: Any) -> list[type]:
    """The classes that a hint names, without None; screens know the store by its type only."""
    found = [one for one in get_args(hint) or (hint,) if one is not NoneType]
    return [Store if one is object else one for one in found]


def get_annotations(kind: type) -> dict[str, object]:
    return vars(kind).get("__annotations__", {})


def source(kind: type) -> str:
    return inspect.getsource(kind) if kind.__module__.startswith(("storage.", "tui.")) else ""


class Holder:
    """A screen, as far as a command knows it."""

    def __init__(self) -> None:
        self.done: list[tuple[object, ...]] = []
        self.lit: str | None = None
        self.held = self

    def act(self, *args: object) -> None:
        self.done.append(args)

    def why_not(self, n: int) -> str | None:
        return f"no {n}" if n > 2 else None


def test_a_command_does_what_it_names_and_says_what_lacks_first() -> None:
    screen = Holder()
    needs = (Need("held.lit", "no_row"), Need("why_not"))
    command = Command("made_up", ("ctrl+y",), needs=needs, does="held.act", args=(3,))
    assert command.available(screen) == "hier staat niets om te openen"
    screen.lit = "x"
    assert command.available(screen) == "no 3"
    command.run(screen)
    assert screen.done == [(3,)]
