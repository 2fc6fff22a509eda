"""The quarantine: what came in a file and is no valid act, kept with its bytes ("apart gezet").

A later version, or whoever made the file, may know better: it is tried again when asked, and goes
only when it turns out valid or when a person drops it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from storage.acts import Act, NotAnAct, decode, digest, read_act
from storage.errors import Refused
from storage.journal import Pen, now
from storage.reading.disputes import disputed
from storage.snapshot.read import Bad
from storage.tables.arrivals import through
from storage.tables.database import Connection
from storage.tables.intake import take_in
from storage.views.apart import Apart, Tried

_ROWS = "SELECT n, file, line, reason, length(data), arrived FROM quarantine"


def set_apart(connection: Connection, bad: Iterable[Bad], file: str) -> None:
    """Keep what is not a valid act aside, once however often the same file is taken in."""
    query = "SELECT reason, data FROM quarantine WHERE file = ?"
    known, there = connection.execute(query, (file,)), set[tuple[str, str]]()
    while row := known.fetchone():  # one at a time: some are large
        there.add((row[0], digest(row[1])))
    for one in bad:
        if (one.reason, digest(one.data)) not in there:
            there.add((one.reason, digest(one.data)))
            connection.execute(
                "INSERT INTO quarantine (file, line, reason, data, arrived) VALUES (?,?,?,?,?)",
                (file, one.line, one.reason, one.data, now()),
            )


def quarantine(connection: Connection) -> list[Apart]:
    """All that is set apart, by number."""
    return [Apart(*row) for row in connection.execute(f"{_ROWS} ORDER BY n").fetchall()]


def quarantined(connection: Connection, n: int) -> tuple[Apart, bytes]:
    """One thing that is set apart, with its bytes. Raises Refused for another number."""
    row = connection.execute(f"{_ROWS} WHERE n = ?", (n,)).fetchone()
    if row is None:
        raise Refused("not_set_apart", n=n)
    (data,) = connection.execute("SELECT data FROM quarantine WHERE n = ?", (n,)).fetchone()
    return Apart(*row), data


def retry(connection: Connection, pen: Pen, numbers: Sequence[int]) -> Tried:
    """Take in which of these are valid acts now. Raises Refused for a number that is not there."""
    pen.starts()
    valid: dict[str, list[Act]] = defaultdict(list)
    left = []
    for n in numbers:
        one, data = quarantined(connection, n)
        if not data:  # a file with lines missing: nothing in it is to be tried again
            left.append(one)
            continue
        try:
            valid[one.file].append(read_act(decode(data.strip().removesuffix(b","))))
        except NotAnAct as error:
            reason = str(error)
            connection.execute("UPDATE quarantine SET reason = ? WHERE n = ?", (reason, n))
            left.append(one._replace(reason=reason))
        else:
            connection.execute("DELETE FROM quarantine WHERE n = ?", (n,))
    before = disputed(connection)
    new = 0
    for file, acts in valid.items():
        with through(connection, file):
            new += len(take_in(connection, acts, (), now()))
    conflicts = len(disputed(connection) - before)
    return Tried(new, sum(map(len, valid.values())) - new, conflicts, tuple(left))


def drop(connection: Connection, pen: Pen, numbers: Sequence[int]) -> None:
    """Throw these away for good. Raises Refused for a number that is not there."""
    pen.starts()
    for n in numbers:
        quarantined(connection, n)
        connection.execute("DELETE FROM quarantine WHERE n = ?", (n,))
