"""The value of a filter as the file knows it: records by their names, times as days."""

import json
import re
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from storage.clock import moment
from storage.errors import Refused
from storage.phrases import read_phrase
from storage.phrases.calendar import later
from storage.queries.joins import Joins, joins
from storage.queries.names import NAMED, forms
from storage.queries.regions import around, tree
from storage.search.filter_choices import LAST_MEETING
from storage.search.filter_names import BY_NAME, FilterName
from storage.search.name_match import name_fit
from storage.tables.arrivals import NTH
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import Trouble

Connection = sqlite3.Connection
Forms = Mapping[str, tuple[str, ...]]
"""By tail what a record is called, the name first."""

_MONTH = re.compile(r"((?:19|20|21)[0-9]{2})-([01][0-9])")
_FAR = re.compile(r"([0-9]{1,4}) ?([a-z]+)")
_UNITS = {
    **dict.fromkeys(("d", "dag", "dagen", "day", "days"), "dag"),
    **dict.fromkeys(("w", "week", "weken", "weeks"), "week"),
    **dict.fromkeys(("m", "mnd", "maand", "maanden", "month", "months"), "maand"),
    **dict.fromkeys(("k", "q", "kwartaal", "kwartalen", "quarter", "quarters"), "kwartaal"),
    **dict.fromkeys(("j", "y", "jaar", "year", "years"), "jaar"),
}
_MEETINGS = """
SELECT m.tail, m.title, m.date, o.name, o.abbreviation FROM meetings m
  LEFT JOIN organisations o ON o.tail = m.body WHERE m.life <> 'deleted'"""
_LAST_HELD = """
SELECT max(date) FROM meetings WHERE phase = 'closed' AND life <> 'deleted' AND date <= ?"""
BEGINS = 2  # how well a name fits of which a word begins so (``name_fit``)


class FilterValue(NamedTuple):
    """``values`` are tails with those that gave way to them, the first and last day of a period, a
    moment, or the one word, number or place that was typed."""

    term: FilterTerm
    values: tuple[str, ...]

    @property
    def asked(self) -> str:
        """All of them, for a query with ``json_each``."""
        return json.dumps(self.values)


def filter_value(connection: Connection, today: date, term: FilterTerm) -> FilterValue | Trouble:
    """What a filter asks for, or why that is nothing."""
    about = BY_NAME[term.name]
    if about.kind == "record":
        return _named(connection, about, term)
    if about.kind == "period":
        return _period(today, term)
    if about.kind == "since":
        return _since(connection, today, term)
    if about.kind == "number":
        number = term.value.isdecimal() and int(term.value[:9]) > 0 and term.value.isascii()
        return FilterValue(term, (term.value[:9],)) if number else _no("no_number", term)
    if about.kind == "locator":
        return FilterValue(term, (term.value.casefold().rstrip("."),))
    free = term.name == "kind"  # of organisations, where anything may stand
    if free or any(one.code == term.value for one in about.choices):
        return FilterValue(term, (term.value,))
    words = [word for one in about.choices for word in (*one.words("nl"), *one.words("en"))]
    return _no("unknown_value", term, nearest_name(term.value, {word: word for word in words}))


def called(connection: Connection, type_: str) -> Forms:
    """What the records of a type are called, all their names."""
    if type_ in NAMED:
        return {tail: (name, *more) for tail, (name, more) in forms(connection, type_).items()}
    rows = connection.execute(_MEETINGS).fetchall()
    return {tail: tuple(one for one in said if one) or (tail,) for tail, *said in rows}


def _named(connection: Connection, about: FilterName, term: FilterTerm) -> FilterValue | Trouble:
    known, joined = called(connection, about.refers), joins(connection, about.refers)
    tails = tails_named(known, joined, term.value.removeprefix(f"{about.refers}/"))
    if not tails:
        spoken = {form: names[0] for names in known.values() for form in names}
        return _no("unknown_name", term, nearest_name(term.value, spoken))
    if term.name == "applies":
        above = tree(connection).above
        tails = [*tails, *(one for tail in tails for one in around(above, tail))]
    return FilterValue(term, tuple(sorted({one for tail in tails for one in joined.all_of(tail)})))


def tails_named(known: Forms, joined: Joins, text: str) -> list[str]:
    """The records of this name; else those that fit it best, of which a word begins so at least."""
    tail, wanted = joined.of(text), text.strip().casefold()
    if tail in known:
        return [tail]
    exact = [
        tail
        for tail, names in known.items()
        if wanted in (tail.casefold(), *(name.casefold() for name in names))
    ]
    if exact or not wanted:
        return exact
    fits = {tail: fit[0] for tail, names in known.items() if (fit := name_fit(text, names))}
    best = min(fits.values(), default=BEGINS + 1)
    return [tail for tail, fit in fits.items() if fit == best] if best <= BEGINS else []


def _period(today: date, term: FilterTerm) -> FilterValue | Trouble:
    said = term.value
    if ahead := _moved(today, said, 1):
        return FilterValue(term, (ahead, ahead))
    if month := _MONTH.fullmatch(said):
        said = f"{month[1]}-{month[2]}-01"
        try:
            first = date.fromisoformat(said)
        except ValueError:
            return _no("no_such_day", term)
        last = later(later(first, 1, "maand"), -1, "dag")
        return FilterValue(term, (first.isoformat(), last.isoformat()))
    found = read_phrase(said.replace("_", " "), today)
    days = (found.start or found.end, found.end or found.start) if found else (None, None)
    if days[0] is None or days[1] is None:
        return _no("no_such_day", term)
    return FilterValue(term, (days[0], days[1]))


def _moved(today: date, said: str, way: Literal[1, -1]) -> str | None:
    """The day that lies so many weeks or months ahead, or back; None where no such is said."""
    found = _FAR.fullmatch(said.strip().casefold())
    if found is None or found[2] not in _UNITS:
        return None
    try:
        return later(today, way * int(found[1]), _UNITS[found[2]]).isoformat()
    except OverflowError:
        return None


def _since(connection: Connection, today: date, term: FilterTerm) -> FilterValue | Trouble:
    said = term.value.strip()
    if said == LAST_MEETING[0].code:
        (day,) = connection.execute(_LAST_HELD, (today.isoformat(),)).fetchone()
        return FilterValue(term, (day,)) if day else _no("no_meeting_held", term)
    if back := _moved(today, said, -1):
        return FilterValue(term, (back,))
    if NTH.fullmatch(said):
        return FilterValue(term, (said,))
    try:
        moment(said)
    except Refused:
        period = _period(today, term)
        return _no("no_since", term) if isinstance(period, Trouble) else period
    return FilterValue(term, (said,))


def _no(key: str, term: FilterTerm, nearest: str = "") -> Trouble:
    more = {"nearest": nearest} if nearest else {}
    return Trouble(key, {"field": term.name, "value": term.value, **more})


def nearest_name(word: str, known: Mapping[str, str]) -> str:
    """What is most like a word, up to three."""
    from difflib import get_close_matches

    folded = {said.casefold(): name for said, name in known.items()}
    found = get_close_matches(word.casefold(), folded, n=3, cutoff=0.5)
    return ", ".join(dict.fromkeys(folded[one] for one in found))
