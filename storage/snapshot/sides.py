"""What can be compared: the records and acts of a file, or those that are here."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from storage.acts import Act, NotAnAct, Stub, decode
from storage.errors import Refused
from storage.files.stream import Incoming, Source
from storage.formats.head import Head
from storage.formats.profiles import fields_for, goes, may_leave
from storage.merge import Merged, project
from storage.merge.merged_as_json import records_json
from storage.progress import ALONE, Progress
from storage.queries.redaction import NAMED, Redaction
from storage.records.ids import type_of
from storage.records.record_json import Json
from storage.snapshot.snapshot_reader import LARGEST, Records, open_snapshot, validated
from storage.tables.assertions import stored_acts, stored_stubs
from storage.tables.database import Connection

ByType = Mapping[str, list[Json]]


class Side:
    """One of two that are compared.

    ``written`` are records that say something of their own: edited by hand, or without acts.
    ``profile`` is None where nothing is said of it. ``is_part`` says that it holds only some acts,
    which mean nothing without the others.
    """

    def __init__(
        self,
        acts: Iterable[Act] | None,
        stubs: Sequence[Stub] = (),
        *,
        profile: str | None = None,
        written: Records | None = None,
        is_part: bool = False,
    ) -> None:
        self.acts = None if acts is None else {act.id: act for act in acts}
        self.stubs = stubs
        self.profile = profile
        self.written = written
        self.is_part = is_part
        self._merged: dict[str, Merged] | None = None

    @property
    def is_public(self) -> bool:
        return self.profile == "public"

    @property
    def says_all(self) -> bool:
        """Whether what is absent is not there; by hand it says nothing."""
        return self.written is None or self.is_public

    def merged(self, progress: Progress = ALONE) -> dict[str, Merged]:
        """What its acts come to, worked out once."""
        if self._merged is None:
            self._merged = project((self.acts or {}).values(), self.stubs, progress=progress)
        return self._merged

    def records(self, progress: Progress = ALONE) -> ByType:
        if self.written is not None:
            return self.written
        return records_json(self.merged(progress.part(0, 0.8)).values(), progress.part(0.8, 1))

    def without_names(self, progress: Progress = ALONE) -> ByType:
        """The records as a public file gives them."""
        found = self.records(progress)
        written = [one.get("name") for type_ in NAMED for one in found.get(type_, ())]
        said = [one for act in (self.acts or {}).values() for one in act.set]
        ever = [one.value for one in said if one.field == "name" and type_of(one.record) in NAMED]
        mask = Redaction(name for name in (*written, *ever) if isinstance(name, str))
        return {
            type_: [mask.of(type_, fields_for("public", type_, one)) for one in group]
            for type_, group in found.items()
            if goes("public", type_)
        }

    def acts_and_stubs(self) -> tuple[list[Act], Sequence[Stub]]:
        return [*(self.acts or {}).values()], self.stubs

    def with_all_of(self, other: "Side") -> "Side":
        """Both together, under the profile of this one."""
        acts = {**(self.acts or {}), **(other.acts or {})}
        return Side(acts.values(), [*self.stubs, *other.stubs], profile=self.profile)


def of_file(source: Source, progress: Progress = ALONE) -> Side:
    """The file as it can be compared, a public one too. Raises Refused for a spoilt one."""
    try:
        file = open_snapshot(source, progress)
    except Refused as refused:
        if refused.key != "public_file":
            raise
        return _public(source)
    return Side(
        file.acts, file.stubs, profile=file.profile, written=file.records, is_part=file.is_part
    )


def of_here(connection: Connection, profile: str | None, progress: Progress = ALONE) -> Side:
    """What is here, as far as it would leave under a profile; all of it where none is named."""
    under = profile or "internal"
    (count,) = connection.execute("SELECT count(*) FROM acts").fetchone()
    acts = progress.over(stored_acts(connection), count)
    going = [act for act in acts if may_leave(under, act.scope)]
    stubs = [stub for stub in stored_stubs(connection) if may_leave(under, stub.scope)]
    return Side(going, stubs, profile=under)


class _Public(Head):
    """A public file. Its name alone makes that `read` refuses it: nothing can be taken in."""

    profile: Literal["public"]  # type: ignore[assignment]
    records: Records
    acts: list[Json]
    erased: list[Json]
    statements: list[Json]


def _public(source: Source) -> Side:
    with source() as file:
        data = Incoming(file).whole(LARGEST)
    if data is None:
        raise Refused("too_large_otherwise", most=LARGEST >> 20)
    try:
        document = decode(data.removeprefix(b"\xef\xbb\xbf"))
    except NotAnAct as error:
        raise Refused("spoilt", line=0, reason=str(error)) from error
    whole = validated(_Public, document if isinstance(document, dict) else {})
    return Side(None, profile="public", written=whole.records)
