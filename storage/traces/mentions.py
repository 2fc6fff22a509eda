"""Where names also stand: in what other acts say and why, and in what was set apart."""

import json
from collections.abc import Collection, Iterable, Iterator

from storage.acts import Act
from storage.progress import Progress
from storage.queries.names import named_in_lists
from storage.queries.redaction import Redaction, names_known
from storage.tables.damaged_cells import reading_back
from storage.tables.database import Connection
from storage.views.erasures import AlsoThere

MOST = 200  # places that are listed; of the rest only the number is told
PAGE = 5000  # rows read at a time


def names_in(connection: Connection, acts: Iterable[Act]) -> set[str]:
    """The names of people and authors, as far as they are known here, that stand in these acts."""
    known = names_known(connection)
    every = Redaction(known)
    texts = {text for act in acts for text in texts_in(act) if every.text(text) != text}
    found = {name for name in known if texts}
    return {name for name in found if any(_stands(name, text) for text in texts)}


def texts_in(act: Act) -> Iterator[str]:
    """Every text that an act says: values, parts of field names, and its reason."""
    for said in act.set:
        yield from texts_of(said.value)
        yield said.field.partition("/")[2]
    yield act.why or ""


def texts_of(value: object) -> Iterator[str]:
    """The texts in a value."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def also_there(
    connection: Connection, names: Collection[str], going: Collection[str], progress: Progress
) -> tuple[tuple[AlsoThere, ...], int]:
    """Where these names stand besides in the acts that go, and in how many places more."""
    if not names:
        return (), 0
    mask = Redaction(names)
    found, count = [], 0
    for one in (*_said(connection, mask, going, progress), *_apart(connection, mask)):
        count += 1
        if count <= MOST:
            act, at, apart, record, field = one
            title = named_in_lists(connection, record) if record else ""
            found.append(AlsoThere(act, at, apart, record, title, field))
    return tuple(found), count - len(found)


Place = tuple[str | None, str | None, int | None, str, str]
"""An act and when it was made, or a number in what is set apart; a record and a field."""


def _said(
    connection: Connection, mask: Redaction, going: Collection[str], progress: Progress
) -> Iterator[Place]:
    (last,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM said").fetchone()
    after = 0
    query = (
        "SELECT s.rowid, a.id, a.at, s.record, s.field, s.value"
        " FROM said s JOIN acts a ON a.n = s.act"
        f" WHERE s.rowid > ? AND NOT a.erased ORDER BY s.rowid LIMIT {PAGE}"
    )
    while rows := connection.execute(query, (after,)).fetchall():
        for _, act, at, record, field, text in rows:
            if act not in going and _is_there(connection, mask, field, text):
                yield act, at, None, record, field
        after = rows[-1][0]
        progress.step(after, last)
    query = "SELECT id, at, why FROM acts WHERE NOT erased AND why IS NOT NULL"
    for act, at, why in connection.execute(query).fetchall():
        if act not in going and mask.text(why) != why:
            yield act, at, None, "", "why"


def _is_there(connection: Connection, mask: Redaction, field: str, text: str) -> bool:
    if mask.text(field) != field:
        return True
    if '"' not in text:  # a number, or nothing
        return False
    with reading_back(connection):
        value = json.loads(text)
    return any(mask.text(one) != one for one in texts_of(value))


def _apart(connection: Connection, mask: Redaction) -> Iterator[Place]:
    rows = connection.execute("SELECT n, data FROM quarantine ORDER BY n")
    while row := rows.fetchone():  # one at a time: some are large
        text = row[1].decode("utf-8", "replace")
        if mask.text(text) != text:
            yield None, None, row[0], "", ""


def _stands(name: str, text: str) -> bool:
    return Redaction([name]).text(text) != text
