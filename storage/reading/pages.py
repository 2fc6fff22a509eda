"""One agreement with everything on it, in names."""

import json
import sqlite3

from storage.errors import Refused
from storage.reading.lists import Lists
from storage.reading.names import short_name
from storage.records.fields import PARTY_ROLES, TERM_KEYS, TRIGGER_KEYS, scope_of, tail_of
from storage.views import Entry, Named, Page, Party, Related

Connection = sqlite3.Connection

_PAGE = """
SELECT text, goal, condition, reading, signal_reason, source_locator,
       EXISTS (SELECT 1 FROM passages p WHERE p.life <> 'deleted'
                  AND p.tail = source_document || '.' || source_locator),
       life, conflicts, incomplete,
       trigger_met_date, trigger_met_evidence,
       term_phrase, term_from, term_to, term_precision, term_nature, term_every, term_trigger
  FROM agreements WHERE tail = ?"""
_RELATED = """
WITH RECURSIVE used(relation) AS (
       SELECT min(relation) FROM agreements_related UNION ALL
       SELECT (SELECT min(r.relation) FROM agreements_related r WHERE r.relation > used.relation)
         FROM used WHERE used.relation IS NOT NULL),
     found(relation, backward, other) AS (
       SELECT relation, 0, record FROM agreements_related WHERE tail = ?1 UNION ALL
       SELECT relation, 1, tail FROM agreements_related
        WHERE relation IN (SELECT relation FROM used) AND record = ?1)
SELECT found.relation, backward, other FROM found
  JOIN agreements a ON a.tail = other AND a.life <> 'deleted' AND a.joined IS NULL
 ORDER BY 2, 1, 3"""  # the index is by relation and record; asking each relation in use is quick
_ENTRIES = """
SELECT 'entries/' || e.tail, e.kind, e.date, e.text, e.who,
       (SELECT w.name FROM said s JOIN acts a ON a.n = s.act LEFT JOIN authors w ON w.tail = a.by
         WHERE s.record = 'entries/' || e.tail AND s.field = 'life' ORDER BY a.n LIMIT 1),
       (SELECT substr(a.at, 1, 10) FROM said s JOIN acts a ON a.n = s.act
         WHERE s.record = 'entries/' || e.tail AND s.field = 'life' ORDER BY a.n LIMIT 1) said_on
  FROM entries e WHERE e.about = ? AND e.life <> 'deleted'
 ORDER BY coalesce(e.date, said_on) DESC, e.rowid DESC"""


def page(connection: Connection, lists: Lists, record: str) -> Page:
    """The page of an agreement, deleted ones too. Raises Refused where there is none."""
    tail = tail_of(record)
    row = connection.execute(_PAGE, (tail,)).fetchone()
    if row is None:
        raise Refused("unknown_code", code=record, nearest="")
    text, goal, condition, reading, reason, locator, quoted, *rest = row
    life, conflicts, incomplete, *more = rest
    met, term = more[: len(TRIGGER_KEYS)], more[len(TRIGGER_KEYS) :]
    return Page(
        row=lists.rows.of([tail])[0],
        text=text,
        goal=goal,
        condition=condition,
        reading=reading,
        term=dict(zip(TERM_KEYS, term, strict=True)) if any(term) else None,
        trigger_met=dict(zip(TRIGGER_KEYS, met, strict=True)) if any(met) else None,
        parties=_parties(connection, lists, tail),
        regions=_named(connection, "regions", tail),
        programmes=_named(connection, "programmes", tail),
        related=_related(connection, lists, tail),
        locator=locator,
        also_at=_also_at(connection, tail),
        quoted=bool(quoted),
        signal_reason=reason,
        entries=entries(connection, lists, record),
        conflicts=_list(conflicts),
        incomplete=_list(incomplete),
        life=life,
    )


def entries(connection: Connection, lists: Lists, record: str) -> tuple[Entry, ...]:
    """The logbook of a record, newest first; an entry without a date has that of its act."""
    organisations = lists.organisation_names
    return tuple(
        Entry(
            id_, kind or "", on or said_on, text or "",
            organisations[who][0] if who in organisations else who, author, scope_of(id_) == "own",
        )
        for id_, kind, on, text, who, author, said_on in connection.execute(
            _ENTRIES, (record,)
        ).fetchall()
    )  # fmt: skip


def _parties(connection: Connection, lists: Lists, tail: str) -> tuple[Party, ...]:
    known = lists.organisation_names
    rows = connection.execute(
        "SELECT p.role, p.organisation, o.tail IS NOT NULL, o.name FROM agreements_parties p"
        " LEFT JOIN organisations o ON o.tail = p.organisation WHERE p.tail = ? ORDER BY 2",
        (tail,),
    ).fetchall()
    ranks = {role: rank for rank, role in enumerate(PARTY_ROLES)}
    found = []
    for role, organisation, there, name in sorted(
        rows, key=lambda row: ranks.get(row[0], len(ranks))
    ):
        whole, others = known.get(organisation, (name or organisation, ()))
        found.append(Party(role, organisation, whole, short_name(whole, others), bool(there)))
    return tuple(found)


def _named(connection: Connection, table: str, tail: str) -> tuple[Named, ...]:
    rows = connection.execute(
        f"SELECT '{table}/' || o.tail, coalesce(o.name, l.{table}) FROM agreements_{table} l"
        f" LEFT JOIN {table} o ON o.tail = l.{table} WHERE l.tail = ? ORDER BY 2",
        (tail,),
    ).fetchall()
    return tuple(Named(id_, name) for id_, name in rows)


def _also_at(connection: Connection, tail: str) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT text FROM agreements_also_at WHERE tail = ? ORDER BY text", (tail,)
    ).fetchall()
    return tuple(locator for (locator,) in rows)


def _related(connection: Connection, lists: Lists, tail: str) -> tuple[Related, ...]:
    rows = connection.execute(_RELATED, (tail,)).fetchall()
    found = lists.rows.of([other for _, _, other in rows])
    return tuple(
        Related(relation, bool(backward), row)
        for (relation, backward, _), row in zip(rows, found, strict=True)
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
