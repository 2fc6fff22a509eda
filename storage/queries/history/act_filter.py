"""Which acts a history lists, by their numbers; it reads no body."""

import sqlite3

from storage.queries.history.devices import known_people
from storage.tables.arrivals import arrival
from storage.tables.clocks import WHEN
from storage.views.act_row import ActAuthor, ActFilter, Import
from storage.views.laptops import Person

Connection = sqlite3.Connection
Key = tuple[str, int]
"""When an act was made, as far as that can be right, and its number here."""

_ON_RECORD = """
SELECT act FROM said WHERE (record = :record OR record IN
       (SELECT 'entries/' || tail FROM entries WHERE about = :record))"""
_ON_FIELD = "SELECT act FROM said WHERE record = :record AND (field = :field OR {})"
_ELEMENT = "field >= :field || '/' AND field < :field || '0'"
_UNDOING = """
SELECT w.n FROM undone u JOIN acts t ON t.id = u.target JOIN acts w ON w.id = u.act
 WHERE t.n IN (SELECT act FROM chosen)"""
_OF_TYPE = """
EXISTS (SELECT 1 FROM said WHERE act = a.n AND record >= :type || '/' AND record < :type || '0')"""
_MINE = """
a.here AND a.by = :me AND NOT a.void AND json_extract(a.body, '$.undo') IS NULL
AND json_extract(a.body, '$.erase') IS NULL
AND NOT EXISTS (SELECT 1 FROM said WHERE act = a.n AND record = 'authors/' || :me
                AND field IN ('life', 'name') AND parents = '[]')"""


def filtered_acts(connection: Connection, which: ActFilter, me: str | None) -> list[Key]:
    """The acts that are asked for, newest first; undos of them included. ``me`` is who writes
    here. Raises Refused for what is no moment."""
    values = {**which._asdict(), "me": me}
    first, wanted = "", ["NOT a.erased"]
    if which.record is not None:
        on = _ON_RECORD if which.field is None else _ON_FIELD.format(_ELEMENT)
        first = f"WITH chosen(act) AS ({on}), there(n) AS (SELECT act FROM chosen UNION {_UNDOING})"
        wanted.append("a.n IN (SELECT n FROM there)")
    if which.by is not None:
        wanted.append("a.by = :by")
    if which.since is not None:
        wanted.append("a.n > :after")
        values["after"] = arrival(connection, which.since, start=True)
    if which.type is not None:
        wanted.append(_OF_TYPE)
    if which.mine:
        wanted.append(_MINE)
    query = (
        f"{first} SELECT {WHEN}, a.n FROM acts a WHERE {' AND '.join(wanted)}"
        " ORDER BY 1 DESC, 2 DESC"
    )
    return connection.execute(query, values).fetchall()


def writers(connection: Connection) -> list[ActAuthor]:
    """Everyone who wrote something that is known here, the busiest first."""
    rows = connection.execute(
        "SELECT a.by, w.name, count(*) FROM acts a LEFT JOIN authors w ON w.tail = a.by"
        " WHERE NOT a.erased GROUP BY a.by ORDER BY 3 DESC, 2"
    ).fetchall()
    return [ActAuthor(*row) for row in rows]


def fields_said(connection: Connection, record: str) -> list[str]:
    """The fields of a record of which something was ever said, as JSON has them."""
    query = "SELECT DISTINCT field FROM said WHERE record = ? ORDER BY 1"
    rows = connection.execute(query, (record,)).fetchall()
    return list(dict.fromkeys(field.partition("/")[0] for (field,) in rows))


def types_said(connection: Connection) -> list[str]:
    """The types of the records of which something was said."""
    found: list[str] = []
    after = ""
    while True:
        query = "SELECT record FROM said WHERE record > ? ORDER BY record LIMIT 1"
        row = connection.execute(query, (after,)).fetchone()
        if row is None:
            return found
        found.append(row[0].partition("/")[0])
        after = f"{found[-1]}0"


def imports(connection: Connection) -> list[Import]:
    """The files that brought acts, the newest first; those of which the name was kept."""
    rows = connection.execute(
        "SELECT first, last - first + 1, file, (SELECT arrived FROM acts WHERE n = first)"
        " FROM arrivals ORDER BY first DESC"
    ).fetchall()
    return [
        Import(first, acts, file, arrived, _brought_by(connection, first, acts))
        for first, acts, file, arrived in rows
    ]


def _brought_by(connection: Connection, first: int, count: int) -> tuple[Person, ...]:
    """Of whom these acts are, by name."""
    query = "SELECT DISTINCT by FROM acts WHERE n >= ? AND n < ? AND by <> 'seed'"
    rows = connection.execute(query, (first, first + count)).fetchall()
    found = known_people(connection, {by for (by,) in rows})
    return tuple(sorted(found.values(), key=lambda one: (one.name or "", one.by)))
