"""The quarantine: what came in a file and is not known here, kept with its bytes ("apart gezet").

No valid act: a later version, or whoever made the file, may know better, so it is tried again when
asked. An act in the name of the seed that this app does not bring: a person may accept it. All that
came so with one file at one time stands under one number. Either goes when it comes in, or when a
person drops it.
"""

from collections.abc import Iterable, Iterator, Sequence

from storage import clock
from storage.acts import digest
from storage.errors import Refused
from storage.journal.writer import Writer
from storage.tables.database import Connection
from storage.tables.kept_stubs import EMPTIED
from storage.traces.residue import holds_erased
from storage.views.set_apart import Bad, Quarantined

_ROWS = (
    "SELECT min(n) AS n, file, line, reason, sum(length(data)), arrived, count(act) FROM quarantine"
    " GROUP BY CASE WHEN act IS NULL THEN n END, file, line, reason, arrived"
)
SOME = 1 << 20  # bytes of acts that stand under one number that are read to be shown


def set_apart(connection: Connection, bad: Iterable[Bad], file: str) -> None:
    """Keep what is not a valid act aside, once however often the same file is taken in; of what
    may hold a piece of what was erased only its place."""
    query = "SELECT line, reason, data FROM quarantine WHERE file = ? AND act IS NULL"
    known, there = connection.execute(query, (file,)), set[tuple[int, str, str]]()
    while row := known.fetchone():  # one at a time: some are large
        there.add(_mark(Bad(*row)))
    for came in bad:
        one = Bad(came.line, EMPTIED, b"") if holds_erased(connection, came.data) else came
        if _mark(one) not in there:
            there.add(_mark(one))
            connection.execute(
                "INSERT INTO quarantine (file, line, reason, data, arrived) VALUES (?,?,?,?,?)",
                (file, one.line, one.reason, one.data, clock.now()),
            )


def _mark(bad: Bad) -> tuple[int, str, str]:
    """By what it is known again; without bytes by its place."""
    return 0 if bad.data else bad.line, bad.reason, digest(bad.data)


def quarantine(connection: Connection) -> list[Quarantined]:
    """All that is set apart, by number."""
    rows = connection.execute(f"SELECT * FROM ({_ROWS}) ORDER BY 1").fetchall()
    return [Quarantined(*row) for row in rows]


def quarantined(connection: Connection, n: int) -> tuple[Quarantined, bytes]:
    """What is set apart under a number, with its bytes; of many acts only some. Raises Refused for
    another number."""
    one = quarantined_under(connection, n)
    lines: list[bytes] = []
    for _, data in rows_under(connection, one):
        lines.append(data)
        if sum(map(len, lines)) > SOME:
            break
    return one, b"\n".join(lines)


def drop(connection: Connection, pen: Writer, numbers: Sequence[int]) -> None:
    """Throw these away for good. Raises Refused for a number that is not there."""
    pen.starts()
    for one in [quarantined_under(connection, n) for n in numbers]:
        for row, _ in rows_under(connection, one):
            connection.execute("DELETE FROM quarantine WHERE n = ?", (row,))


def quarantined_under(connection: Connection, n: int) -> Quarantined:
    """What stands under a number. Raises Refused where nothing does."""
    row = connection.execute(f"SELECT * FROM ({_ROWS}) WHERE n = ?", (n,)).fetchone()
    if row is None:
        raise Refused("not_set_apart", n=n)
    return Quarantined(*row)


def rows_under(connection: Connection, one: Quarantined) -> Iterator[tuple[int, bytes]]:
    """Numbers and bytes of all that stands under one number."""
    numbers = [one.n]
    if one.acts:
        query = "SELECT n FROM quarantine WHERE act IS NOT NULL AND file = ? AND arrived = ?"
        rows = connection.execute(f"{query} ORDER BY n", (one.file, one.arrived)).fetchall()
        numbers = [n for (n,) in rows]
    for n in numbers:
        query = "SELECT data FROM quarantine WHERE n = ?"
        yield n, connection.execute(query, (n,)).fetchone()[0]
