"""One agreement with everything on it, in names."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from storage.errors import Refused
from storage.merge.record_json import set_as_json
from storage.queries.agreements.panes import Lists
from storage.queries.field_facts import called, facts_of
from storage.queries.joins import stands_for
from storage.queries.names import short_name
from storage.queries.pages.logbook import entries
from storage.queries.pages.source_value import sourced
from storage.queries.reasons import reason_of
from storage.records.description import Field
from storage.records.fields import FIELDS, PARTY_ROLES, chapter_of, tail_of, type_of
from storage.tables.chunks import select_in
from storage.tables.columns import columns, part_columns
from storage.tables.stored_values import reading_back
from storage.views.page_content import AgreementPage
from storage.views.page_elements import Fact, Named, Party, Related

Connection = sqlite3.Connection

_TERM = FIELDS["agreements"]["term"]
_ARRANGED = (
    "code", "title", "text", "goal", "kind", "regions", "programmes", "parties", "term",
    "trigger_met", "condition", "status", "signal", "reading", "related", "source", "also_at",
    "joined",
)  # fmt: skip
"""The fields that have a place of their own on the page; the others are told one by one."""
_PAGE = f"""
SELECT EXISTS (SELECT 1 FROM passages p WHERE p.life <> 'deleted'
                  AND p.tail = source_document || '.' || source_locator),
       {", ".join(f"[{name}]" for name in columns("agreements"))}
  FROM agreements WHERE tail = ?"""
_RELATED = """
WITH RECURSIVE used(relation) AS (
       SELECT min(relation) FROM agreements_related UNION ALL
       SELECT (SELECT min(r.relation) FROM agreements_related r WHERE r.relation > used.relation)
         FROM used WHERE used.relation IS NOT NULL),
     found(relation, backward, other) AS (
       SELECT relation, 0, record FROM agreements_related WHERE tail = ?1 UNION ALL
       SELECT relation, 1, tail FROM agreements_related
        WHERE relation IN (SELECT relation FROM used)
          AND record IN (SELECT value FROM json_each(?2)))
SELECT relation, backward, other FROM found"""
"""The index is by relation and record; asking each relation in use is quick."""
_ALIVE = "SELECT tail FROM agreements WHERE life <> 'deleted' AND tail IN (…)"


def agreement_page(connection: Connection, lists: Lists, record: str) -> AgreementPage:
    """The page of an agreement, deleted ones too. Raises Refused where there is none."""
    tail = tail_of(record)
    found = connection.execute(_PAGE, (tail,)).fetchone()
    if found is None:
        raise Refused("unknown_code", code=record, nearest="")
    quoted, *cells = found
    said = dict(zip(columns("agreements"), cells, strict=True))
    row = lists.rows.of([tail])[0]
    return AgreementPage(
        record=record,
        type="agreements",
        title=row.title,
        short=row.code,
        row=row,
        text=said["text"],
        goal=said["goal"],
        condition=said["condition"],
        reading=said["reading"],
        term=_object("term", said),
        trigger_met=_object("trigger_met", said),
        parties=_parties(connection, lists, tail),
        regions=_named(connection, lists, "regions", tail),
        programmes=_named(connection, lists, "programmes", tail),
        related=_related(connection, lists, tail),
        locator=said["source_locator"],
        also_at=_also_at(connection, tail),
        quoted=bool(quoted),
        signal_reason=said["signal_reason"],
        entries=entries(connection, lists, record),
        conflicts=_list(connection, said["conflicts"]),
        incomplete=_list(connection, said["incomplete"]),
        life=said["life"],
        stands=stands(connection, record),
        why=None if tail in lists.repeats else reason_of(connection, record, "status"),
        sourced=sourced(connection, [record]),
        facts=tuple(_others(connection, said)),
    )


def stands(connection: Connection, record: str) -> Named | None:
    """The record that stands for this one, where it gives way to another."""
    end = stands_for(connection, record)
    return None if end == record else called(connection, type_of(end), tail_of(end))


def _parties(connection: Connection, lists: Lists, tail: str) -> tuple[Party, ...]:
    known, joined = lists.organisation_names, lists.joined["organisations"]
    rows = connection.execute(
        "SELECT p.role, p.organisation, o.tail IS NOT NULL, o.name FROM agreements_parties p"
        " LEFT JOIN organisations o ON o.tail = p.organisation WHERE p.tail = ? ORDER BY 2",
        (tail,),
    ).fetchall()
    ranks = {role: rank for rank, role in enumerate(PARTY_ROLES)}
    found: dict[tuple[str, str], Party] = {}
    for role, said, there, name in sorted(rows, key=lambda row: ranks.get(row[0], len(ranks))):
        end = joined.of(said)
        whole, others = known.get(end, (name or said, ()))
        party = Party(role, end, whole, short_name(whole, others), bool(there))
        found.setdefault((role, end), party)
    return tuple(found.values())


def _named(connection: Connection, lists: Lists, table: str, tail: str) -> tuple[Named, ...]:
    rows = connection.execute(
        f"SELECT {table} FROM agreements_{table} WHERE tail = ?", (tail,)
    ).fetchall()
    ends = lists.joined[table].each(said for (said,) in rows)
    return tuple(sorted((called(connection, table, end) for end in ends), key=lambda one: one.name))


def _also_at(connection: Connection, tail: str) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT text FROM agreements_also_at WHERE tail = ? ORDER BY text", (tail,)
    ).fetchall()
    return tuple(locator for (locator,) in rows)


def _related(connection: Connection, lists: Lists, tail: str) -> tuple[Related, ...]:
    """What leads from here and to here, each once. From what gave way nothing leads."""
    joined = lists.joined["agreements"]
    asked = (tail, json.dumps(joined.all_of(tail)))
    links = {
        (bool(backward), relation, joined.of(other))
        for relation, backward, other in connection.execute(_RELATED, asked).fetchall()
        if not (backward and other in joined.by)
    }
    others = {other for _, _, other in links} - {joined.of(tail)}
    alive = {one for (one,) in select_in(connection, _ALIVE, others)}
    chosen = sorted(link for link in links if link[2] in alive)
    rows = lists.rows.of([other for _, _, other in chosen])
    return tuple(
        Related(relation, backward, row)
        for (backward, relation, _), row in zip(chosen, rows, strict=True)
    )


def _others(connection: Connection, said: Mapping[str, Any]) -> Iterator[Fact]:
    """The fields without a place of their own; the part only where the code does not tell it."""
    for name, field in FIELDS["agreements"].items():
        if name in _ARRANGED:
            continue
        if name == "part" and f"-{chapter_of(said[name])}-" in (said["code"] or ""):
            continue
        if field.is_set:
            value: object = _elements(connection, field, said["tail"])
        else:
            value = _object(name, said) if field.has_keys else said[name]
        yield from facts_of(connection, field, value)


def _elements(connection: Connection, field: Field, tail: str) -> list[object]:
    names = ", ".join(f"[{name}]" for name in part_columns(field))
    query = f"SELECT {names} FROM [agreements_{field.name}] WHERE tail = ?"
    rows = connection.execute(query, (tail,)).fetchall()
    return set_as_json(field, ["/".join(row) for row in rows])


def _object(name: str, said: Mapping[str, Any]) -> dict[str, str | None] | None:
    field = FIELDS["agreements"][name]
    return field.with_keys([said[f"{name}_{key}"] for key in field.names])


def _list(connection: Connection, text: str) -> tuple[str, ...]:
    with reading_back(connection):
        return tuple(map(str, json.loads(text)))
