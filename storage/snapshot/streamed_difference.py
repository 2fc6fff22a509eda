"""What differs between two files as this program writes them, read side by side: what is in
memory is only what differs."""

from collections.abc import Iterator, Set
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain
from tempfile import TemporaryFile

from storage import clock
from storage.acts import Act, IdSet, NotAnAct, decode
from storage.errors import Refused
from storage.files.stream import Incoming, Source
from storage.formats.head import Head
from storage.progress import ALONE, Progress
from storage.queries.history.state_difference import state_difference
from storage.queries.referents import pointed_at, with_names
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.records.record_json import Json
from storage.snapshot.exporter import Export
from storage.snapshot.new_conflicts import clashes, name_among, title_in_file
from storage.snapshot.snapshot_lines import (
    ActBytes,
    Otherwise,
    VerifiedSnapshot,
    bodies,
    snapshot_records,
    verified,
)
from storage.snapshot.snapshot_reader import NO_RECORDS
from storage.tables.database import Connection
from storage.views.differences import ActCounts, Clash, Difference
from storage.views.field_change import FieldChange


def whole(source: Source, progress: Progress = ALONE) -> "WholeFile":
    """The file, where it can be read side by side with another. Raises Unfit for a file in
    another layout, edited by hand, or with only some acts."""
    with source() as file:
        found = WholeFile(source, verified(Incoming(file, progress)))
    if found.verified.head.records_digest == NO_RECORDS:
        raise Otherwise("records")
    return found


@contextmanager
def written_file(
    connection: Connection, like: Head, progress: Progress = ALONE
) -> Iterator[Source]:
    """What is here as a file, under the profile of another; it is gone afterwards."""
    head: Json = {
        "arrangement": like.arrangement,
        "profile": like.profile,
        "exported_at": clock.now(),
        "exported_by": None,
        "device": None,
    }
    with TemporaryFile() as file:
        for piece in Export(connection, like.profile).pieces(head, progress):
            file.write(piece)
        yield lambda: nullcontext(file)


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A file of which all is right, and from which any part can be read again."""

    source: Source
    verified: VerifiedSnapshot

    def records(self) -> Iterator[bytes]:
        with self.source() as file:
            incoming = Incoming(file)
            yield from snapshot_records(incoming)
            self._check(incoming)

    def bodies(self) -> Iterator[ActBytes]:
        with self.source() as file:
            incoming = Incoming(file)
            yield from bodies(incoming)
            self._check(incoming)

    def _check(self, read: Incoming) -> None:
        if read.digest != self.verified.digest:
            raise Refused("changed_meanwhile")


def side_by_side(a: WholeFile, b: WholeFile, progress: Progress = ALONE) -> Difference:
    """What b says otherwise than a. Raises Otherwise where the records are no records by id."""
    changes: list[FieldChange] = []
    differing = [*_differing(a.records(), b.records())]
    others = _named(a, b, {str((new or old or {}).get("about")) for old, new in differing})
    for old, new in differing:
        changes += state_difference(title_in_file(new or old or {}, others), old or {}, new or {})
    others = _named(a, b, pointed_at(changes))
    changes = with_names(partial(name_among, others), changes)
    progress.step(1, 3)
    acts, only_a, only_b = _counted(a, b)
    progress.step(2, 3)
    return Difference(tuple(changes), acts, tuple(_clashing(a, b, only_a, only_b)))


def _named(a: WholeFile, b: WholeFile, ids: Set[str]) -> dict[str, Json]:
    """The records with these ids, as far as one of both files has them."""
    found: dict[str, Json] = {}
    for file in (a, b) if ids - {"None"} else ():
        for line in file.records():
            later = _later(line, None)
            if later is not None and later[0] in ids:
                found[later[0]] = later[1]
    return found


Pair = tuple[str, Json]


def _differing(a: Iterator[bytes], b: Iterator[bytes]) -> Iterator[tuple[Json | None, Json | None]]:
    """The records that are not the same in both, by id; None where one does not have it."""
    old, new = next(a, None), next(b, None)
    was: Pair | None = None
    now: Pair | None = None
    while old is not None or new is not None:
        if old == new:
            old, new = next(a, None), next(b, None)
            continue
        was, now = _later(old, was), _later(new, now)
        first = min(one[0] for one in (was, now) if one is not None)
        has_old, has_new = (one is not None and one[0] == first for one in (was, now))
        yield (was[1] if was and has_old else None), (now[1] if now and has_new else None)
        old = next(a, None) if has_old else old
        new = next(b, None) if has_new else new


def _later(line: bytes | None, before: Pair | None) -> Pair | None:
    """The record on a line, with its id; not one that comes before the last one there."""
    if line is None:
        return None
    try:
        found = decode(line)
    except NotAnAct as error:
        raise Otherwise("records") from error
    id_ = found.get("id") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(id_, str) or (before and id_ < before[0]):
        raise Otherwise("records")
    order = ("id", "life", *FIELDS.get(type_of(id_), ()))  # bytes have it by the alphabet
    return id_, {**{name: found[name] for name in order if name in found}, **found}


def _counted(a: WholeFile, b: WholeFile) -> tuple[ActCounts, set[str], set[str]]:
    """How many acts each has, and the ids of those that only one has."""
    only: tuple[set[str], set[str]] = (set(), set())
    both = 0
    ours, theirs = (_ids(one) for one in (a, b))
    x, y = next(ours, None), next(theirs, None)
    while x is not None or y is not None:
        if x == y:
            both += 1
            x, y = next(ours, None), next(theirs, None)
        elif y is None or (x is not None and x < y):
            only[0].add(str(x))
            x = next(ours, None)
        else:
            only[1].add(y)
            y = next(theirs, None)
    return ActCounts(len(only[0]), len(only[1]), both), *only


def _ids(file: WholeFile) -> Iterator[str]:
    found = IdSet()
    for body in file.bodies():
        found.add(body.id)
    return found.ids()


def _clashing(a: WholeFile, b: WholeFile, only_a: Set[str], only_b: Set[str]) -> list[Clash]:
    """What is in conflict once both are joined: worked out of the acts on those records alone
    that acts of one side touch."""
    if not only_a or not only_b:
        return []
    new = only_a | only_b
    touched: set[str] = set()
    undone: set[str] = set()
    while True:  # what is undone stands before what undoes it
        before = len(touched), len(undone)
        kept: dict[str, Act] = {}
        for body in chain(a.bodies(), (one for one in b.bodies() if one.id in only_b)):
            act = body.act()
            if act.id in new or act.id in undone:
                undone.update(act.undo)
                touched.update(said.record for said in act.set)
            for said in act.set:  # a life can hang on entries
                if said.field == "about" and not touched.isdisjoint((said.record, str(said.value))):
                    touched.update((said.record, str(said.value)))
            if act.undo or act.erase or any(said.record in touched for said in act.set):
                kept[act.id] = act
        if (len(touched), len(undone)) == before:
            break
    acts = kept.values()
    sides = (
        ([one for one in acts if one.id not in only_b], a.verified.stubs),
        ([one for one in acts if one.id not in only_a], b.verified.stubs),
    )
    return [one for one in clashes(*sides) if one.record in touched]
