"""What differs between two files, record by record, and what joining them would bring."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from storage.bulk import many_objects
from storage.files.open_file import reading
from storage.formats.profiles import WITHIN
from storage.formats.verifier import Unfit
from storage.progress import ALONE, Progress, Watch, unwatched
from storage.queries.history.state_difference import state_difference
from storage.queries.overviews.profile_shares import shares
from storage.queries.referents import with_names
from storage.records.record_json import Json
from storage.snapshot.hand_edits import by_id
from storage.snapshot.new_conflicts import clashes, name_among, title_in_file
from storage.snapshot.sides import Side, of_file, of_here
from storage.snapshot.streamed_difference import side_by_side, whole, written_file
from storage.tables.database import Connection
from storage.views.differences import ActCounts, Clash, Difference
from storage.views.field_change import FieldChange

CARRIED = ("acts", *WITHIN)  # ways in which things are said, and none of their own


def of_files(a: Path, b: Path, watch: Watch = unwatched) -> Difference:
    """What the second file says otherwise than the first. Raises Refused for what is none."""
    progress = Progress(watch, "compare")
    first, second = partial(reading, a), partial(reading, b)
    with many_objects():
        try:
            one = whole(first, progress.part(0, 0.2))
            return side_by_side(one, whole(second, progress.part(0.2, 0.4)), progress.part(0.4, 1))
        except Unfit:
            sides = (
                of_file(first, progress.part(0.4, 0.5)),
                of_file(second, progress.part(0.5, 0.6)),
            )
            return difference(*sides, progress.part(0.6, 1))


def with_here(connection: Connection, a: Path, watch: Watch = unwatched) -> Difference:
    """What is here says otherwise than the file, seen as the profile of the file lets it."""
    progress = Progress(watch, "compare")
    first = partial(reading, a)
    with many_objects():
        try:
            one = whole(first, progress.part(0, 0.1))
            with written_file(connection, one.verified.head, progress.part(0.1, 0.4)) as here:
                other = whole(here, progress.part(0.4, 0.5))
                found = side_by_side(one, other, progress.part(0.5, 1))
                return found._replace(apart=_apart(connection, one.verified.head.profile))
        except Unfit:
            side = of_file(first, progress.part(0.5, 0.6))
            here_now = of_here(connection, side.profile, progress.part(0.6, 0.8))
            found = difference(side, here_now, progress.part(0.8, 1))
            return found._replace(apart=_apart(connection, side.profile))


def _apart(connection: Connection, profile: str | None) -> tuple[tuple[str, int], ...]:
    """What is here and can be in no file of that profile, so that nothing is said of it."""
    found = shares(connection, profile or "internal")
    return tuple((one.what, one.count) for one in found if not one.goes and one.what not in CARRIED)


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
    counted = ActCounts(len(a.acts) - both, len(b.acts) - both, both)
    found: Iterable[Clash] = ()
    if counted.only_a and counted.only_b:
        found = clashes(whole_a.acts_and_stubs(), whole_b.acts_and_stubs())
    return Difference(tuple(changes), counted, tuple(found))


def _changes(
    before: Mapping[str, Json], after: Mapping[str, Json], *, all_a: bool, all_b: bool
) -> Iterator[FieldChange]:
    others = {**before, **after}
    for record in sorted(before.keys() | after.keys()):
        old, new = before.get(record), after.get(record)
        if (old is None and not all_a) or (new is None and not all_b):
            continue
        if old is not None and new is not None:
            old, new = (old if all_a else {**new, **old}), (new if all_b else {**old, **new})
        lives = {"life": "live"}  # also where that was not written
        old, new = ({**lives, **one} if one else {} for one in (old, new))
        yield from with_names(
            partial(name_among, others),
            state_difference(title_in_file(new or old, others), old, new),
        )
