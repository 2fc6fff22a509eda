"""How a snapshot is laid out: one record and one act a line, the same acts giving the same bytes.

Without its line ends the part with the records is their canonical JSON, of which
`records_digest` is the SHA-256; each line with an act is its canonical bytes and a comma.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from storage.acts import encode
from storage.records.record_json import Json

FORMAT = "arrangement-snapshot"
VERSION = 1


def snapshot_pieces(
    head: Json, records: Iterable[bytes], acts: Iterable[bytes], erased: Iterable[bytes]
) -> Iterator[bytes]:
    """A snapshot in pieces: its head, the part with records as ``records_part`` writes it, acts
    sorted by time and id, and stubs sorted by id, each as its canonical bytes."""
    told = ({"format": FORMAT, "version": VERSION} | head).items()
    yield b"{" + b",".join(encode(key) + b":" + encode(value) for key, value in told)
    yield b'\n,"records":'
    yield from records
    yield b'\n,"acts":'
    yield from _lines(acts)
    yield b'\n,"erased":'
    yield from _lines(erased)
    yield b'\n,"statements":[]}\n'


def records_part(
    groups: Iterable[tuple[str, Iterable[bytes]]], write: Callable[[bytes], object]
) -> str:
    """Write the records, each as its canonical JSON, by type; returns the `records_digest`."""
    found = hashlib.sha256()

    def put(piece: bytes) -> None:
        write(piece)
        found.update(piece.replace(b"\n", b""))

    put(b"{")
    for n, (type_, group) in enumerate(groups):
        put((b",\n" if n else b"") + encode(type_) + b":")
        for piece in _lines(group):
            put(piece)
    put(b"}")
    return found.hexdigest()


def _lines(items: Iterable[bytes]) -> Iterator[bytes]:
    """A list with one item a line."""
    before = b"[\n"
    for item in items:
        yield before + item
        before = b",\n"
    yield b"[]" if before == b"[\n" else b"\n]"
