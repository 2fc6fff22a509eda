"""What follows, for what people said, from taking something in, from taking it back or a join."""

from typing import TYPE_CHECKING, NamedTuple

from storage.views.devices import Person

if TYPE_CHECKING:
    from storage.views import Problem


class Spot(NamedTuple):
    """A field of a record, as acts name it, with the code and the title of the record."""

    record: str
    code: str | None
    title: str
    field: str


class Settled(NamedTuple):
    """A conflict that is one no longer, and who saw to that; None where nobody is known."""

    spot: Spot
    who: Person | None


class Lost(NamedTuple):
    """A value that was said here or by who writes here and that stands no longer, what stands
    there now (None for nothing), and who saw to that."""

    spot: Spot
    mine: object
    value: object
    who: Person | None


class Consequences(NamedTuple):
    """Conflicts that arise, those that someone had settled and that are open again, those that are
    settled, what was said here and stands no longer, and problems that were not there before."""

    arisen: tuple[Spot, ...] = ()
    reopened: tuple[Spot, ...] = ()
    settled: tuple[Settled, ...] = ()
    lost: tuple[Lost, ...] = ()
    problems: "tuple[Problem, ...]" = ()

    @property
    def conflicts(self) -> int:
        """How many conflicts there are that were not there before."""
        return len(self.arisen) + len(self.reopened)


NONE = Consequences()
