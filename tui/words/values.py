"""A field's value in words, whatever it is."""

import json
import re
from collections.abc import Mapping
from types import MappingProxyType

from storage.records.fields import FIELDS
from storage.views.to_erase import ToErase
from tui.locale import known, say
from tui.words import dates
from tui.words.choice_words import choice_word
from tui.words.labels import field_name
from tui.words.locator import locator_in_words

NO_NAMES: Mapping[str, str] = MappingProxyType({})
_ALL = [field for fields in FIELDS.values() for field in fields.values()]
_LOCATORS = {field.name for field in _ALL if field.is_set and field.parts[0].form == "locator"}
_PAIRS = {field.name: field.parts for field in _ALL if field.is_set and field.parts[0].choices}
_DATES = {field.name for field in _ALL if field.form == "date"}
_REFERS = {field.name: field.refers for field in _ALL if field.refers}
_TAIL = re.compile("(own-)?[0-9a-f]{16}")
BEHIND = {field.name for field in _ALL if field.hidden}
"""Fields that nobody reads: a place in a list, on what a proposal was made."""
_RESERVED = ("organisation", "until", "answer")
_JUDGED = {field.name: field.names for field in _ALL if field.has_keys and field.needs}
"""Objects that say something by their first key, and why by the others."""


def in_words(field: str, value: object, names: Mapping[str, str] = NO_NAMES) -> str:
    """What a value says, as plain text; the parts of a set tell what was put in or taken out.
    ``names`` has what the records are called that it points at."""
    name, slash, element = field.partition("/")
    if isinstance(value, ToErase):
        return say("value.to_erase")
    if slash:
        return _element(name, element, value, names)
    if value in (None, "", []):
        return say("value.none")
    if name in BEHIND:
        return say("value.other")
    if isinstance(value, bool):
        return say("value.yes" if value else "value.no")
    if isinstance(value, str) and (word := choice_word(name, value)) != value:
        return word
    if name in _PAIRS and isinstance(value, list):
        return ", ".join(_pair(name, one, names) for one in value)
    if name == "term" and isinstance(value, Mapping):
        return _term(value)
    if name in _JUDGED and isinstance(value, Mapping):
        return _judged(name, value)
    if name in _TOLD and isinstance(value, Mapping):
        return _TOLD[name](value, names)
    if name in _DATES and isinstance(value, str) and dates.is_iso_date(value):
        return dates.day(value)
    return _named(name, value, names) if isinstance(value, str) else _plain(value, names)


def stood_in_words(field: str, value: object, names: Mapping[str, str] = NO_NAMES) -> str:
    """What a value said that stood before another; "" where there was none, or where someone asks
    to erase it."""
    nothing = value in (None, []) or isinstance(value, ToErase) or field in BEHIND
    return "" if nothing else in_words(field, value, names)


def _named(field: str, value: str, names: Mapping[str, str]) -> str:
    """What a value points at, by its name; what it is, where it has none."""
    said = names.get(value, value)
    type_, _, tail = said.rpartition("/")
    type_ = type_ or _REFERS.get(field, "")
    return say(f"type.{type_}") if _TAIL.fullmatch(tail) and known(f"type.{type_}") else said


def _element(name: str, element: str, value: object, names: Mapping[str, str]) -> str:
    first, slash, second = element.partition("/")
    if name in _PAIRS and slash:
        told = f"{choice_word(name, first)} {names.get(second, second)}"
    elif name in _LOCATORS:
        told = locator_in_words(element)
    elif first in names:  # who was there, and in which function
        told = " ".join([names[first], *([second] if second else [])])
    else:
        told = names.get(element, element)
    return told if value else f"{told}: {say('value.no')}"


def _pair(name: str, one: object, names: Mapping[str, str]) -> str:
    if not isinstance(one, Mapping):
        return names.get(str(one), str(one))  # a party of the arrangement has no role
    return _element(name, "/".join(str(one.get(part.name)) for part in _PAIRS[name]), True, names)


def _term(value: Mapping[str, object]) -> str:
    said = [str(value["phrase"])] if value.get("phrase") else []
    nature = value.get("nature")
    if nature in ("recurring", "standing"):
        said.append(say(f"nature.{nature}"))
    to = value.get("to")
    if isinstance(to, str):
        said.append(f"{say('field.to')} {dates.day(to)}")
    return ", ".join(said) or say("value.none")


def _judged(name: str, value: Mapping[str, object]) -> str:
    first, *others = _JUDGED[name]
    word = choice_word(f"{name}.{first}", value.get(first))
    return ": ".join([word, *(str(value[key]) for key in others if value.get(key))])


def _reservation(value: Mapping[str, object], names: Mapping[str, str]) -> str:
    who, until, answer = (str(value.get(key) or "") for key in _RESERVED)
    return reserved_words(names.get(who, who), until, answer)


def reserved_words(who: str, until: str | None, answer: str | None) -> str:
    """Of whom a decision waits, until when, and what they said."""
    day = dates.day(until) if until and dates.is_iso_date(until) else until
    told = say("agenda.reserved", who=who)
    if day:
        told += f" {say('agenda.until', day=day)}"
    return f"{told}, {choice_word('reservation.answer', answer)}" if answer else told


def _proposal(value: Mapping[str, object], names: Mapping[str, str]) -> str:
    """What is proposed for an agreement, field by field."""
    told = ((field, in_words(field, one, names)) for field, one in value.items())
    return "; ".join(
        said if field.startswith("parties/") else f"{field_name(field)}: {said}"
        for field, said in told
    )


def _source(value: Mapping[str, object], names: Mapping[str, str]) -> str:
    """Where in a document something stands, or at which point of which meeting it was said."""
    if value.get("locator"):
        return locator_in_words(str(value["locator"]))
    tails = [str(value[key]) for key in ("meeting", "item") if value.get(key)]
    known_ = [names[tail] for tail in tails if names.get(tail, tail) != tail]
    return ", ".join(known_) or (say("type.meetings") if tails else _plain(value, names))


_TOLD = {"proposal": _proposal, "reservation": _reservation, "source": _source}
"""Objects that are told in a way of their own."""


def _plain(value: object, names: Mapping[str, str] = NO_NAMES) -> str:
    if isinstance(value, list):
        each = (one if isinstance(one, str) else _plain(one, names) for one in value)
        return ", ".join(names.get(one, one) for one in each)
    if isinstance(value, Mapping):
        said = {key: one for key, one in value.items() if one is not None}
        if not said.keys().isdisjoint(("organisation", "title")):  # of an office, of a vision
            return " ".join(names.get(str(one), str(one)) for one in said.values())
        return ", ".join(f"{_key(key)}: {one}" for key, one in said.items())
    return json.dumps(value, ensure_ascii=False)


def _key(key: object) -> str:
    """The word for a part of a value."""
    return say(f"field.{key}") if known(f"field.{key}") else str(key)
