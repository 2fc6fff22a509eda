"""How records are called: their names and the shorter forms that fit where a name does not."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from storage.queries.field_facts import CALLED, NAME
from storage.queries.joins import joins
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.tables.chunks import select_in

NAMED = ("regions", "programmes", "organisations", "people")
SHORT_FORM = {"regions": "short", "organisations": "abbreviation"}
SHORT = 13  # cells for a lead in a list
ABBREVIATION = 4  # letters: PBT, VHTO and the like

_HEADED = {type_: f"NULL, {name}" for type_, name in NAME.items()} | {"agreements": "code, title"}
"""Code and name of a record, where search does not know what it is called."""

_BEFORE = """
SELECT s.value FROM said s JOIN acts a ON a.n = s.act
 WHERE s.record = ?1 AND s.field = ?2 AND s.value LIKE '"%' AND NOT EXISTS
       (SELECT 1 FROM said t JOIN acts b ON b.n = t.act AND NOT b.void
         WHERE t.record = ?1 AND t.field = ?2)
 ORDER BY a.at DESC, a.id DESC LIMIT 1"""

Names = Mapping[str, tuple[str, tuple[str, ...]]]
"""By tail the name, and the short forms."""


def names(
    connection: sqlite3.Connection, table: str, extra: str | None = None
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name and short forms of every record of a type that is not deleted and gives way to none."""
    extra, joined = extra or "NULL", joins(connection, table)
    aliases: dict[str, list[str]] = defaultdict(list)
    if table != "people":
        rows = connection.execute(f"SELECT tail, text FROM {table}_aliases").fetchall()
        for tail, alias in rows:
            aliases[tail].append(alias)
    rows = connection.execute(
        f"SELECT tail, name, {extra} FROM {table} WHERE life <> 'deleted' ORDER BY name, tail"
    ).fetchall()
    return {
        tail: (name or tail, (*aliases[tail], *([short] if short else [])))
        for tail, name, short in rows
        if tail not in joined.by
    }


def forms(connection: sqlite3.Connection, type_: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By what else people may know these records: besides what ``names`` gives also the names of
    those that gave way to them."""
    found = names(connection, type_, SHORT_FORM.get(type_))
    joined, extra = joins(connection, type_), SHORT_FORM.get(type_, "NULL")
    if not joined.by:
        return found
    query = f"SELECT tail, name, {extra} FROM [{type_}] WHERE tail IN (…)"
    old = [(joined.of(tail), said) for tail, *said in select_in(connection, query, joined.by)]
    if type_ != "people":
        query = f"SELECT tail, text FROM [{type_}_aliases] WHERE tail IN (…)"
        rows = select_in(connection, query, joined.by)
        old += [(joined.of(tail), [alias]) for tail, alias in rows]
    for end, said in old:
        if end in found:
            name, others = found[end]
            found[end] = (name, (*others, *(one for one in said if one)))
    return found


def short_name(name: str, others: Iterable[str], width: int = SHORT) -> str:
    """The name, or the shortest of its other forms that fits and is more than an abbreviation."""
    fitting = [one for one in others if len(one) <= width]
    if len(name) <= width or not fitting:
        return name
    return min(fitting, key=lambda one: (len(one) <= ABBREVIATION, len(one)))


def title_of(connection: sqlite3.Connection, record: str) -> tuple[str | None, str]:
    """Code and title or name of a record; its id where nothing better is known. One of which the
    adding was taken back goes by what it was called; an entry has no code, and goes by the title
    of what it is about."""
    if (about := about_of(connection, record)) != record:
        called = title_of(connection, about)[1]
        return None, record if called == about else called
    row = connection.execute("SELECT code, title FROM texts WHERE record = ?", (record,)).fetchone()
    if not (row and row[1]) and (said := _HEADED.get(type_of(record))):
        query = f"SELECT {said} FROM [{type_of(record)}] WHERE tail = ?"
        row = connection.execute(query, (tail_of(record),)).fetchone()
    code, title = row or (None, None)
    if title:
        return code, title
    code = code or said_before(connection, record, "code")
    return code, title_before(connection, record) or record


def title_before(connection: sqlite3.Connection, record: str) -> str | None:
    """What a record was called by acts that were all taken back; else None."""
    heading = next((name for name in CALLED if name in FIELDS.get(type_of(record), ())), "")
    return said_before(connection, record, heading)


def named_in_lists(connection: sqlite3.Connection, record: str) -> str:
    """What a list of changes calls a record."""
    return listed_name(connection, record)[0]


def listed_name(connection: sqlite3.Connection, record: str) -> tuple[str, str | None]:
    """What a list of changes calls a record, and its code: by its title, an entry by the code of
    what it is about, where that has one. Beside that stands what the entry says."""
    about = about_of(connection, record)
    code, title = title_of(connection, about)
    if title == about:
        return record, code
    return (code if code and about != record else title), code


def about_of(connection: sqlite3.Connection, record: str) -> str:
    """What an entry is or was about, also through entries; any other record itself."""
    passed: set[str] = set()
    while type_of(record) == "entries" and record not in passed:
        passed.add(record)
        query = "SELECT about FROM entries WHERE tail = ?"
        (about,) = connection.execute(query, (tail_of(record),)).fetchone() or (None,)
        record = about or said_before(connection, record, "about") or record
    return record


def said_before(connection: sqlite3.Connection, record: str, field: str) -> str | None:
    """The text that stood in a field by acts that were all taken back; else None."""
    row = connection.execute(_BEFORE, (record, field)).fetchone()
    return str(json.loads(row[0])) if row else None
