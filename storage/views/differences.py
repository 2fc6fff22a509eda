"""What differs between two files, or between a file and what is here."""

from typing import NamedTuple

from storage.views.field_change import FieldChange


class ActCounts(NamedTuple):
    """How many acts only the first has, only the second, and both."""

    only_a: int
    only_b: int
    both: int


class Clash(NamedTuple):
    """A field that is in conflict once both are joined, and is in neither of them now."""

    record: str
    title: str
    field: str


class Difference(NamedTuple):
    """What the second says otherwise than the first, record by record.

    ``acts`` is None where one of them holds records only; then nothing is known of what joining
    brings either. ``apart`` is what is here and was not compared, with how much of it there is:
    no file like the first one carries it.
    """

    changes: tuple[FieldChange, ...]
    acts: ActCounts | None
    clashes: tuple[Clash, ...]
    apart: tuple[tuple[str, int], ...] = ()
