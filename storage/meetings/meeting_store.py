"""Meetings of a file that can be written."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from storage.editing.engine import apply_changes
from storage.errors import Refused
from storage.meetings import agenda_changes, closing_changes, outcome_changes
from storage.queries.meetings import running
from storage.queries.meetings.meeting_reader import Meetings
from storage.records.ids import tail_of
from storage.tables.damage import face
from storage.tables.database import transaction
from storage.views.change import Change
from storage.views.meeting import AdoptionPlan, Agenda, Decision, MeetingPlan, PlannedPoint, Point

if TYPE_CHECKING:
    from storage.journal.held_file import WrittenFile
    from storage.queries.agreements.pane_lists import Lists


@face("_connection")
class EditableMeetings(Meetings):
    """Each method is one thing that someone does: one act for each scope, and one undo."""

    def __init__(self, file: "WrittenFile", lists: "Lists", why: str | None = None) -> None:
        super().__init__(file.connection, lists)
        self._file = file
        self._why = why

    def because(self, why: str | None) -> "EditableMeetings":
        """The same for someone who tells why; without a reason what is done tells its own."""
        return EditableMeetings(self._file, self._lists, why)

    def prepare(self, plan: MeetingPlan) -> str:
        """Add a meeting with its agenda; returns its id."""
        return self._apply(*agenda_changes.prepared(self._connection, plan))[0]

    def usual_participants(self, body: str) -> list[tuple[str, str]]:
        """Organisation and function of who usually comes; a function may be ""."""
        return agenda_changes.usual_participants(self._connection, body)

    def add(
        self, meeting: str, point: PlannedPoint, *, own: bool = True, under: str | None = None,
        after: str | None = None,
    ) -> str:  # fmt: skip
        """Put a point last on an agenda, or ``under`` another by its tail, or ``after`` one of the
        first level; returns its id."""
        agenda = self.agenda(meeting)
        agenda_changes.check_under(agenda, under)
        there = [one.position for one in agenda.points if one.part_of == under]
        tails = [tail_of(one.id) for one in agenda.points if one.part_of == under]
        index = tails.index(after) + 1 if after in tails else len(there)
        place = agenda_changes.place_from(there, index)
        tail = meeting.partition("/")[2]
        change = agenda_changes.added(self._connection, tail, point, place, own=own, part_of=under)
        return self._apply(change)[0]

    def gather(self, meeting: str, groups: Mapping[str, Sequence[PlannedPoint]]) -> None:
        """Put points on an agenda, each group under the topic of that name; one that is not there
        yet comes after the last that has points under it."""
        changes = agenda_changes.gathered(self._connection, self.agenda(meeting), groups)
        if changes:
            self._apply(*changes)

    def move(self, meeting: str, item: str, index: int, under: str | None = None) -> None:
        """Put a point at this place, counted from 0, of the first level or under another."""
        agenda, point = self._point(meeting, item)
        self._apply(*agenda_changes.moved(agenda, point, index, under))

    def propose(
        self, meeting: str, item: str, values: Mapping[str, object], reason: str | None = None
    ) -> None:
        """Let a point propose values for its agreement, by field as acts name it, besides those
        that it proposes already; none takes the proposal away."""
        _, point = self._point(meeting, item)
        if values and point.proposal is not None:
            values = {one.field: one.value for one in point.proposal.changes} | dict(values)
        self._apply(agenda_changes.proposing(self._connection, point, values, reason))

    def share(self, meeting: str, items: Collection[str] = ()) -> int:
        """Share the own points of an agenda, or these of them; how many there were."""
        agenda = self.agenda(meeting)
        points = [one for one in agenda.points if one.own and (not items or one.id in items)]
        changes = agenda_changes.shared(self._connection, points)
        if changes:
            self._apply(*changes)
        return len(points)

    def open(self, meeting: str) -> None:
        """Let a meeting run."""
        self._apply(closing_changes.opened(self.agenda(meeting)))

    def go_to(self, meeting: str, item: str) -> None:
        """Say at which point a running meeting is, for who follows it and for who goes on."""
        with transaction(self._connection):
            running.go_to(self._connection, meeting, item)

    def attend(
        self, meeting: str, organisation: str, function: str, *, here: bool = True,
        text: str | None = None, make: Mapping[str, str] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        """Tell whether someone is there; ``text`` tells since or until when. ``make`` has the name,
        by id, of an organisation that is not known yet."""
        agenda = self.agenda(meeting)
        self._apply(
            closing_changes.attended(
                agenda, organisation, function, here=here, text=text, make=make
            )
        )

    def decide(self, meeting: str, item: str, decision: Decision, *, anyway: bool = False) -> None:
        """Decide a point, and change its agreement as was decided."""
        agenda, point = self._point(meeting, item)
        changes = outcome_changes.decision_changes(
            self._connection, agenda, point, decision, anyway=anyway
        )
        self._apply(*changes)

    def answer(self, meeting: str, item: str, answer: str) -> None:
        """Tell what was said of the reservation of a point: "lifted" or "refused"; also once the
        meeting is closed."""
        _, point = self._point(meeting, item)
        self._apply(outcome_changes.answered(point, self._file.record(item), answer, meeting))

    def note(self, meeting: str, item: str | None, entry: Mapping[str, object]) -> str:
        """Note something of a point, in the logbook of its agreement where it has one, or without
        a point of the meeting itself; returns the id of the entry. A point of which a decision is
        noted is discussed at least."""
        point = self._point(meeting, item)[1] if item is not None else None
        about = meeting if point is None else point.row.id if point.row else point.id
        tail = meeting.partition("/")[2]
        changes = [Change((about,), entry={**entry, "meeting": tail}, meeting=tail)]
        if point is not None and point.outcome is None and entry["kind"] == "decision":
            changes.append(Change((point.id,), sets={"outcome": "discussed"}, meeting=tail))
        return self._apply(*changes)[0]

    def as_agreement(self, meeting: str, item: str, entry: str) -> str:
        """Make an agreement of an action, with the point of the meeting as its source; returns
        its id."""
        agenda, point = self._point(meeting, item)
        action = self._file.record(entry)
        return self._apply(
            outcome_changes.agreement_of_action(self._connection, agenda, point, action)
        )[0]

    def adoption_plan(self, meeting: str, excepted: Collection[str] = ()) -> AdoptionPlan:
        """What adopting all proposals that are left would do; ``excepted`` are ids of points."""
        return outcome_changes.adoption_plan(self._connection, self.agenda(meeting), excepted)

    def adopt(self, meeting: str, excepted: Collection[str] = ()) -> AdoptionPlan:
        """Take over all proposals that are left but these, in one act."""
        agenda = self.agenda(meeting)
        plan = outcome_changes.adoption_plan(self._connection, agenda, excepted)
        self._apply(*outcome_changes.adopting(agenda, plan.taken))
        return plan

    def close(self, meeting: str, *, hold: bool = False, next_meeting: str | None = None) -> None:
        """Close a meeting, and so adopt what it decided; ``hold`` holds over what is undecided."""
        agenda = self.agenda(meeting)
        self._apply(*closing_changes.meeting_closing(agenda, hold=hold, next_meeting=next_meeting))

    def amend(
        self, meeting: str, item: str, text: str, values: Mapping[str, object], date: str
    ) -> None:
        """Amend what a closed meeting decided of a point, on a day."""
        agenda, point = self._point(meeting, item)
        self._apply(*closing_changes.amended(agenda, point, text, values, date))

    def _point(self, meeting: str, item: str) -> tuple[Agenda, Point]:
        agenda = self.agenda(meeting)
        found = next((one for one in agenda.points if one.id == item), None)
        if found is None:
            raise Refused("no_such_point", title=agenda.meeting.title)
        return agenda, found

    def _apply(self, *changes: Change) -> Sequence[str]:
        first, *others = changes
        first = first._replace(reason=self._why or first.reason)
        return apply_changes(self._connection, self._file.journal, first, *others).added
