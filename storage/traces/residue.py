"""Pieces of what was erased in what is set apart: half lines, and lines that were changed.

Such a line has no id by which it could be known. It is known by its words, while these are still
there; and by the records and fields that it names, as long as the stub tells what the erased act
set. It is emptied then: its place stays, and the reason says why.
"""

import json
import re
from collections.abc import Iterable

from storage.acts import Act
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.kept_stubs import EMPTIED, STUB
from storage.traces.mentions import texts_in
from storage.traces.page_cleaning import SHORTEST, stands_by_right

_ESCAPED = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")
_WORD = re.compile(rf"\w{{{SHORTEST},}}")
_RECORD = re.compile(r'"([a-z]+/[^"]+)"')
_ID = re.compile('"([0-9a-f]{64})"')
_CONFIRMED = (
    f"JOIN acts a ON a.{{}} AND a.erased = {STUB} JOIN erasing e ON e.target = a.id"
    " JOIN decided d ON d.act = e.act AND d.confirmed"
)


def empty_apart(connection: Connection, gone: Iterable[Act], known: Connection) -> bool:
    """Empty what is set apart in one file and holds a piece of what is ``gone``, or of what was
    erased in the file where that is ``known``, within an open transaction; whether any did."""
    texts = {text for act in gone for text in texts_in(act)}
    words = {word for text in texts for word in _WORD.findall(text)}
    rows = connection.execute("SELECT n, data FROM quarantine WHERE length(data)")
    found = []
    while row := rows.fetchone():  # one at a time: some are large
        text = _plain(row[1])
        said = words.intersection(_WORD.findall(text))
        said |= {one for one in texts if len(one.encode()) >= SHORTEST and one in text}
        if _names_erased(known, text) or not all(
            stands_by_right(connection, one.encode()) for one in said
        ):
            found.append((EMPTIED, row[0]))
    connection.executemany(
        "UPDATE quarantine SET data = x'', act = NULL, reason = ? WHERE n = ?", found
    )
    return bool(found)


def holds_erased(connection: Connection, data: bytes) -> bool:
    """Whether what comes, and is no valid act, may hold a piece of what was erased here."""
    query = "SELECT 1 FROM decided WHERE confirmed LIMIT 1"
    if connection.execute(query).fetchone() is None:
        return False
    return _names_erased(connection, _plain(data))


def _names_erased(connection: Connection, text: str) -> bool:
    """Whether it names a record and field that something set, or an act that something undid, of
    which the body went here."""
    query = f"SELECT s.field FROM said s {_CONFIRMED.format('n = s.act')} WHERE s.record IN (…)"
    records = {*_RECORD.findall(text)}
    if any(f'"{field}"' in text for (field,) in select_in(connection, query, records)):
        return True
    query = f"SELECT 1 FROM undone u {_CONFIRMED.format('id = u.act')} WHERE u.target IN (…)"
    undone = {*_ID.findall(text)} if '"undo"' in text else ()
    return any(True for _ in select_in(connection, query, undone))


def _plain(data: bytes) -> str:
    """JSON that may be cut or spoilt, without its escapes."""
    text = _ESCAPED.sub(_unescaped, data.decode("utf-8", "replace"))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves together


def _unescaped(match: re.Match[str]) -> str:
    try:
        return str(json.loads(f'"{match[0]}"'))
    except ValueError:  # no escape that JSON has
        return match[1]
