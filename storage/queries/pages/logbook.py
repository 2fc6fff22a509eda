"""The logbook of a record."""

import json
import sqlite3
from collections.abc import Sequence

from storage.queries.agreements.pane_lists import Lists
from storage.queries.field_facts import record_called
from storage.queries.joins import STANDS, joins, stands_for
from storage.records.fields import FIELDS
from storage.records.ids import scope_of, tail_of, type_of
from storage.views.page_elements import Entry

Connection = sqlite3.Connection
_TERM = FIELDS["agreements"]["term"]
_SAID = f"""
SELECT 'entries/' || e.tail, e.about, e.kind, e.date, e.text, e.who, e.function, e.done,
       e.meeting,
       (SELECT w.name FROM said s JOIN acts a ON a.n = s.act LEFT JOIN authors w ON w.tail = a.by
         WHERE s.record = 'entries/' || e.tail AND s.field = 'life' ORDER BY a.n LIMIT 1),
       (SELECT coalesce(a.moment, a.at) FROM said s JOIN acts a ON a.n = s.act
         WHERE s.record = 'entries/' || e.tail AND s.field = 'life' ORDER BY a.n LIMIT 1) said_at,
       {", ".join(f"e.[term_{key}]" for key in _TERM.names)}
  FROM entries e
 WHERE e.[%s] IN (SELECT value FROM json_each(?)) AND e.life <> 'deleted' AND {STANDS}"""
_ABOUT = f"{_SAID % 'about'} ORDER BY coalesce(e.date, substr(said_at, 1, 10)) DESC, e.rowid DESC"
_OF_KIND = f"{_SAID % 'kind'} ORDER BY said_at, e.rowid"
_OF_DOER = f"{_SAID % 'who'} AND e.kind = ? ORDER BY said_at, e.rowid"
_OF_MEETING = f"{_SAID % 'meeting'} ORDER BY said_at, e.rowid"
_MADE = """
SELECT source_meeting, text, code FROM agreements
 WHERE source_meeting IS NOT NULL AND life <> 'deleted'"""


def entries(connection: Connection, lists: Lists, record: str) -> tuple[Entry, ...]:
    """The logbook of a record, newest first; an entry without a date has that of its act."""
    type_ = type_of(record)
    abouts = [f"{type_}/{tail}" for tail in joins(connection, type_).all_of(tail_of(record))]
    return tuple(entry for entry, _ in _read(connection, lists, _ABOUT, abouts))


def entries_of_meeting(
    connection: Connection, lists: Lists, tails: Sequence[str]
) -> list[tuple[Entry, str]]:
    """What was noted in a meeting, in the order in which it was said, each with what it is about;
    a note of the eigen organisatie is no part of that. ``tails`` are of one meeting."""
    found = _read(connection, lists, _OF_MEETING, tails)
    return [(entry, stands_for(connection, about)) for entry, about in found if not entry.own]


def entries_of_kind(connection: Connection, lists: Lists, kind: str) -> list[tuple[Entry, str]]:
    """Every entry of a kind, in the order in which it was said, each with what it is about."""
    found = _read(connection, lists, _OF_KIND, [kind])
    return [(entry, stands_for(connection, about)) for entry, about in found]


def entries_of_doer(
    connection: Connection, lists: Lists, kind: str, tails: Sequence[str]
) -> list[tuple[Entry, str]]:
    """The same of one organisation; ``tails`` are its own and those that it stands for."""
    found = _read(connection, lists, _OF_DOER, tails, kind)
    return [(entry, stands_for(connection, about)) for entry, about in found]


def _gone(connection: Connection, who: str | None) -> str | None:
    """What an organisation that was deleted is called; its tail where it was never here."""
    return record_called(connection, "organisations", who).name if who else who


def _read(
    connection: Connection, lists: Lists, query: str, values: Sequence[str], *more: str
) -> list[tuple[Entry, str]]:
    organisations, joined = lists.names.organisations, lists.sets.joined["organisations"]
    asked = (json.dumps(values), joins(connection, "entries").free, *more)
    found = []
    rows = connection.execute(query, asked).fetchall()
    made = _made(connection) if any(row[2] == "action" and row[8] for row in rows) else {}
    for id_, about, kind, on, text, said, function, done, meeting, author, said_at, *term in rows:
        who = joined.of(said) if said else said
        name = organisations[who][0] if who in organisations else _gone(connection, who)
        own = scope_of(id_) == "own"
        at = said_at or ""
        entry = Entry(
            id_, kind or "", on or at[:10] or None, text or "", name, author, own, function,
            _TERM.with_keys(term), bool(done), at,
            made.get((meeting, text)) if kind == "action" else None,
        )  # fmt: skip
        found.append((entry, about or ""))
    return found


def _made(connection: Connection) -> dict[tuple[str, str], str]:
    """By meeting and text the codes of agreements that meetings made."""
    rows = connection.execute(_MADE).fetchall()
    return {(meeting, text): code for meeting, text, code in rows}
