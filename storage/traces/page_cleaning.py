"""Seeing that what was erased is in no page of the file, nor in what SQLite keeps beside it.

From `prepare` on SQLite overwrites what it deletes, and the search index is made anew with what is
left. What still stands in older copies of a page goes when the whole file is written anew
(VACUUM), for which no other program may have it open; until that was done the file is marked.
"""

import mmap
from collections.abc import Collection
from contextlib import suppress

from storage.acts import Act, encode
from storage.errors import Refused
from storage.tables import meta
from storage.tables.database import BESIDE, Connection
from storage.tables.search_words import rebuild_index
from storage.traces.mentions import texts_in

LOOKED_FOR = 20  # pieces of what went that are looked for, the longest first
SHORTEST, PIECE = 6, 48  # bytes of a piece: a shorter one stands anywhere

_LIVE = (
    "SELECT 1 FROM acts WHERE instr(CAST(body AS BLOB), ?1)",
    "SELECT 1 FROM stubs WHERE instr(CAST(body AS BLOB), ?1)",
    "SELECT 1 FROM meta WHERE instr(CAST(value AS BLOB), ?1)",
)


def overwrite_deleted(connection: Connection) -> None:
    """From now on this connection overwrites what it deletes."""
    connection.execute("PRAGMA secure_delete = ON")


def mark(connection: Connection) -> None:
    """Bodies go, in the open transaction: the search index is made anew, and the file waits to be
    cleaned."""
    rebuild_index(connection)
    connection.execute("DELETE FROM kept_index")  # codes stand in it
    meta.write(connection, {meta.UNCLEAN: "1"})


def rewrite_marked(connection: Connection, gone: Collection[Act] = ()) -> bool:
    """Write the file anew where it is marked, and look for pieces of what went; whether there is
    nothing left of it. False, too, where another program has the file open, or the disk is full.
    """
    if meta.read(connection, meta.UNCLEAN) is None:
        return True
    try:
        connection.execute("VACUUM")
    except Refused:
        return False
    if any(_stands(connection, piece) for piece in _pieces(gone)):
        return False
    meta.remove(connection, meta.UNCLEAN)
    return True


def _pieces(acts: Collection[Act]) -> list[bytes]:
    """Some of what the bodies of these acts held: their beginnings, and texts in them."""
    found = {act.data[:PIECE] for act in acts}
    for act in acts:
        for text in texts_in(act):
            found.add(text.encode()[:PIECE])
            found.add(encode(text)[1:-1][:PIECE])
    long = sorted((piece for piece in found if len(piece) >= SHORTEST), key=len, reverse=True)
    return long[:LOOKED_FOR]


def stands_by_right(connection: Connection, piece: bytes) -> bool:
    """Whether a piece of what went stands in something that stays."""
    return any(connection.execute(query, (piece,)).fetchone() for query in _LIVE)


def _stands(connection: Connection, piece: bytes) -> bool:
    """Whether a piece stands in the bytes of the file, and in nothing that is to stand there."""
    if stands_by_right(connection, piece):
        return False
    path = connection.path
    for there in (path, *(path.with_name(f"{path.name}{end}") for end in BESIDE)):
        with (
            suppress(FileNotFoundError, ValueError),  # there is none, or it is empty
            there.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pages,
        ):
            if pages.find(piece) >= 0:
                return True
    return False
