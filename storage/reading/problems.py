"""What a merge can leave and a form would not allow (design §3, "Merged tables are total")."""

import sqlite3

from storage.reading.clones import clones
from storage.reading.names import title_of
from storage.records.fields import FIELDS
from storage.tables.columns import set_tables
from storage.views import Problem

Connection = sqlite3.Connection

_SAME_CODE = """
SELECT 'agreements/' || tail, code FROM agreements WHERE life <> 'deleted' AND code IN
 (SELECT code FROM agreements WHERE life <> 'deleted' GROUP BY code HAVING count(*) > 1)"""
_TURNED_TERM = """
SELECT 'agreements/' || tail, term_from || ' – ' || term_to FROM agreements
 WHERE life <> 'deleted' AND term_from > term_to"""
_OWN_ON_DELETED = """
SELECT 'entries/' || e.tail, e.about FROM entries e JOIN [{0}] a ON '{0}/' || a.tail = e.about
 WHERE e.tail LIKE 'own-%' AND e.life <> 'deleted' AND a.life = 'deleted'"""
_INCOMPLETE = "SELECT DISTINCT record, '' FROM awaited"


def problems(connection: Connection) -> list[Problem]:
    """Everything of this kind, by kind and record."""
    found = [
        *_of(connection, "same_code", _SAME_CODE),
        *_of(connection, "turned_term", _TURNED_TERM),
        *_of(connection, "incomplete", _INCOMPLETE),
    ]
    for type_ in FIELDS:
        found += _of(connection, "own_on_deleted", _OWN_ON_DELETED.format(type_))
        found += _dangling(connection, type_)
    for one in clones(connection):
        details = {"device": one.device, "seq": one.seq}
        found.append(Problem("clone", "", None, one.device, details))
    return found


def _of(connection: Connection, kind: str, query: str) -> list[Problem]:
    return [
        Problem(kind, record, *title_of(connection, record), {"value": value})
        for record, value in connection.execute(query).fetchall()
    ]


def _dangling(connection: Connection, type_: str) -> list[Problem]:
    """References to records that are not here, or are deleted."""
    found = []
    places = [
        (type_, field.name, field.name, field.refers)
        for field in FIELDS[type_].values()
        if field.refers in FIELDS
    ]
    places += [
        (table, part.key, field.name, part.refers)
        for table, field in set_tables(type_).items()
        for part in field.parts
        if part.refers
    ]
    for table, column, field, refers in places:
        query = (
            f"SELECT l.tail, l.[{column}] FROM [{table}] l"
            f" JOIN [{type_}] r ON r.tail = l.tail AND r.life <> 'deleted'"
            f" LEFT JOIN [{refers}] o ON o.tail = l.[{column}] AND o.life <> 'deleted'"
            f" WHERE l.[{column}] IS NOT NULL AND o.tail IS NULL"
        )
        for tail, target in connection.execute(query).fetchall():
            record = f"{type_}/{tail}"
            details = {"field": field, "value": target}
            found.append(Problem("dangling", record, *title_of(connection, record), details))
    return found
