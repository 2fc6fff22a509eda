"""A field's value in words, whatever it is."""

import json
from collections.abc import Mapping

from storage.views import ToErase
from tui import dates
from tui.locale import known, say
from tui.locator import in_words as locator_in_words

_PAIRS = {"parties": ("role", "organisation"), "related": ("relation", "record")}
_TABLES: dict[str, tuple[str, ...]] = {
    name: (name,) for name in ("status", "life", "phase", "measure", "comparator")
}
_TABLES["kind"] = ("kind", "entry_kind", "cli.kind")  # of agreements, of entries, of all else


def in_words(field: str, value: object) -> str:
    """What a value says, as plain text; the parts of a set tell what was put in or taken out."""
    name, slash, element = field.partition("/")
    if isinstance(value, ToErase):
        return say("value.to_erase")
    if slash:
        return _element(name, element, value)
    if value in (None, "", []):
        return say("value.none")
    if isinstance(value, bool):
        return say("value.yes" if value else "value.no")
    for table in _TABLES.get(name, ()):
        if known(f"{table}.{value}"):
            return say(f"{table}.{value}")
    if name in _PAIRS and isinstance(value, list):
        return ", ".join(_pair(name, one) for one in value)
    if name == "term" and isinstance(value, Mapping):
        return _term(value)
    if name == "signal" and isinstance(value, Mapping):
        return _signal(value)
    if name == "source" and isinstance(value, Mapping) and value.get("locator"):
        return locator_in_words(str(value["locator"]))
    return value if isinstance(value, str) else _plain(value)


def stood_in_words(field: str, value: object) -> str:
    """What a value said that stood before another; "" where there was none, or where someone asks
    to erase it."""
    return "" if value in (None, []) or isinstance(value, ToErase) else in_words(field, value)


def _element(name: str, element: str, value: object) -> str:
    if name in ("parties", "related"):
        first, _, second = element.partition("/")
        table = "role_long" if name == "parties" else "relation"
        word = say(f"{table}.{first}") if known(f"{table}.{first}") else first
        element = f"{word} {second}"
    return element if value else f"{element}: {say('value.no')}"


def _pair(name: str, one: object) -> str:
    if not isinstance(one, Mapping):
        return str(one)  # a party of the arrangement has no role
    return _element(name, "/".join(str(one.get(key)) for key in _PAIRS[name]), True)


def _term(value: Mapping[str, object]) -> str:
    said = [str(value["phrase"])] if value.get("phrase") else []
    nature = value.get("nature")
    if nature in ("recurring", "standing"):
        said.append(say(f"nature.{nature}"))
    to = value.get("to")
    if isinstance(to, str):
        said.append(f"{say('field.to')} {dates.day(to)}")
    return ", ".join(said) or say("value.none")


def _signal(value: Mapping[str, object]) -> str:
    colour = value.get("colour")
    word = say(f"signal.{colour}") if known(f"signal.{colour}") else str(colour)
    reason = value.get("reason")
    return f"{word}: {reason}" if reason else word


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(item if isinstance(item, str) else _plain(item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {item}" for key, item in value.items() if item is not None)
    return json.dumps(value, ensure_ascii=False)
