"""The bytes of a segment: its header, its digest, and how one is told from other files."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from storage.acts import IdSet, NotAnAct, Stub, decode, encode, read_stub
from storage.acts.act import read_ids
from storage.formats.verifier import check_version, spoilt

FORMAT = "arrangement-acts"
VERSION = 1
ENDING = ".acts.jsonl"
START = 1 << 16  # bytes of a file by which it is told what it is


@dataclass(frozen=True, slots=True)
class SegmentHeader:
    """The first line. ``replaces`` are the digests of the segments that were made this one."""

    arrangement: str
    count: int
    acts_digest: str
    stubs: tuple[Stub, ...]
    replaces: tuple[str, ...]


def segment(
    arrangement: str,
    acts: Sequence[tuple[str, bytes]],
    stubs: Sequence[Stub],
    replaces: Collection[str] = (),
) -> bytes:
    """The bytes of a segment with these acts (id and canonical bytes) and stubs, in this order."""
    tally = IdSet()
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


def file_hash(file: BufferedReader) -> str:
    """Lower-case hex SHA-256 of all bytes of a file."""
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def has_bytes(path: Path, name: str) -> bool:
    """Whether a file is there with bytes of this digest."""
    try:
        with path.open("rb") as file:
            return file_hash(file) == name
    except OSError:
        return False


def header_of(line: bytes) -> SegmentHeader:
    """The header that this line is. Raises Unfit for anything else."""
    try:
        return _header(decode(line))
    except NotAnAct as error:
        raise spoilt(1, error) from error


def _header(body: object) -> SegmentHeader:
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise NotAnAct("is no header of a segment")
    version = body.get("version")
    if isinstance(version, bool) or isinstance(body.get("count"), bool):  # equal to numbers
        raise NotAnAct("is no header of a segment")
    check_version(version, VERSION)
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
            return SegmentHeader(
                arrangement, count, acts_digest, stubs, read_ids(replaces, "replaces")
            )
    raise NotAnAct("is no header of a segment")
