"""Reading a snapshot step by step; each rule is explained where it is enforced."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from storage.acts import Act, NotAnAct, Stub, Tally, decode, digest, encode, read_act, read_stub
from storage.acts.act import check_time
from storage.errors import Refused
from storage.progress import ALONE, Progress
from storage.records.as_json import Json
from storage.snapshot.profiles import PROFILES
from storage.snapshot.write import FORMAT, VERSION

Records = dict[str, list[Json]]
Model = TypeVar("Model", bound=BaseModel)
_SHA256 = r"^[0-9a-f]{64}$"


class _Head(BaseModel):
    """The first line of a snapshot: a file that lacks a key of it, or has another, is spoilt."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["arrangement-snapshot"]
    version: Literal[1]
    arrangement: str
    profile: Literal["partners", "internal"]
    exported_at: str
    exported_by: str | None
    device: str | None
    count: int
    acts_digest: str = Field(pattern=_SHA256)
    records_digest: str = Field(pattern=_SHA256)


class _Whole(_Head):
    """Every key of a snapshot."""

    records: Records
    acts: list[Json]
    erased: list[Json]
    statements: list[Json]


class _RecordsOnly(BaseModel):
    """A file that someone made by hand: records, and whose arrangement they are if it says so."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["arrangement-snapshot"] = "arrangement-snapshot"
    version: Literal[1] = 1
    arrangement: str | None = None
    records: Records


@dataclass(frozen=True, slots=True)
class Bad:
    """Something in the file that is not a valid act, kept as it came."""

    line: int
    reason: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A file that can be taken in.

    ``records`` is there only where they say something of their own: edited by hand, or a file
    without acts (then ``acts`` is None). ``bad`` is filled only when bad acts may be skipped.
    """

    arrangement: str | None
    profile: str | None
    exported_at: str | None
    exported_by: str | None
    acts: list[Act] | None
    stubs: list[Stub]
    records: Records | None
    bad: tuple[Bad, ...] = ()


def read_snapshot(data: bytes, progress: Progress = ALONE) -> Snapshot:
    """The snapshot in these bytes. Raises Refused, with line and reason, for a spoilt file."""
    as_written = _by_lines(data, progress)
    if as_written is not None:
        return as_written
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        document = decode(data)
        if not isinstance(document, dict):
            raise Refused("not_a_snapshot")
        records = encode(document.get("records"))
        encode({key: one for key, one in document.items() if key not in ("acts", "records")})
    except NotAnAct as error:
        raise Refused("spoilt", line=_line_in(str(error)), reason=str(error)) from error
    check_kind(document)
    if "acts" not in document and "acts_digest" not in document and "records" in document:
        only = _validated(_RecordsOnly, document)
        return Snapshot(only.arrangement, None, None, None, None, [], only.records)
    whole = _validated(_Whole, document)
    lines = _act_lines(data)
    bodies = progress.over(document["acts"], len(document["acts"]))
    acts = [_act(body, index, lines) for index, body in enumerate(bodies)]
    stubs = [_stub(body) for body in document["erased"]]
    _check_whole(whole, acts, stubs)
    edited = digest(records) != whole.records_digest
    return Snapshot(
        whole.arrangement, whole.profile, whole.exported_at, whole.exported_by, acts, stubs,
        whole.records if edited else None,
    )  # fmt: skip


def _by_lines(data: bytes, progress: Progress) -> Snapshot | None:
    """The short way through a file just as `write` makes it; None for any other.

    Its records say nothing of their own when their bytes have the digest in the head, so they
    need not be read, and every line of an act is checked to be the act's own bytes.
    """
    lines = data.split(b"\n")
    try:
        first = lines.index(b',"acts":[')
        last = lines.index(b"]", first)
        head = _Head.model_validate(decode(lines[0] + b"}"))
        bodies = progress.over(lines[first + 1 : last], last - first - 1)
        acts = [read_act(decode(line.removesuffix(b","))) for line in bodies]
    except (ValueError, ValidationError):
        return None
    expected = b",\n".join(act.data for act in acts).split(b"\n")
    records = b"".join(lines[1:first]).removeprefix(b',"records":')
    if (
        lines[first + 1 : last] != expected
        or lines[last + 1 :] != [b',"erased":[]', b',"statements":[]}', b""]
        or digest(records) != head.records_digest
    ):
        return None
    _check_whole(head, acts, [])
    return Snapshot(
        head.arrangement, head.profile, head.exported_at, head.exported_by, acts, [], None
    )


def check_kind(document: Json) -> None:
    """Say what it is when it is no snapshot that this version can take in."""
    if document.get("format", FORMAT) != FORMAT or not ({"records", "acts"} & document.keys()):
        raise Refused("not_a_snapshot")
    version = document.get("version", VERSION)
    if isinstance(version, int) and version > VERSION:
        raise Refused("newer_snapshot")
    if document.get("profile") == "public":
        raise Refused("public_file")
    if document.get("profile", "partners") not in PROFILES:
        raise Refused("spoilt", line=1, reason="profile")


def _check_whole(whole: _Head, acts: Sequence[Act], stubs: Sequence[Stub]) -> None:
    """The counts and digests in the head are those of what follows."""
    if whole.count != len(acts):
        raise Refused("spoilt", line=1, reason=f"count {whole.count}, acts {len(acts)}")
    ids = Tally()
    for act in acts:
        ids.add(act.id)
    if ids.double:
        raise Refused("spoilt", line=1, reason="an act stands there twice")
    if ids.digest([stub.as_json() for stub in stubs]) != whole.acts_digest:
        raise Refused("spoilt", line=1, reason="acts_digest")
    try:
        check_time(whole.exported_at)
    except NotAnAct as error:
        raise Refused("spoilt", line=1, reason=f"exported_at {error}") from error


def _validated(model: type[Model], document: Json) -> Model:
    try:
        return model.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Refused("spoilt", line=1, reason=f"{where}: {first['msg']}") from error


def _act(body: object, index: int, lines: list[int]) -> Act:
    try:
        return read_act(body)
    except NotAnAct as error:
        line = lines[index] if index < len(lines) else 0
        raise Refused("spoilt", line=line, reason=f"act {index + 1} {error}") from error


def _stub(body: object) -> Stub:
    try:
        return read_stub(body)
    except NotAnAct as error:
        raise Refused("spoilt", line=0, reason=f"erased: {error}") from error


def _act_lines(data: bytes) -> list[int]:
    """On which line each act stands in a file with one act a line, from the line of `"acts"`."""
    lines = data.split(b"\n")
    starts = [n for n, line in enumerate(lines, start=1) if line.startswith(b',"acts":[')]
    return list(range(starts[0] + 1, len(lines))) if starts else []


def _line_in(reason: str) -> int:
    words = reason.replace(",", "").split()
    return int(words[words.index("line") + 1]) if "line" in words else 0
