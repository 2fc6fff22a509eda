"""A snapshot just as `write` makes it, read line by line: whether all is right, and the acts.

An act is the bytes of its line: where the digest over all of them is right, so is each.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import ValidationError

from storage.acts import Act, NotAnAct, Stub, decode, digest, encode, read_stub
from storage.errors import Refused
from storage.files.stream import Incoming
from storage.formats.head import Head, check_known
from storage.formats.verifier import Unfit, Verifier, act_in, spoilt

RECORDS, _ACTS, _ERASED, _END = (
    b',"records":', b',"acts":[', b',"erased":[', b',"statements":[]}\n',
)  # fmt: skip


class Otherwise(Unfit):
    """The file is not as `write` makes it, which need not mean that it is spoilt: other layouts
    are read another way."""


class ActBytes(NamedTuple):
    """What is said to be an act: the digest of its bytes, the line on which they stand, and they
    themselves."""

    id: str
    line: int
    data: bytes

    def act(self) -> Act:
        """The act that these bytes are. Raises Unfit where they are none."""
        return act_in(self.data, self.line)


@dataclass(frozen=True, slots=True)
class VerifiedSnapshot:
    """What a file holds besides its acts; count and digests in its head are right."""

    head: Head
    stubs: list[Stub]
    digest: str
    """The SHA-256 of the bytes of the file."""


def verified(file: Incoming) -> VerifiedSnapshot:
    """Read the file to its end. Raises Unfit where it is not as `write` makes it: Otherwise where
    that need be no more than another layout, or records that someone edited."""
    lines = file.lines()
    head = _head(next(lines, b""))
    records = hashlib.sha256()
    line = next(lines, b"")
    if not line.startswith(RECORDS):
        raise _ends(file, line, "records")
    line = line.removeprefix(RECORDS)
    while not line.startswith(_ACTS):
        records.update(line.removesuffix(b"\n"))
        line = next(lines, _ACTS)
    verifier = Verifier(head.count, head.acts_digest)
    for body in _list(file, lines, line.removeprefix(_ACTS)):
        verifier.add(digest(body))
    line = next(lines, b"")
    if not line.startswith(_ERASED):
        raise _ends(file, line, "erased")
    stubs = [_stub(body, file) for body in _list(file, lines, line.removeprefix(_ERASED))]
    line = next(lines, b"")
    if line != _END or next(lines, b""):
        raise _ends(file, line, "statements")
    verifier.finish(stubs)
    if head.records_digest != records.hexdigest():
        raise Otherwise("records_digest")
    head.check_time()
    return VerifiedSnapshot(head, stubs, file.digest)


def snapshot_records(file: Incoming) -> Iterator[bytes]:
    """The records in a file that was verified, by id, each as its bytes; read to its end."""
    lines = file.lines()
    for line in lines:
        if line.startswith(_ACTS):
            break
        if line.startswith(b"{") and file.number > 1:
            yield line.rstrip(b",\n")
    for _ in lines:
        pass


def bodies(file: Incoming) -> Iterator[ActBytes]:
    """The acts in a file that was verified, read to its end."""
    lines = file.lines()
    for line in lines:
        if line.startswith(_ACTS):
            for data in _list(file, lines, line.removeprefix(_ACTS)):
                yield ActBytes(digest(data), file.number, data)
            break
    for _ in lines:
        pass


def _list(file: Incoming, lines: Iterator[bytes], first: bytes) -> Iterator[bytes]:
    """The items of a list with one a line, of which ``first`` follows the bracket."""
    more = first == b"\n"
    if not more and first != b"]\n":
        raise spoilt(file.number, "list")
    while more:
        line = next(lines, b"")
        more = line.endswith(b",\n")
        if not line.endswith(b"\n") or line == b"]\n":
            raise _ends(file, line, "line")
        yield line[:-2] if more else line[:-1]
        if not more and next(lines, b"") != b"]\n":
            raise spoilt(file.number, "list")


def _ends(file: Incoming, line: bytes, reason: str) -> Unfit:
    """What is found where a line is another than it must be: a file that was copied by half has a
    last line without its end, or none."""
    return spoilt(file.number, reason if line.endswith(b"\n") else "cut short")


def _head(line: bytes) -> Head:
    try:
        found = decode(line.removesuffix(b"\n") + b"}")
        if isinstance(found, dict):
            check_known(Head, found)
        return Head.model_validate(found)
    except (NotAnAct, Refused, ValidationError) as error:
        raise Otherwise("head") from error


def _stub(data: bytes, file: Incoming) -> Stub:
    try:
        stub = read_stub(decode(data))
    except NotAnAct as error:
        raise spoilt(file.number, error) from error
    if encode(stub.as_json()) != data:
        raise spoilt(file.number, "is not written as its canonical bytes")
    return stub
