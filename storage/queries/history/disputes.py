"""Fields on which several values stand, and records both deleted and changed."""

import sqlite3
from collections.abc import Collection

from storage.merge import Outcome, merge_field
from storage.merge.existence import sight_of, unseen
from storage.queries.erasure_requests import asked_to_erase
from storage.queries.history.act_history import act_row, acts_by_id
from storage.queries.joins import joins
from storage.queries.names import names, title_of
from storage.queries.problems.withdrawn_additions import added_by, taken_back_by
from storage.queries.referents import lookup_in, referred_in
from storage.tables.assertions import knower, load_world
from storage.tables.chunks import select_in
from storage.tables.clocks import WHEN
from storage.views.disagreement import Claim, Conflict, Contest
from storage.views.to_erase import ToErase

Connection = sqlite3.Connection


def disputed(connection: Connection) -> set[tuple[str, str]]:
    """The records and fields that are in conflict."""
    return set(connection.execute("SELECT record, field FROM disputed").fetchall())


def conflicts(connection: Connection, record: str | None = None) -> list[Conflict]:
    """Every conflict, or those of one record, by record and field. What counts is told, also
    where someone asks to erase it; why it was said, and what stood before, is not."""
    rows = connection.execute(
        "SELECT record, field FROM disputed WHERE ?1 IS NULL OR record = ?1 ORDER BY record, field",
        (record,),
    ).fetchall()
    knows, lookup = knower(connection), lookup_in(connection)
    hidden = asked_to_erase(connection) if rows else set()
    found = []
    for of, field in rows:
        code, title = title_of(connection, of)
        said = load_world(connection, [of])[of].get(field, [])
        outcome = merge_field(said, knows)
        claims, stood = _claims(connection, outcome, hidden), _before(outcome, hidden)
        called = referred_in(lookup, of, field, [*stood, *(one.value for one in claims)])
        found.append(Conflict(of, code, title, field, claims, stood, outcome.incomplete, called))
    return found


def contest(connection: Connection, record: str) -> Contest:
    """Who deleted a record, or took back its adding, and who changed it or wrote about it without
    having seen that."""
    rows = connection.execute(
        "SELECT 'entries/' || tail FROM entries WHERE about = ? AND life <> 'deleted'", (record,)
    ).fetchall()
    world = load_world(connection, [record, *(entry for (entry,) in rows)])
    knows = knower(connection)
    merged = {
        one: {field: merge_field(said, knows) for field, said in fields.items()}
        for one, fields in world.items()
    }
    sight = sight_of(merged[record])
    changed = {act for fields in merged.values() for act in unseen(fields, sight)}
    return Contest(
        tuple(act_row(connection, act) for act in sorted(sight.deletions)),
        tuple(acts_by_id(connection, taken_back_by(connection, added_by(world[record])))),
        tuple(
            sorted(
                (act_row(connection, act) for act in changed - sight.deletions),
                key=lambda act: act.when,
            )
        ),
    )


def _claims(connection: Connection, outcome: Outcome, hidden: Collection[str]) -> tuple[Claim, ...]:
    organisations, joined = names(connection, "organisations"), joins(connection, "organisations")
    query = (
        f"SELECT a.id, a.device, a.why, {WHEN}, u.file, w.name, w.organisation FROM acts a"
        " LEFT JOIN unverified u ON u.act = a.id"
        " LEFT JOIN authors w ON w.tail = a.by WHERE a.id IN (…)"
    )
    rows = select_in(connection, query, [one.act for one in outcome.claims])
    facts = {act: rest for act, *rest in rows}
    found = []
    for one in outcome.claims:
        device, why, when, saved, author, organisation = facts[one.act]
        name = organisations.get(joined.of(organisation or ""), (None, ()))[0]
        told = None if one.act in hidden else why
        found.append(Claim(one.value, one.act, one.at, author, name, device, told, when, saved))
    return tuple(found)


def _before(outcome: Outcome, hidden: Collection[str]) -> tuple[object, ...]:
    """What stood before the claims: the values that they were said on."""
    parents = {parent for one in outcome.claims for parent in one.parents}
    found: list[object] = []
    for one in sorted(outcome.said, key=lambda one: (one.at, one.act)):  # alike on every laptop
        value = ToErase() if one.act in hidden else one.value
        if one.act in parents and value not in found:
            found.append(value)
    return tuple(found)
