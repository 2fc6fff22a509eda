"""Records that two people may have made of one thing: told, never joined by itself."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from storage.queries.joins import Joins, joins
from storage.queries.names import NAMED, SHORT_FORM, names
from storage.queries.problems.found_problem import FoundProblem
from storage.records.ids import tail_of
from storage.search.folding import fold_text
from storage.tables.chunks import paged, select_in

Connection = sqlite3.Connection

LONG = 7  # letters from which one that differs may be a slip
MOST = 20  # alike in one heap; more is a list of something, not doubles
_ARTICLES = frozenset(("de", "het", "een", "the", "of"))
_DIGITS = re.compile(r"\d+")

_ADDED = """
SELECT substr(s.record, length(?1) + 2) FROM said s JOIN acts a ON a.n = s.act
 WHERE s.field = 'life' AND s.value = '"live"' AND a.by <> 'seed'
   AND s.record >= ?1 || '/' AND s.record < ?1 || '0'"""
_ADDED_OF_THESE = """
SELECT s.record FROM said s JOIN acts a ON a.n = s.act
 WHERE s.field = 'life' AND s.value = '"live"' AND a.by <> 'seed' AND s.record IN (…)"""
_TITLES = """
SELECT rowid, tail, title, source_document, source_locator FROM agreements
 WHERE life <> 'deleted' AND title IS NOT NULL"""
_REGIONS = "SELECT regions FROM agreements_regions WHERE tail = ?"


class NamedRecord(NamedTuple):
    """A record by its tail, and everything that it is called."""

    tail: str
    forms: tuple[str, ...]


def pair_of(record: str, other: str) -> str:
    """One text for two records, whichever is named first."""
    return " ".join(sorted((record, other)))


def doubles(connection: Connection, none: Collection[str] = ()) -> Iterator[FoundProblem]:
    """Likely doubles of records that people added; what came with the arrangement is known to
    be apart. ``none`` are pairs that a person said are no doubles."""
    for type_ in NAMED:
        added = _added(connection, type_)
        named = names(connection, type_, SHORT_FORM.get(type_)) if added else {}
        called = [NamedRecord(tail, (name, *others)) for tail, (name, others) in named.items()]
        yield from _told(type_, likely(called, added), none)
    if connection.execute(f"{_ADDED} LIMIT 1", ("agreements",)).fetchone():
        yield from _told("agreements", _agreements(connection), none)


def likely(called: Iterable[NamedRecord], added: Collection[str]) -> list[tuple[str, str]]:
    """Pairs that may be one, at least one of which was ``added``: called the same in one way, but
    for capitals, accents, marks and articles; or the same but for one letter.

    The one that was added comes first, of two the later by id.
    """
    heaps: dict[str, dict[str, None]] = defaultdict(dict)
    near: dict[str, dict[str, str]] = defaultdict(dict)
    for tail, forms in called:
        for key in dict.fromkeys(filter(None, map(folded, forms))):
            heaps[key][tail] = None
            if len(key) >= LONG:
                for part in {key, *(key[:n] + key[n + 1 :] for n in range(len(key)))}:
                    near[part][tail] = key
    found: dict[tuple[str, str], None] = {}
    for heap in heaps.values():
        found |= dict.fromkeys(_pairs(heap, added))
    for close in near.values():
        for pair in _pairs(close, added):
            if slip(close[pair[0]], close[pair[1]]):
                found[pair] = None
    return sorted(found)


def folded(text: str) -> str:
    """What is compared: the words without capitals, accents, marks, blanks and articles."""
    words = fold_text(text).split()
    return "".join(word for word in words if word not in _ARTICLES) or "".join(words)


def slip(one: str, other: str) -> bool:
    """Whether two words may be the same with one letter wrong, missing or too many; figures count
    for what they are."""
    if _DIGITS.findall(one) != _DIGITS.findall(other) or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    short, long = sorted((one, other), key=len)
    return short[start:] == long[start + 1 :]


def _pairs(heap: Mapping[str, object], added: Collection[str]) -> Iterator[tuple[str, str]]:
    if not 1 < len(heap) <= MOST:
        return
    for one, other in combinations(sorted(heap), 2):
        if other in added:
            yield other, one
        elif one in added:
            yield one, other


def _agreements(connection: Connection) -> list[tuple[str, str]]:
    """Of one title, for the same regions, and of one source where both name one."""
    joined, regions = joins(connection, "agreements"), joins(connection, "regions")
    alike = _titles_alike(connection)
    heaps: dict[str, dict[str, tuple[str, str] | None]] = defaultdict(dict)
    for _, tail, title, document, locator in paged(connection, _TITLES) if alike else ():
        key = folded(title)
        if hash(key) in alike and tail not in joined.by:
            heaps[key][tail] = (document, locator) if locator else None
    records = [f"agreements/{tail}" for heap in heaps.values() for tail in heap]
    added = {tail_of(record) for (record,) in select_in(connection, _ADDED_OF_THESE, records)}
    found: list[tuple[str, str]] = []
    for heap in heaps.values():
        for pair in _pairs(heap, added):
            one, other = (heap[tail] for tail in pair)
            here, there = (_regions(connection, tail, regions) for tail in pair)
            if here == there and (one is None or other is None or one == other):
                found.append(pair)
    return sorted(found)


def _titles_alike(connection: Connection) -> set[int]:
    """The hashes of the titles that there are more than once: the titles themselves would
    fill memory, of which few are alike."""
    once: set[int] = set()
    alike: set[int] = set()
    for row in paged(connection, _TITLES):
        key = hash(folded(row[2]))
        (alike if key in once else once).add(key)
    return alike


def _regions(connection: Connection, tail: str, joined: Joins) -> set[str]:
    rows = connection.execute(_REGIONS, (tail,)).fetchall()
    return {joined.of(region) for (region,) in rows}


def _added(connection: Connection, type_: str) -> set[str]:
    """The tails of the records of a type that a person added."""
    return {tail for (tail,) in connection.execute(_ADDED, (type_,)).fetchall()}


def _told(
    type_: str, pairs: Iterable[tuple[str, str]], none: Collection[str]
) -> Iterator[FoundProblem]:
    for tail, other in pairs:
        record, of = f"{type_}/{tail}", f"{type_}/{other}"
        if pair_of(record, of) not in none:
            yield FoundProblem("double", record, {"other": of})
