"""Which agreements come on an agenda: by rules that are saved searches."""

from collections.abc import Iterable, Sized
from typing import NamedTuple

from storage.queries.meetings.carried import Grouping
from storage.records.ids import tail_of
from storage.search.query_parser import parse_query
from storage.search.ready_searches import BY_CODE
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import language, number, say, say_count
from tui.screens.meetings.questions import Asking
from tui.store import Store
from tui.words.agenda_template import USUAL

BY = "by"
"""Whether agreements are grouped otherwise, in the list of rules."""


class Rule(NamedTuple):
    """What puts agreements on an agenda: a query, what it is called, and why agreements that it
    found are there, in ``short``."""

    query: str
    why: str
    short: str


def agenda_rules(store: Store, day: str | None, last: str | None) -> dict[str, Rule]:
    """The rules for a meeting on a day, where the ``last`` of its body was on another (ISO): the
    ready searches that find agreements, and every saved one."""
    rules = {}
    ready = store.filters.ready(language())
    for code, one in ready.items():
        own = one.id == code  # else someone's own search of that name
        short = BY_CODE[code].short(language()) if own else one.name
        rules[code] = Rule(one.query, one.name, short)
        if own and code == "soon" and day:
            told = say("meeting.rule_due")
            rules[code] = Rule(f"due:{day} is:open", told, told)
        if own and code == "changed" and last:
            rules[code] = rules[code]._replace(query=f"changed:{last} is:open")
    known = {one.id for one in ready.values()}
    saved = (one for one in store.filters.saved() if one.id not in known)
    rules |= {one.id: Rule(one.query, one.name, one.name) for one in saved}
    return {
        name: rule
        for name, rule in rules.items()
        if "agreements" in store.filters.types(store.filters.whole(parse_query(rule.query)).filters)
    }


class ChosenRules(NamedTuple):
    """Rules, and ``by`` what the agreements are grouped."""

    rules: tuple[Rule, ...]
    by: Grouping


def ask_rules(store: Store, day: str | None, last: str | None, carried: int = 0) -> Asking:
    """By which rules agreements come on the agenda, and in which groups; the usual ones are chosen,
    and so many are ``carried`` from last time besides. Gives ``ChosenRules``."""
    rules = agenda_rules(store, day, last)
    listed = {
        name: store.searcher.listed("agreements", rule.query).ids for name, rule in rules.items()
    }
    chosen: set[str] = {*USUAL} & rules.keys()
    if last is None:  # then nearly everything changed since
        chosen.discard("changed")
    while True:
        ids = {one for name in chosen - {BY} for one in listed[name]}
        besides = say_count("meeting.carried_too", carried) if carried else ""
        options = [PickerOption("", say_count("meeting.rules_give", len(ids)), besides)]
        options += [
            PickerOption(
                name, rule.why, found_told(store, rule, listed[name]), chosen=name in chosen
            )
            for name, rule in rules.items()
        ]
        options.append(PickerOption(BY, say("meeting.by_programme"), chosen=BY in chosen))
        answer = yield ChooseScreen(say("meeting.which_rules"), options)
        if not answer:
            taken = tuple(rule for name, rule in rules.items() if name in chosen)
            return ChosenRules(taken, "programmes" if BY in chosen else "regions")
        chosen ^= {answer}


def found_told(store: Store, rule: Rule, found: Sized) -> str:
    """How many agreements a rule finds; of one that finds none also why, where that is known."""
    told = number(len(found))
    reasons = () if found else store.filters.reasons(parse_query(rule.query).filters)
    return ", ".join([told, *(say(f"meeting.none_{one.key}") for one in reasons)])


def found_by_rules(store: Store, rules: Iterable[Rule]) -> list[tuple[str, str]]:
    """The tails of agreements that rules put on an agenda, each with why: all that did."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        for id_ in store.searcher.listed("agreements", rule.query).ids:
            found.setdefault(tail_of(id_), []).append(rule.short)
    return [(tail, ", ".join(why)) for tail, why in found.items()]
