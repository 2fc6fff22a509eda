"""What counts here and is not in a file: by ids alone, both sorted, a few at a time."""

from collections.abc import Iterator

from storage.acts import IdSet
from storage.files.stream import Source
from storage.snapshot.snapshot_reader import open_snapshot
from storage.tables.chunks import CHUNK
from storage.tables.database import Connection
from storage.tables.kept_stubs import BODY, STUB


def lacking_acts(connection: Connection, source: Source) -> set[str]:
    """The ids of the acts of which the file holds no body, or no stub, where that counts here."""
    file = open_snapshot(source)
    bodies, stubs = IdSet(), IdSet()
    for body in file.bodies():
        bodies.add(body.id)
    for stub in file.stubs:
        stubs.add(stub.id)
    found = {*_without(_ids(connection, BODY), bodies.ids())}
    return found.union(_without(_ids(connection, STUB), stubs.ids()))


def _ids(connection: Connection, counting: int) -> Iterator[str]:
    last = ""
    query = f"SELECT id FROM acts WHERE id > ? AND erased = {counting} ORDER BY id LIMIT {CHUNK}"
    while rows := connection.execute(query, (last,)).fetchall():
        yield from (id_ for (id_,) in rows)
        (last,) = rows[-1]


def _without(ours: Iterator[str], theirs: Iterator[str]) -> Iterator[str]:
    """Of one sorted row what another lacks."""
    last = next(theirs, None)
    for one in ours:
        while last is not None and last < one:
            last = next(theirs, None)
        if last != one:
            yield one
