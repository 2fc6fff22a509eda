"""What is known here and not in a file: by ids alone, both sorted, a few at a time."""

from collections.abc import Iterator

from storage.acts import Tally
from storage.incoming import Source
from storage.snapshot.read import read
from storage.tables.database import Connection
from storage.tables.parts import CHUNK


def lacking(connection: Connection, source: Source) -> set[str]:
    """The ids of the acts known here, erased ones too, of which the file holds nothing."""
    file = read(source)
    theirs = Tally()
    for body in file.bodies():
        theirs.add(body.id)
    for stub in file.stubs:
        theirs.add(stub.id)
    return {*_without(_ids(connection), theirs.ids())}


def _ids(connection: Connection) -> Iterator[str]:
    last = ""
    query = f"SELECT id FROM acts WHERE id > ? ORDER BY id LIMIT {CHUNK}"
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
