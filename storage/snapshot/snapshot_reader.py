"""Reading a snapshot step by step; each rule is explained where it is enforced."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, FailFast, ValidationError

from storage.acts import (
    Act,
    NotAnAct,
    Stub,
    Tally,
    act_from,
    decode,
    digest,
    encode,
    read_act,
    read_stub,
)
from storage.errors import Refused
from storage.files.stream import Incoming, Source, of_bytes
from storage.formats.foreign import check_start
from storage.formats.head import Head, check_kind, check_known
from storage.merge.record_json import Json
from storage.progress import ALONE, Progress
from storage.snapshot.snapshot_lines import Body, Otherwise, Verified, bodies, verified
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
    bodies: Callable[[], Iterator[Body]]
    """The acts, from the first one each time. Raises Refused where the file changed meanwhile."""
    bad: tuple[Bad, ...] = ()
    is_part: bool = False
    """Whether it holds only some acts, and so no records."""
    fails: str | None = None

    @property
    def acts(self) -> list[Act] | None:
        """All acts at once; None in a file with records only."""
        return None if self.count is None else [act_of(body) for body in self.bodies()]


def act_of(body: Body) -> Act:
    """The act that these bytes are. Raises Refused where they are none."""
    try:
        return act_from(body.data)
    except NotAnAct as error:
        raise Refused("spoilt", line=body.line, reason=str(error)) from error


def read_snapshot(data: bytes) -> Snapshot:
    """The snapshot in these bytes. Raises Refused, with line and reason, for a spoilt file."""
    return read(of_bytes(data))


def read(source: Source, progress: Progress = ALONE) -> Snapshot:
    """The snapshot in this file. Raises Refused, with line and reason, for a spoilt one.

    Of a file as this program writes it only what is asked for is ever in memory.
    """
    try:
        with source() as file:
            found = verified(Incoming(file, progress.part(0, 0.4)))
    except Otherwise as error:
        with source() as file:
            incoming = Incoming(file, progress.part(0.4, 0.6))
            check_start(incoming.start())
            data = incoming.whole(LARGEST)
        if data is None and error.spoilt:
            raise Refused("spoilt", line=error.line, reason=error.reason) from error
        if data is None:
            raise Refused("too_large_otherwise", most=LARGEST >> 20) from error
        return _in_memory(data, incoming.digest, progress.part(0.6, 1))
    head = found.head
    return Snapshot(
        head.arrangement, head.profile, head.exported_at, head.exported_by, head.count,
        found.stubs, None, found.digest, partial(_bodies, source, found),
        is_part=head.records_digest == NO_RECORDS,
    )  # fmt: skip


def _bodies(source: Source, found: Verified) -> Iterator[Body]:
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
        raise Refused("spoilt", line=_line_in(str(error)), reason=str(error)) from error
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
    _check_whole(whole, found, stubs)
    edited = digest(records) != whole.records_digest
    return Snapshot(
        whole.arrangement, whole.profile, whole.exported_at, whole.exported_by, len(found), stubs,
        whole.records if edited else None, digest_, found.__iter__,
        is_part=whole.records_digest == NO_RECORDS,
    )  # fmt: skip


def _check_whole(whole: Head, acts: Sequence[Body], stubs: Sequence[Stub]) -> None:
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
    whole.check_time()


def validated(model: type[Model], document: Json) -> Model:
    check_known(model, document)
    types = document.get("records")
    if isinstance(types, dict) and len(types) > MOST_TYPES:
        raise Refused("spoilt", line=1, reason="records: too many types")
    try:
        return model.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Refused("spoilt", line=1, reason=f"{where}: {first['msg']}") from error


def _body(body: object, index: int, lines: list[int]) -> Body:
    line = lines[index] if index < len(lines) else 0
    try:
        act = read_act(body)
    except NotAnAct as error:
        raise Refused("spoilt", line=line, reason=f"act {index + 1} {error}") from error
    return Body(act.id, line, act.data)


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
