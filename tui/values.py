"""A field's value in words, whatever it is."""

import json
from collections.abc import Mapping

from tui import dates
from tui.locale import known, say

_TABLES = {"status": "status", "kind": "kind", "life": "life"}


def in_words(field: str, value: object) -> str:
    """What a value says, as plain text; the parts of a set tell what was put in or taken out."""
    name, slash, element = field.partition("/")
    if slash:
        return _element(name, element, value)
    if value is None or value == "":
        return say("value.none")
    if isinstance(value, bool):
        return say("value.yes" if value else "value.no")
    table = _TABLES.get(name)
    if table and known(f"{table}.{value}"):
        return say(f"{table}.{value}")
    if name == "term" and isinstance(value, Mapping):
        return _term(value)
    if name == "signal" and isinstance(value, Mapping):
        return _signal(value)
    return value if isinstance(value, str) else _plain(value)


def _element(name: str, element: str, value: object) -> str:
    if name in ("parties", "related"):
        first, _, second = element.partition("/")
        table = "role_long" if name == "parties" else "relation"
        word = say(f"{table}.{first}") if known(f"{table}.{first}") else first
        element = f"{word} {second}"
    return element if value else f"{element}: {say('value.no')}"


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
