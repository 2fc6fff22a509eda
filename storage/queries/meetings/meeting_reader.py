"""Meetings as they are read: which there are, their agendas, what they adopted."""

from typing import TYPE_CHECKING

from storage.progress import ALONE, Progress
from storage.queries import adoptions
from storage.queries.joins import STANDS, joins
from storage.queries.meetings import (
    agenda,
    carried,
    coming_meetings,
    minutes_reader,
    point_cards,
    running,
)
from storage.queries.meetings.carried import Grouping
from storage.tables.damage import face
from storage.views.meeting import Agenda, MeetingFacts, Point, PointCard

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from storage.queries.agreements.pane_lists import Lists
    from storage.tables.database import Connection
    from storage.views.adoption import Adoption
    from storage.views.field_change import FieldChange
    from storage.views.meeting import Carried
    from storage.views.minutes import Minutes

_ALL = f"""
SELECT 'meetings/' || tail FROM meetings WHERE life <> 'deleted' AND {STANDS}
 ORDER BY coalesce(date, '') DESC, tail"""


@face("_connection")
class Meetings:
    """Each is named by its id."""

    def __init__(self, connection: "Connection", lists: "Lists") -> None:
        self._connection = connection
        self._lists = lists

    def all(self) -> list[MeetingFacts]:
        """Every meeting, the last first."""
        free = joins(self._connection, "meetings").free
        rows = self._connection.execute(_ALL, (free,)).fetchall()
        return [agenda.meeting_facts(self._connection, self._lists, id_) for (id_,) in rows]

    def closed(self) -> list[tuple[str, str]]:
        """The day and the title of the meetings that are over, the newest first."""
        return coming_meetings.closed_meetings(self._connection)

    def agenda(self, meeting: str) -> Agenda:
        """A meeting and its points. Raises Refused where there is none."""
        return agenda.agenda(self._connection, self._lists, meeting)

    def card(self, agenda: Agenda, point: Point) -> PointCard:
        """A point of an agenda as a room reads it."""
        return point_cards.point_card(self._connection, self._lists, agenda, point)

    def changed(self, agenda: Agenda, point: Point) -> "Sequence[FieldChange]":
        """What a meeting changed in the agreement of a point."""
        return minutes_reader.changed_in_meeting(self._connection, agenda, point)

    def minutes(self, meeting: str, progress: Progress = ALONE) -> "Minutes":
        """What a meeting said and did, as it stands now."""
        agenda = self.agenda(meeting)
        return minutes_reader.minutes(self._connection, self._lists, agenda, progress)

    def last_closed(self, body: str) -> str | None:
        """The id of the last closed meeting of a body, by its tail."""
        return carried.last_closed(self._connection, body)

    def reserved(self, meeting: str, point: Point) -> tuple[str, Point] | None:
        """The reservation about an agreement that waits for an answer: the meeting, and its point;
        first that of this point itself."""
        if point.reserved:
            return meeting, point
        for one in self.all() if point.row else ():
            for other in self.agenda(one.id).points:
                if other.reserved and other.row and point.row and other.row.id == point.row.id:
                    return one.id, other
        return None

    def carried(self, body: str) -> "list[Carried]":
        """What the last meeting of a body left for the next one."""
        last = self.last_closed(body)
        if last is None:
            return []
        minutes = self.minutes(last)
        return [*carried.left_over(minutes.agenda), *carried.promised(minutes)]

    def groups_of(self, agreements: "Collection[str]", by: Grouping = "regions") -> dict[str, str]:
        """By tail the name of the first region or programme of an agreement; those without one
        are left out."""
        return carried.groups_of(self._connection, self._lists, agreements, by)

    def adoptions(self, agreement: str) -> "list[Adoption]":
        """The closed meetings that adopted an agreement, the last first."""
        return adoptions.adoptions(self._connection, agreement)

    def running(self, meeting: str) -> str | None:
        """The id of the point at which a meeting is, where someone runs it with this file."""
        return running.point(self._connection, meeting)
