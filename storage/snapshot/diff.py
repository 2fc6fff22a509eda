"""What differs between two files, record by record, and what joining them would bring."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from storage.bulk import many_objects
from storage.files import reading
from storage.merge import Merged
from storage.progress import ALONE, Progress, Watch, unwatched
from storage.reading.compared import compared
from storage.records.as_json import Json
from storage.snapshot.edits import by_id
from storage.snapshot.sides import Side, of_file, of_here
from storage.tables.columns import HEADINGS
from storage.tables.database import Connection
from storage.views import Change
from storage.views.difference import Clash, Counted, Difference


def of_files(a: Path, b: Path, watch: Watch = unwatched) -> Difference:
    """What the second file says otherwise than the first. Raises Refused for what is none."""
    progress = Progress(watch, "compare")
    with many_objects():
        first = of_file(partial(reading, a), progress.part(0, 0.3))
        second = of_file(partial(reading, b), progress.part(0.3, 0.6))
        return difference(first, second, progress.part(0.6, 1))


def with_here(connection: Connection, a: Path, watch: Watch = unwatched) -> Difference:
    """What is here says otherwise than the file, seen as the profile of the file lets it."""
    progress = Progress(watch, "compare")
    with many_objects():
        first = of_file(partial(reading, a), progress.part(0, 0.3))
        second = of_here(connection, first.profile, progress.part(0.3, 0.6))
        return difference(first, second, progress.part(0.6, 1))


def difference(a: Side, b: Side, progress: Progress = ALONE) -> Difference:
    """What b says otherwise than a.

    Of a part it is what changes in the other once the part has come in. With a public file both
    are as the public sees them. What was written by hand says nothing of what it leaves out.
    """
    whole_a = b.with_all_of(a) if a.is_part and not b.is_part and b.acts is not None else a
    whole_b = a.with_all_of(b) if b.is_part and not a.is_part and a.acts is not None else b
    public = a.is_public or b.is_public
    parts = (progress.part(0, 0.35), progress.part(0.35, 0.7))
    before, after = (
        by_id(one.without_names(part) if public else one.records(part))
        for one, part in zip((whole_a, whole_b), parts, strict=True)
    )
    changes = _changes(before, after, all_a=a.says_all, all_b=b.says_all)
    if a.acts is None or b.acts is None:
        return Difference(tuple(changes), None, ())
    both = len(a.acts.keys() & b.acts.keys())
    counted = Counted(len(a.acts) - both, len(b.acts) - both, both)
    clashes: Iterable[Clash] = ()
    if counted.only_a and counted.only_b:
        clashes = _clashes(whole_a, whole_b, progress.part(0.7, 1))
    return Difference(tuple(changes), counted, tuple(clashes))


def _changes(
    before: Mapping[str, Json], after: Mapping[str, Json], *, all_a: bool, all_b: bool
) -> Iterator[Change]:
    for record in sorted(before.keys() | after.keys()):
        old, new = before.get(record), after.get(record)
        if (old is None and not all_a) or (new is None and not all_b):
            continue
        if old is not None and new is not None:
            old, new = (old if all_a else {**new, **old}), (new if all_b else {**old, **new})
        lives = {"life": "live"}  # also where that was not written
        old, new = ({**lives, **one} if one else {} for one in (old, new))
        yield from compared(_title(new or old), old, new)


def _clashes(a: Side, b: Side, progress: Progress) -> Iterator[Clash]:
    joined = a.with_all_of(b).merged(progress)
    known = _disputed(a.merged().values()) | _disputed(b.merged().values())
    for record, field in sorted(_disputed(joined.values()) - known):
        said = {name: joined[record].value(name) for name in HEADINGS}
        yield Clash(record, _title({"id": record, **said}), field)


def _disputed(merged: Iterable[Merged]) -> set[tuple[str, str]]:
    found = {(one.id, field) for one in merged for field in one.conflicts}
    return found | {(one.id, "life") for one in merged if one.life == "contested"}


def _title(record: Json) -> str:
    return next((str(record[key]) for key in HEADINGS if record.get(key)), str(record.get("id")))
