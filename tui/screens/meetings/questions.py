"""What is asked to propose or decide something about an agreement, one question after another."""

from collections.abc import Generator
from typing import Any, NamedTuple

from storage.records.fields import STATUSES
from storage.search.query_parser import parse_query
from storage.views.meeting import Point
from tui.base.asked_steps import Question
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import language, number, say, say_count
from tui.store import Store
from tui.words.agenda_template import USUAL
from tui.words.contents.agenda_contents import point_title

WHAT = ("status", "term", "lead", "goal", "condition")
Asking = Generator[Question, str, Any]


class Wanted(NamedTuple):
    """Values for an agreement, by field as acts name it, and why."""

    values: dict[str, object]
    why: str


class Rule(NamedTuple):
    """What puts agreements on an agenda: a query, and why it says they are there."""

    query: str
    why: str


def agenda_rules(store: Store, day: str | None, last: str | None) -> dict[str, Rule]:
    """The rules for a meeting on a day, where the ``last`` of its body was on another (ISO): the
    ready searches that find agreements, and every saved one."""
    ready = store.filters.ready(language())
    named = {code: Rule(one.query, one.name) for code, one in ready.items()}
    if day:
        named["soon"] = Rule(f"due:{day} is:open", say("meeting.rule_due"))
    if last:
        named["changed"] = named["changed"]._replace(query=f"changed:{last} is:open")
    known = {one.id for one in ready.values()}
    saved = {one.id: Rule(one.query, one.name) for one in store.filters.saved()}
    rules = {**named, **{id_: rule for id_, rule in saved.items() if id_ not in known}}
    return {
        name: rule
        for name, rule in rules.items()
        if "agreements" in store.filters.types(store.filters.whole(parse_query(rule.query)).filters)
    }


def ask_rules(store: Store, day: str | None, last: str | None) -> Asking:
    """By which rules agreements come on the agenda; the usual ones are chosen. Gives them."""
    rules = agenda_rules(store, day, last)
    listed = {
        name: store.searcher.listed("agreements", rule.query).ids for name, rule in rules.items()
    }
    chosen = {one for one in USUAL if one in rules and (last or one != "changed")}
    while True:
        ids = {one for name in chosen for one in listed[name]}
        options = [PickerOption("", say_count("meeting.rules_give", len(ids)))]
        options += [
            PickerOption(name, rule.why, number(len(listed[name])), chosen=name in chosen)
            for name, rule in rules.items()
        ]
        answer = yield ChooseScreen(say("meeting.which_rules"), options)
        if not answer:
            return [rule for name, rule in rules.items() if name in chosen]
        chosen ^= {answer}


def ask_values(store: Store, point: Point) -> Asking:
    """What an agreement is to say; gives a ``Wanted``, or None where nothing was said."""
    kinds = [PickerOption(one, say(f"meeting.what_{one}")) for one in WHAT]
    what = yield ChooseScreen(say("meeting.what_changes", title=point_title(point)), kinds)
    values = yield from _VALUES.get(what, _text)(store, point, what)
    if values is None:
        return None
    why = yield LineScreen(say("meeting.why"), say("meeting.why_told"))
    return Wanted(values, why)


def _status(store: Store, point: Point, what: str) -> Asking:
    now = point.row.status if point.row else None
    options = [PickerOption(one, say(f"status.{one}"), chosen=one == now) for one in STATUSES]
    chosen = yield ChooseScreen(say("meeting.which_status"), options)
    return {"status": chosen}


def _term(store: Store, point: Point, what: str) -> Asking:
    phrase = yield LineScreen(say("meeting.which_term"), say("meeting.term_told"))
    if not phrase:
        return None
    read = store.phrase(phrase)
    said: dict[str, object] = {"phrase": phrase, **(read.keys if read else {})}
    return {"term": {key: value for key, value in said.items() if value is not None}}


def _lead(store: Store, point: Point, what: str) -> Asking:
    chosen = yield from ask_organisation(store, say("meeting.which_lead"))
    if point.row is None:
        return None
    now = store.record(point.row.id)["parties"]
    leads = [one["organisation"] for one in now if one["role"] == "lead"]  # type: ignore[attr-defined]
    gone = {f"parties/lead/{one}": False for one in leads if one != chosen}
    return {**gone, f"parties/lead/{chosen}": True}


def _text(store: Store, point: Point, what: str) -> Asking:
    text = yield LineScreen(say(f"meeting.what_{what}"))
    return {what: text} if text else None


def ask_organisation(store: Store, asked: str, before: str = "") -> Asking:
    """The tail of an organisation; ``before`` is the one that stands there now."""
    options = [
        PickerOption(place.tail, place.name, others=place.short_forms)
        for place in store.lists.organisations()
    ]
    screen = ChooseScreen(asked, options)
    screen.before = before
    chosen = yield screen
    return chosen


_VALUES = {"status": _status, "term": _term, "lead": _lead}
