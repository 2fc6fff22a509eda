"""What follows, for what people said, from taking something in, from taking it back or a join."""

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from storage.views.laptops import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from storage.views.problem import Problem

TOLD_BESIDES = ("incomplete", "set_apart", "not_whole", "seed_apart", "to_erase", "unclean")
"""Kinds of problems of which whoever tells what came in has more to say."""


class Spot(NamedTuple):
    """A field of a record, as acts name it, with the code and the title of the record."""

    record: str
    code: str | None
    title: str
    field: str


class ConflictSettled(NamedTuple):
    """A conflict that is one no longer, and who saw to that; None where nobody is known."""

    spot: Spot
    who: Person | None


class ValueLost(NamedTuple):
    """A value that was said here or by who writes here and that stands no longer, what stands
    there now (None for nothing), and who saw to that. ``names`` tells what the records are called
    that these values point at."""

    spot: Spot
    mine: object
    value: object
    who: Person | None
    names: "Mapping[str, str]" = MappingProxyType({})


class RecordLeft(NamedTuple):
    """A record that is deleted, or that gives way to one of this title, and who saw to that."""

    spot: Spot
    who: Person | None
    into: str = ""


class Consequences(NamedTuple):
    """Conflicts that arise, those that someone had settled and that are open again, those that are
    settled, what was said here and stands no longer, problems that were not there before, and
    records that others deleted or joined to another, and meetings that others ``closed``: their
    minutes are here now."""

    arisen: tuple[Spot, ...] = ()
    reopened: tuple[Spot, ...] = ()
    settled: tuple[ConflictSettled, ...] = ()
    lost: tuple[ValueLost, ...] = ()
    problems: "tuple[Problem, ...]" = ()
    deleted: tuple[RecordLeft, ...] = ()
    joined: tuple[RecordLeft, ...] = ()
    closed: tuple[Spot, ...] = ()

    def beside(self, problems: "Iterable[Problem]") -> "Consequences":
        """The same with these problems, but for those that are told in lines of their own."""
        kept = tuple(one for one in problems if one.kind not in TOLD_BESIDES)
        return self._replace(problems=kept)

    @property
    def conflicts(self) -> int:
        """How many conflicts there are that were not there before."""
        return len(self.arisen) + len(self.reopened)


NONE = Consequences()
