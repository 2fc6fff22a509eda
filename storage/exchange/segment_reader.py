"""Reading a segment so that all of it is known to be right before any of it is taken in."""

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from storage.acts import Act, IdSet, digest
from storage.acts.canonical import LONGEST
from storage.formats.segment_layout import SegmentHeader, header_of
from storage.formats.verifier import Verifier, act_in, check_arrangement, spoilt
from storage.progress import ALONE, Progress

AT_ONCE = 500  # lines that are looked up together
SOME = 4 << 20  # bytes of lines after which no more are

Known = Callable[[Collection[str]], set[str]]
"""Which of these acts bring nothing that is new here."""


@dataclass(frozen=True, slots=True)
class VerifiedSegment:
    """A segment of which every line is right: the SHA-256 and number of its bytes, and its acts."""

    digest: str
    size: int
    header: SegmentHeader
    acts: IdSet
    new: int


def header_in(file: BufferedReader) -> SegmentHeader:
    """The header at the start of a file. Raises Unfit for anything else."""
    return header_of(_line(file, 1))


def contents(path: Path) -> tuple[SegmentHeader, list[tuple[str, bytes]]]:
    """The header of a segment, and its acts with their ids as they stand there. Raises OSError
    where it cannot be read, and Unfit where it is none."""
    with path.open("rb") as file:
        header = header_in(file)
        batches = _batches(file, header.count, ALONE)
        acts = [pair for _, ids, lines in batches for pair in zip(ids, lines, strict=True)]
    return header, acts


def check_header(file: BufferedReader, ours: str) -> tuple[SegmentHeader, bytes]:
    """The header at the start of a file, and its bytes. Raises Unfit where it is none, newer, or of
    another arrangement than ``ours``."""
    file.seek(0)
    first = _line(file, 1)
    header = header_of(first)
    check_arrangement(header.arrangement, ours)
    return header, first


def verify(
    file: BufferedReader, ours: str, known: Known, progress: Progress = ALONE
) -> VerifiedSegment:
    """Read a segment from its start to its end. Raises Unfit for one that is spoilt, newer, or of
    another arrangement than ``ours``."""
    header, first = check_header(file, ours)
    every = hashlib.sha256(first + b"\n")
    verifier, new = Verifier(header.count, header.acts_digest), 0
    for number, ids, lines in _batches(file, header.count, progress):
        known_here = known(ids)
        every.update(b"".join(line + b"\n" for line in lines))
        for n, (act, line) in enumerate(zip(ids, lines, strict=True), start=number):
            verifier.add(act)
            if act not in known_here:
                act_in(line, n)
                new += 1
    verifier.finish(header.stubs)
    return VerifiedSegment(every.hexdigest(), file.tell(), header, verifier.acts, new)


def unknown_in(
    file: BufferedReader, one: VerifiedSegment, known: Known, progress: Progress = ALONE
) -> Iterator[list[Act]]:
    """The acts of a verified segment that are not known here, some at a time.

    Raises Unfit where someone wrote in the file since it was verified.
    """
    file.seek(0)
    _line(file, 1)
    for number, ids, lines in _batches(file, one.header.count, progress):
        known_here = known(ids)
        pairs = enumerate(zip(ids, lines, strict=True), start=number)
        found = [act_in(line, n) for n, (act, line) in pairs if act not in known_here]
        if found:
            yield found


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
        raise spoilt(number, reason)
    if line == b"\n":
        raise spoilt(number, "empty line")
    return line[:-1]
