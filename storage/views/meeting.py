"""A meeting: its agenda of two levels, and what was said of each point."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from storage.errors import Refused
from storage.views.agreement_list import AgreementRow
from storage.views.field_change import FieldChange
from storage.views.page_elements import Entry

Outcome = Literal["as_proposed", "otherwise", "held", "discussed", "withdrawn"]


class InOffice(NamedTuple):
    """Someone at a meeting, as an organisation and a function; never by name."""

    organisation: str
    name: str
    function: str


class MeetingFacts(NamedTuple):
    """A meeting as it is told above its agenda, everything resolved to names but ``body_tail``;
    ``next`` and ``minutes_adopted`` are what other meetings are called."""

    id: str
    title: str
    body_tail: str | None
    body: str
    date: str | None
    phrase: str | None
    place: str | None
    chair: str | None
    secretary: str | None
    phase: str | None
    participants: tuple[InOffice, ...]
    present: tuple[InOffice, ...]
    next: str | None
    minutes_adopted: str | None
    conflicts: tuple[str, ...] = ()
    life: str = "live"

    @property
    def dispute(self) -> str | None:
        """Why nothing can be decided until people choose: the key of a refusal, or None."""
        if self.life == "contested":
            return "meeting_contested"
        return "meeting_phase_disputed" if "phase" in self.conflicts else None


class Proposal(NamedTuple):
    """What a point of the agenda proposes for its agreement. ``by`` is the name of who said so
    last; ``stale`` are the fields that say something else now than when it was made."""

    changes: tuple[FieldChange, ...]
    by: str | None
    stale: tuple[str, ...] = ()


class Reservation(NamedTuple):
    """Of whom a decision waits, until when, and what they said: lifted, refused or nothing yet."""

    organisation: str
    until: str | None
    answer: str | None


class Point(NamedTuple):
    """A point of an agenda. ``number`` is "3" or "3.2", ``variant`` is A, B … where more than one
    stands for one agreement, else "". ``life`` is that of its agreement: live, deleted,
    contested or, where it is not in this file, "unknown"."""

    id: str
    number: str
    position: str
    part_of: str | None
    title: str
    row: AgreementRow | None
    life: str
    variant: str
    own: bool
    minutes: int | None
    reason: str | None
    proposal: Proposal | None
    outcome: Outcome | None
    reservation: Reservation | None
    noted_for: tuple[str, ...]
    conflicts: tuple[str, ...] = ()

    @property
    def reserved(self) -> bool:
        """Whether a decision waits for someone who has to agree yet."""
        return self.reservation is not None and self.reservation.answer is None

    @property
    def undecided(self) -> bool:
        """Whether the meeting has yet to say something of it."""
        return self.row is not None and self.outcome is None


class Agenda(NamedTuple):
    """A meeting with its points in their order, those of the second level under theirs."""

    meeting: MeetingFacts
    points: tuple[Point, ...]

    @property
    def minutes(self) -> int:
        """How long all points take together."""
        return sum(point.minutes or 0 for point in self.points)


class PointCard(NamedTuple):
    """A point as a room reads it: the agreement's text, what changed in it since the last meeting,
    the last entry from before this one, and what was said of it in this one. ``leads`` are full
    names, and ``awaited`` of whom it waits for a question or an answer."""

    point: Point
    text: str
    since: tuple[FieldChange, ...]
    last: Entry | None
    said: tuple[Entry, ...]
    leads: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()


class Carried(NamedTuple):
    """A point that a meeting left for the next: held over, waiting for who is reserved, or an
    action that was ``promised`` there and is not done. ``meeting`` and ``date`` (ISO) name that
    meeting; what was held over keeps its ``proposal``, by field as acts name it."""

    title: str
    agreement: str | None
    meeting: str
    date: str | None
    reservation: Reservation | None
    promised: bool = False
    proposal: Mapping[str, object] | None = None


class PlannedPoint(NamedTuple):
    """A point that is put on an agenda: a topic with a title, or an agreement by its tail, and why
    it stands there. ``proposal`` has values by field as acts name it; ``under`` are the points of
    the second level."""

    title: str | None = None
    agreement: str | None = None
    minutes: int | None = None
    reason: str | None = None
    proposal: Mapping[str, object] | None = None
    under: tuple["PlannedPoint", ...] = ()


class MeetingPlan(NamedTuple):
    """A meeting that is prepared: ``facts`` are its fields, ``participants`` organisation and
    function. ``own`` points stay on this laptop until they are shared."""

    facts: Mapping[str, object]
    participants: tuple[tuple[str, str], ...]
    points: tuple[PlannedPoint, ...]
    own: bool = True


class Decision(NamedTuple):
    """What a meeting says of a point: ``sets`` are values that it sets otherwise than was proposed,
    ``reservation`` the tail of who decides later, and until when."""

    outcome: Outcome
    why: str | None = None
    sets: Mapping[str, object] | None = None
    reservation: tuple[str, str | None] | None = None
    noted_for: tuple[str, ...] = ()


class AdoptionPlan(NamedTuple):
    """What adopting all proposals that are left would do: the points of which the proposal is
    taken, and those that it leaves, each with why; None for one that was taken out by hand."""

    taken: tuple[Point, ...]
    left: tuple[tuple[Point, Refused | None], ...]
