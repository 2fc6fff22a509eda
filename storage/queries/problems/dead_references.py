"""References that lead nowhere, or round in a ring."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from storage.queries.document_names import SOURCED, documents
from storage.queries.joins import joins
from storage.queries.problems.found_problem import FoundProblem
from storage.records.fields import FIELDS
from storage.tables.columns import set_tables

Connection = sqlite3.Connection

_OWN_ON_DELETED = """
SELECT e.tail, e.about FROM entries e JOIN [{0}] a ON '{0}/' || a.tail = e.about
 WHERE e.tail LIKE 'own-%' AND e.life <> 'deleted' AND a.life = 'deleted' ORDER BY e.tail"""
_NO_PASSAGE = """
 AND NOT EXISTS (SELECT 1 FROM passages p WHERE p.life <> 'deleted'
  AND p.tail = source_document || '.' || {0}) ORDER BY 1, 3"""
_SOURCES = f"""
SELECT tail, 'source', source_locator FROM [{{0}}] WHERE source_document = ? AND life <> 'deleted'
 AND source_locator IS NOT NULL{_NO_PASSAGE.format("source_locator")}"""
_ALSO_AT = f"""
SELECT a.tail, 'also_at', also.text FROM agreements_also_at also JOIN agreements a
 ON a.tail = also.tail AND a.source_document = ? AND a.life <> 'deleted'
{_NO_PASSAGE.format("also.text")}"""
_ABOUTS = "SELECT tail, about FROM entries WHERE life <> 'deleted' ORDER BY tail"
_JOINED = """
SELECT j.tail, j.joined, o.life FROM [{0}] j LEFT JOIN [{0}] o ON o.tail = j.joined
 WHERE j.joined IS NOT NULL AND j.life <> 'deleted' AND coalesce(o.life, 'deleted') = 'deleted'
 ORDER BY j.tail"""
_LINKS = """
SELECT j.tail, j.joined FROM [{0}] j JOIN [{0}] o ON o.tail = j.joined AND o.life <> 'deleted'
 WHERE j.joined IS NOT NULL AND j.life <> 'deleted'"""
_PARENTS = """
SELECT p.tail, p.regions FROM regions_parents p JOIN regions r ON r.tail = p.tail
 WHERE r.life <> 'deleted' ORDER BY 1, 2"""


class ReferencePlace(NamedTuple):
    """Where references stand: the type that points, table, column, field, the type pointed at."""

    type: str
    table: str
    column: str
    field: str
    refers: str


def reference_places() -> Iterator[ReferencePlace]:
    """Every place where tails of one type stand."""
    for type_, fields in FIELDS.items():
        for field in fields.values():
            if field.refers in FIELDS:
                yield ReferencePlace(type_, type_, field.name, field.name, str(field.refers))
        for table, field in set_tables(type_).items():
            for part in field.parts:
                if part.refers:
                    yield ReferencePlace(type_, table, part.name, field.name, part.refers)


def dangling(connection: Connection) -> Iterator[FoundProblem]:
    """References to records that are not here, or are deleted; ``gone`` says which of both."""
    for place in reference_places():
        joined = joins(connection, place.refers)
        query = (
            f"SELECT l.tail, l.[{place.column}], g.tail IS NOT NULL FROM [{place.table}] l"
            f" JOIN [{place.type}] r ON r.tail = l.tail AND r.life <> 'deleted'"
            f" LEFT JOIN [{place.refers}] g ON g.tail = l.[{place.column}]"
            f" WHERE l.[{place.column}] IS NOT NULL AND (g.tail IS NULL OR g.life = 'deleted')"
            " ORDER BY 1, 2"
        )
        for tail, target, there in connection.execute(query).fetchall():
            if target not in joined.by:  # else a record stands for it
                gone = "deleted" if there else "unknown"
                details = {"field": place.field, "value": target, "gone": gone}
                yield FoundProblem(
                    "dangling", f"{place.type}/{tail}", details | {"refers": place.refers}
                )


def no_place(connection: Connection) -> Iterator[FoundProblem]:
    """Records that stand at a place which the document does not have, as far as that is here."""
    for document in documents(connection):
        for type_ in SOURCED:
            rows = connection.execute(_SOURCES.format(type_), (document,)).fetchall()
            if type_ == "agreements":
                rows += connection.execute(_ALSO_AT, (document,)).fetchall()
            for tail, field, locator in rows:
                yield FoundProblem(
                    "no_place", f"{type_}/{tail}", {"field": field, "value": locator}
                )


def own_on_deleted(connection: Connection) -> Iterator[FoundProblem]:
    """Own entries about a record that was deleted."""
    for type_ in FIELDS:
        for tail, about in connection.execute(_OWN_ON_DELETED.format(type_)).fetchall():
            yield FoundProblem("own_on_deleted", f"entries/{tail}", {"value": about})


def about_nothing(connection: Connection) -> Iterator[FoundProblem]:
    """Entries about nothing, or about what is not here; passages need not be here, for what
    partners get has none."""
    for tail, about in connection.execute(_ABOUTS).fetchall():
        type_, _, target = (about or "").partition("/")
        known = type_ == "passages" or (
            type_ in FIELDS
            and connection.execute(f"SELECT 1 FROM [{type_}] WHERE tail = ?", (target,)).fetchone()
        )
        if not known:
            yield FoundProblem(
                "about_nothing", f"entries/{tail}", {"field": "about", "value": about}
            )


def joins_to_nothing(connection: Connection) -> Iterator[FoundProblem]:
    """Records that were joined to one that is deleted or not here."""
    for type_, fields in FIELDS.items():
        if "joined" not in fields:
            continue
        for tail, into, life in connection.execute(_JOINED.format(type_)).fetchall():
            gone = "deleted" if life else "unknown"
            details = {"field": "joined", "value": into, "refers": type_, "gone": gone}
            yield FoundProblem("join_nowhere", f"{type_}/{tail}", details)


def rings_of_joins(connection: Connection) -> Iterator[FoundProblem]:
    """Records that were joined to each other in a circle; told at the one that stands."""
    for type_, fields in FIELDS.items():
        if "joined" in fields:
            links = dict(connection.execute(_LINKS.format(type_)).fetchall())
            for ring in rings({tail: [into] for tail, into in links.items()}):
                details = {"field": "joined", "value": ", ".join(ring)}
                yield FoundProblem("join_ring", f"{type_}/{ring[0]}", details)


def rings_of_parents(connection: Connection) -> Iterator[FoundProblem]:
    """Regions that lie in each other."""
    joined = joins(connection, "regions")
    links: dict[str, list[str]] = {}
    for region, parent in connection.execute(_PARENTS).fetchall():
        links.setdefault(joined.of(region), []).append(joined.of(parent))
    for ring in rings(links):
        details = {"field": "parents", "value": ", ".join(ring)}
        yield FoundProblem("parent_ring", f"regions/{ring[0]}", details)


def rings(links: Mapping[str, list[str]]) -> list[list[str]]:
    """The groups of records from which links lead back to themselves, each from its lowest id.

    Tarjan's way to strongly connected parts, without recursion: chains can be very long.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    held: list[str] = []
    on_path: set[str] = set()
    found: list[list[str]] = []
    for start in sorted(links):
        if start in number:
            continue
        work = [(start, iter(links.get(start, ())))]
        number[start] = low[start] = len(number)
        held.append(start)
        on_path.add(start)
        while work:
            here, following = work[-1]
            other = next((one for one in following if one not in number or one in on_path), None)
            if other is not None and other not in number:
                number[other] = low[other] = len(number)
                held.append(other)
                on_path.add(other)
                work.append((other, iter(links.get(other, ()))))
                continue
            if other is not None:
                low[here] = min(low[here], number[other])
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[here])
            if low[here] == number[here]:
                part = held[held.index(here) :]
                del held[-len(part) :]
                on_path.difference_update(part)
                if len(part) > 1 or here in links.get(here, ()):
                    found.append(sorted(part))
    return sorted(found)
