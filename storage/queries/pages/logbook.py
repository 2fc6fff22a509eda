"""The logbook of a record."""

import json
import sqlite3

from storage.queries.agreements.pane_lists import Lists
from storage.queries.joins import STANDS, joins
from storage.records.fields import FIELDS
from storage.records.ids import scope_of, tail_of, type_of
from storage.views.page_elements import Entry

Connection = sqlite3.Connection
_TERM = FIELDS["agreements"]["term"]
_ENTRIES = f"""
SELECT 'entries/' || e.tail, e.kind, e.date, e.text, e.who, e.function, e.done,
       (SELECT w.name FROM said s JOIN acts a ON a.n = s.act LEFT JOIN authors w ON w.tail = a.by
         WHERE s.record = 'entries/' || e.tail AND s.field = 'life' ORDER BY a.n LIMIT 1),
       (SELECT substr(coalesce(a.moment, a.at), 1, 10) FROM said s JOIN acts a ON a.n = s.act
         WHERE s.record = 'entries/' || e.tail AND s.field = 'life' ORDER BY a.n LIMIT 1) said_on,
       {", ".join(f"e.[term_{key}]" for key in _TERM.names)}
  FROM entries e
 WHERE e.about IN (SELECT value FROM json_each(?)) AND e.life <> 'deleted' AND {STANDS}
 ORDER BY coalesce(e.date, said_on) DESC, e.rowid DESC"""


def entries(connection: Connection, lists: Lists, record: str) -> tuple[Entry, ...]:
    """The logbook of a record, newest first; an entry without a date has that of its act."""
    organisations, joined = lists.names.organisations, lists.sets.joined["organisations"]
    type_ = type_of(record)
    abouts = [f"{type_}/{tail}" for tail in joins(connection, type_).all_of(tail_of(record))]
    asked = (json.dumps(abouts), joins(connection, "entries").free)
    found = []
    rows = connection.execute(_ENTRIES, asked).fetchall()
    for id_, kind, on, text, said, function, done, author, said_on, *term in rows:
        who = joined.of(said) if said else said
        name = organisations[who][0] if who in organisations else who
        own = scope_of(id_) == "own"
        found.append(
            Entry(
                id_, kind or "", on or said_on, text or "", name, author, own, function,
                _TERM.with_keys(term), bool(done),
            )
        )  # fmt: skip
    return tuple(found)
