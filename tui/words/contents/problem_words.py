"""What is wrong or doubtful, in plain words, and how it is mended."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.views.problem import Problem
from tui.locale import known, say, wrong_in
from tui.store import Store
from tui.words import dates
from tui.words.called import short_name_of
from tui.words.labels import field_name
from tui.words.record_words import title_or_kind
from tui.words.values import in_words

Way = Literal[
    "field",
    "note",
    "signal",
    "recode",
    "loose",
    "take_out",
    "restore",
    "delete",
    "join",
    "exchange",
    "erase",
]

_WAYS: Mapping[str, Way] = {
    "same_code": "recode", "turned_term": "field", "turned_period": "field", "required": "field",
    "unknown_word": "field", "no_evidence": "note", "no_successor": "field", "no_reason": "signal",
    "dangling": "field", "no_place": "field", "own_on_deleted": "restore",
    "about_nothing": "delete",
    "join_nowhere": "loose", "join_ring": "loose", "parent_ring": "field", "double": "join",
    "set_apart": "exchange", "not_whole": "exchange", "seed_apart": "exchange",
    "to_erase": "erase", "unclean": "erase",
}  # fmt: skip
_DOUBTED = ("dangling", "join_nowhere")
"""Kinds of which the sentence depends on whether something was deleted or is not known."""


class Mending(NamedTuple):
    """How a problem is mended with Enter: in what way, and at which line of a form."""

    way: Way
    line: str = ""


def problem_kind(problem: Problem) -> str:
    """What kind of problem it is."""
    key = f"cli.problem.{problem.kind}"
    return say(key) if known(key) else problem.kind


def whose(problem: Problem) -> str:
    """Of whom or of what it is; of a laptop of which nobody is known that, and of a record without
    a name what kind it is."""
    if problem.title == "seed":
        return say("history.arrangement")
    if problem.title == problem.details.get("device"):
        return say("conflict.device")
    return title_or_kind(problem.title, problem.record)


def mending(problem: Problem) -> Mending | None:
    """How Enter mends it; None where only another file or another laptop can."""
    way = _WAYS.get(problem.kind)
    if problem.details.get("element"):
        return Mending("take_out")
    if way != "field":
        return Mending(way) if way else None
    lines = {"turned_term": "term.to"}
    line = lines.get(problem.kind, str(problem.details.get("field", "")))
    return Mending(way, line) if type_of(problem.record) != "passages" else None


def target_of(problem: Problem) -> str | None:
    """The deleted record that restoring would mend it."""
    details = problem.details
    if problem.kind == "own_on_deleted":
        return str(details["value"])
    if details.get("gone") == "deleted":
        return f"{details['refers']}/{details['value']}"
    return None


def problem_sentence(store: Store, problem: Problem) -> str:
    """What is the matter, in a sentence or two."""
    details = problem.details
    field = str(details.get("field", ""))
    value = details.get("value")
    parts = {
        "title": _called(store, problem.record) if problem.record else whose(problem),
        "field": field_name(field) if field else "",
        "value": in_words(field, value) if field and value is not None else str(value or ""),
        "name": _target(store, problem),
        "from": _day(details.get("from")),
        "to": _day(details.get("to")),
        "count": str(details.get("count", "")),
        "reason": wrong_in(str(details.get("reason", ""))),
    }
    if problem.kind in _DOUBTED:
        return say(f"problem.{problem.kind}.{details['gone']}", **parts)
    return say(f"problem.{problem.kind}", **parts)


def _target(store: Store, problem: Problem) -> str:
    """What it points at, by name; of a ring all that stand in it."""
    details = problem.details
    if problem.kind == "double":
        return _called(store, str(details["other"]))
    if problem.kind in ("join_ring", "parent_ring"):
        type_ = type_of(problem.record)
        tails = str(details["value"]).split(", ")
        return ", ".join(_called(store, f"{type_}/{tail}") for tail in tails)
    target = target_of(problem)
    return _called(store, target) if target else str(details.get("value") or "")


def _called(store: Store, record: str) -> str:
    return short_name_of(store, record) if type_of(record) in FIELDS else record


def _day(value: object) -> str:
    try:
        return dates.day(str(value)) if value else ""
    except ValueError:
        return str(value)
