"""One segment: its bytes, and reading it so that all of it is known to be right before any of it
is taken in."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from storage.acts import (
    Act,
    NotAnAct,
    Stub,
    Tally,
    act_from,
    decode,
    digest,
    encode,
    fits,
    read_stub,
)
from storage.acts.act import read_ids
from storage.acts.canonical import LONGEST
from storage.errors import Refused
from storage.progress import ALONE, Progress

FORMAT = "arrangement-acts"
VERSION = 1
ENDING = ".acts.jsonl"
START = 1 << 16  # bytes of a file by which it is told what it is
AT_ONCE = 500  # lines that are looked up together
SOME = 4 << 20  # bytes of lines after which no more are


class Unfit(Refused):
    """A file from which nothing can be taken; it says why."""


Known = Callable[[Collection[str]], set[str]]
"""Which of these acts are known here already."""


@dataclass(frozen=True, slots=True)
class Header:
    """The first line. ``replaces`` are the digests of the segments that were made this one."""

    arrangement: str
    count: int
    acts_digest: str
    stubs: tuple[Stub, ...]
    replaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """A segment of which every line is right: the SHA-256 and number of its bytes, and its acts."""

    digest: str
    size: int
    header: Header
    acts: Tally
    new: int


def segment(
    arrangement: str,
    acts: Sequence[tuple[str, bytes]],
    stubs: Sequence[Stub],
    replaces: Collection[str] = (),
) -> bytes:
    """The bytes of a segment with these acts (id and canonical bytes) and stubs, in this order."""
    tally = Tally()
    for act, _ in acts:
        tally.add(act)
    erased = [stub.as_json() for stub in stubs]
    header = {
        "format": FORMAT,
        "version": VERSION,
        "arrangement": arrangement,
        "count": len(acts),
        "acts_digest": tally.digest(erased),
        "erased": erased,
        "replaces": sorted(replaces),
    }
    return b"\n".join([encode(header), *(data for _, data in acts), b""])


def looks_like_one(file: BufferedReader, name: str) -> bool:
    """Whether a file is a segment, or what is left of one."""
    return name.lower().endswith(ENDING) or f'"{FORMAT}"'.encode() in file.read(START)


def header_in(file: BufferedReader) -> Header:
    """The header at the start of a file. Raises Unfit for anything else."""
    return _header_of(_line(file, 1))


def verify(file: BufferedReader, ours: str, known: Known, progress: Progress = ALONE) -> Verified:
    """Read a segment from its start to its end. Raises Unfit for one that is spoilt, newer, or of
    another arrangement than ``ours``."""
    file.seek(0)
    first = _line(file, 1)
    header, every = _header_of(first), hashlib.sha256(first + b"\n")
    if header.arrangement != ours:
        raise Unfit("wrong_arrangement", theirs=header.arrangement, ours=ours)
    stubs = {stub.id: stub for stub in header.stubs}
    if len(stubs) != len(header.stubs):
        raise Unfit("spoilt", line=1, reason="an act stands there twice")
    tally, new = Tally(), 0
    for number, ids, lines in _batches(file, header.count, progress):
        known_here = known(ids)
        every.update(b"".join(line + b"\n" for line in lines))
        for n, (act, line) in enumerate(zip(ids, lines, strict=True), start=number):
            tally.add(act)
            if act not in known_here or act in stubs:
                found = _act(line, n)
                if act in stubs:
                    check_fit(stubs[act], found)
            new += act not in known_here
        if len(tally) > header.count:
            break
    if len(tally) != header.count:
        raise Unfit("spoilt", line=1, reason=f"count {header.count}, acts {len(tally)}")
    if tally.double is not None:
        raise Unfit("spoilt", line=1, reason="an act stands there twice")
    if tally.digest([stub.as_json() for stub in header.stubs]) != header.acts_digest:
        raise Unfit("spoilt", line=1, reason="acts_digest")
    return Verified(every.hexdigest(), file.tell(), header, tally, new)


def check_fit(stub: Stub, act: Act) -> None:
    """Raises Unfit where this is not what is left of this act."""
    if not fits(stub, act):
        raise Unfit("stub_does_not_fit", act=act.id)


def unknown_in(
    file: BufferedReader, one: Verified, known: Known, progress: Progress = ALONE
) -> Iterator[list[Act]]:
    """The acts of a verified segment that are not known here, some at a time.

    Raises Unfit where someone wrote in the file since it was verified.
    """
    file.seek(0)
    _line(file, 1)
    for number, ids, lines in _batches(file, one.header.count, progress):
        known_here = known(ids)
        pairs = enumerate(zip(ids, lines, strict=True), start=number)
        found = [_act(line, n) for n, (act, line) in pairs if act not in known_here]
        if found:
            yield found


def hash_of(file: BufferedReader) -> str:
    """Lower-case hex SHA-256 of all bytes of a file."""
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def has_bytes(path: Path, name: str) -> bool:
    """Whether a file is there with bytes of this digest."""
    try:
        with path.open("rb") as file:
            return hash_of(file) == name
    except OSError:
        return False


def _batches(
    file: BufferedReader, count: int, progress: Progress
) -> Iterator[tuple[int, list[str], list[bytes]]]:
    """The lines after the header, some at a time: number of the first, ids, and the lines."""
    number = 2
    while True:
        lines: list[bytes] = []
        size = 0
        while len(lines) < AT_ONCE and size < SOME and (line := _line(file, number + len(lines))):
            lines.append(line)
            size += len(line)
        if not lines:
            return
        yield number, [digest(line) for line in lines], lines
        number += len(lines)
        progress.step(min(number - 2, count), count)


def _line(file: BufferedReader, number: int) -> bytes:
    """The next line without its end; nothing at the end of the file."""
    line = file.readline(LONGEST + 2)
    if line and not line.endswith(b"\n"):
        reason = "line too long" if len(line) > LONGEST else "cut short"
        raise Unfit("spoilt", line=number, reason=reason)
    if line == b"\n":
        raise Unfit("spoilt", line=number, reason="empty line")
    return line[:-1]


def _act(line: bytes, number: int) -> Act:
    try:
        return act_from(line)
    except NotAnAct as error:
        raise Unfit("spoilt", line=number, reason=str(error)) from error


def _header_of(line: bytes) -> Header:
    try:
        return _header(decode(line))
    except NotAnAct as error:
        raise Unfit("spoilt", line=1, reason=str(error)) from error


def _header(body: object) -> Header:
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise NotAnAct("is no header of a segment")
    version = body.get("version")
    if isinstance(version, bool) or isinstance(body.get("count"), bool):  # equal to numbers
        raise NotAnAct("is no header of a segment")
    if isinstance(version, int) and version > VERSION:
        raise Unfit("newer_snapshot")
    match body:
        case {
            "format": _,
            "version": 1,
            "arrangement": str(arrangement),
            "count": int(count),
            "acts_digest": str(acts_digest),
            "erased": list(erased),
            "replaces": list(replaces),
            **more,
        } if not more:
            stubs = tuple(read_stub(one) for one in erased)
            return Header(arrangement, count, acts_digest, stubs, read_ids(replaces, "replaces"))
    raise NotAnAct("is no header of a segment")
