"""What a meeting said and did, as minutes tell it."""

from typing import NamedTuple

from storage.views.adoption import LaterValue
from storage.views.field_change import FieldChange
from storage.views.meeting import Agenda, Point
from storage.views.page_elements import Entry


class PointMinutes(NamedTuple):
    """A point of the agenda in the minutes: what changed in its agreement in the meeting, what was
    noted there, and what of what was adopted says something else now. ``arrived`` came in here
    after the closing, although it says that it is older; ``why`` is the reason of its outcome."""

    point: Point
    changes: tuple[FieldChange, ...]
    entries: tuple[Entry, ...]
    amendments: tuple[Entry, ...]
    later: tuple[LaterValue, ...]
    arrived: tuple[Entry, ...] = ()
    why: str | None = None


class Minutes(NamedTuple):
    """The minutes of a meeting. ``entries`` and ``arrived`` are about the meeting itself.
    ``closed_at`` is None while it is not closed, ``incomplete`` tells that not all that its closing
    saw is here, ``adopted_by`` is title and day (ISO) of the meeting that adopted them; until then
    they are a draft."""

    agenda: Agenda
    points: tuple[PointMinutes, ...]
    entries: tuple[Entry, ...]
    closed_at: str | None
    incomplete: bool
    adopted_by: tuple[str, str | None] | None
    arrived: tuple[Entry, ...] = ()

    def with_outcome(self, *outcomes: str) -> list[PointMinutes]:
        """The points of which the meeting said one of these."""
        return [one for one in self.points if one.point.outcome in outcomes]
