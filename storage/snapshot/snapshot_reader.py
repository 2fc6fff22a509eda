"""Reading a snapshot step by step; each rule is explained where it is enforced."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, FailFast, ValidationError

from storage.acts import (
    Act,
    NotAnAct,
    Stub,
    decode,
    digest,
    encode,
    read_act,
    read_stub,
)
from storage.errors import Refused
from storage.files.stream import Incoming, Source
from storage.formats.foreign import check_start
from storage.formats.head import Head, check_kind, check_known
from storage.formats.verifier import Unfit, Verifier, spoilt
from storage.progress import ALONE, Progress
from storage.records.record_json import Json
from storage.snapshot.snapshot_lines import ActBytes, Otherwise, VerifiedSnapshot, bodies, verified
from storage.views.set_apart import Bad

LARGEST = 64 << 20
"""Bytes of a file in another layout, or changed by hand: it is read whole, and takes about fifteen
times as much memory."""

NO_RECORDS = digest(b"{}")
"""The digest of the records in a file with only some acts."""

MOST_TYPES = 1000  # of records; there are some fifteen

Items = Annotated[list[Json], FailFast()]  # the first wrong one is told, however many there are
Records = dict[str, Items]
Model = TypeVar("Model", bound=BaseModel)


class _Whole(Head):
    """Every key of a snapshot."""

    records: Records
    acts: Items
    erased: Items
    statements: Items


class _RecordsOnly(BaseModel):
    """A file that someone made by hand: records, and whose arrangement they are if it says so."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["arrangement-snapshot"] = "arrangement-snapshot"
    version: Literal[1] = 1
    arrangement: str | None = None
    records: Records


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A file that can be taken in.

    ``count`` is the number of its acts, None in a file with records only. ``records`` is there
    only where they say something of their own: edited by hand, or a file without acts. ``bad`` is
    filled only when bad acts may be skipped, and ``fails`` then says why the file as a whole is not
    what it says, so that no act in it is verified. ``digest`` is the SHA-256 of the file's bytes.
    """

    arrangement: str | None
    profile: str | None
    exported_at: str | None
    exported_by: str | None
    count: int | None
    stubs: list[Stub]
    records: Records | None
    digest: str
    bodies: Callable[[], Iterator[ActBytes]]
    """The acts, from the first one each time. Raises Refused where the file changed meanwhile."""
    bad: tuple[Bad, ...] = ()
    is_part: bool = False
    """Whether it holds only some acts, and so no records."""
    fails: str | None = None

    @property
    def acts(self) -> list[Act] | None:
        """All acts at once; None in a file with records only."""
        return None if self.count is None else [body.act() for body in self.bodies()]


def open_snapshot(source: Source, progress: Progress = ALONE) -> Snapshot:
    """The snapshot in this file. Raises Refused, with line and reason, for a spoilt one.

    Of a file as this program writes it only what is asked for is ever in memory.
    """
    try:
        with source() as file:
            found = verified(Incoming(file, progress.part(0, 0.4)))
    except Unfit as error:
        with source() as file:
            incoming = Incoming(file, progress.part(0.4, 0.6))
            check_start(incoming.start())
            data = incoming.whole(LARGEST)
        if data is None and isinstance(error, Otherwise):
            raise Refused("too_large_otherwise", most=LARGEST >> 20) from error
        if data is None:
            raise
        return _in_memory(data, incoming.digest, progress.part(0.6, 1))
    head = found.head
    return Snapshot(
        head.arrangement, head.profile, head.exported_at, head.exported_by, head.count,
        found.stubs, None, found.digest, partial(_bodies, source, found),
        is_part=head.records_digest == NO_RECORDS,
    )  # fmt: skip


def _bodies(source: Source, found: VerifiedSnapshot) -> Iterator[ActBytes]:
    with source() as file:
        incoming = Incoming(file)
        yield from bodies(incoming)
        if incoming.digest != found.digest:
            raise Refused("changed_meanwhile")


def _in_memory(data: bytes, digest_: str, progress: Progress) -> Snapshot:
    """The same of a file in any layout."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        document = check_kind(decode(data))
        records = encode(document.get("records"))
        encode({key: one for key, one in document.items() if key not in ("acts", "records")})
    except NotAnAct as error:
        raise spoilt(_line_in(str(error)), str(error)) from error
    if "acts" not in document and "acts_digest" not in document and "records" in document:
        only = validated(_RecordsOnly, document)
        return Snapshot(
            only.arrangement, None, None, None, None, [], only.records, digest_, lambda: iter(())
        )
    whole = validated(_Whole, document)
    lines = _act_lines(data)
    given = progress.over(whole.acts, len(whole.acts))
    found = [_body(one, index, lines) for index, one in enumerate(given)]
    stubs = [_stub(body) for body in whole.erased]
    verifier = Verifier(whole.count, whole.acts_digest)
    for one in found:
        verifier.add(one.id)
    verifier.finish(stubs)
    whole.check_time()
    edited = digest(records) != whole.records_digest
    return Snapshot(
        whole.arrangement, whole.profile, whole.exported_at, whole.exported_by, len(found), stubs,
        whole.records if edited else None, digest_, found.__iter__,
        is_part=whole.records_digest == NO_RECORDS,
    )  # fmt: skip


def validated(model: type[Model], document: Json) -> Model:
    check_known(model, document)
    types = document.get("records")
    if isinstance(types, dict) and len(types) > MOST_TYPES:
        raise spoilt(1, "records: too many types")
    try:
        return model.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise spoilt(1, f"{where}: {first['msg']}") from error


def _body(body: object, index: int, lines: list[int]) -> ActBytes:
    line = lines[index] if index < len(lines) else 0
    try:
        act = read_act(body)
    except NotAnAct as error:
        raise spoilt(line, f"act {index + 1} {error}") from error
    return ActBytes(act.id, line, act.data)


def _stub(body: object) -> Stub:
    try:
        return read_stub(body)
    except NotAnAct as error:
        raise spoilt(0, f"erased: {error}") from error


def _act_lines(data: bytes) -> list[int]:
    """On which line each act stands in a file with one act a line, from the line of `"acts"`."""
    lines = data.split(b"\n")
    starts = [n for n, line in enumerate(lines, start=1) if line.startswith(b',"acts":[')]
    return list(range(starts[0] + 1, len(lines))) if starts else []


def _line_in(reason: str) -> int:
    words = reason.replace(",", "").split()
    return int(words[words.index("line") + 1]) if "line" in words else 0
