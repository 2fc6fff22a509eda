"""A meeting that is prepared: its agenda at the left, and what is said of a point at the right."""

from collections.abc import Sequence
from functools import partial

from storage.records.ids import tail_of
from storage.views.meeting import PlannedPoint
from tui.base.asked_steps import Steps
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import say, say_count
from tui.screens.meetings.agenda_list import AgendaList
from tui.screens.meetings.agenda_rules import ask_rules, found_by_rules
from tui.screens.meetings.commands import AGENDA
from tui.screens.meetings.facts_questions import facts_steps
from tui.screens.meetings.lines import title_of_point
from tui.screens.meetings.meeting_draft import MeetingDraft, ToReport, ask
from tui.screens.meetings.questions import ask_values
from tui.widgets.footer import KeyHint
from tui.widgets.widget_messages import Chosen
from tui.words.agenda_template import grouped, planned
from tui.words.record_words import short_code

FOUND = 200  # agreements that one search offers


class AgendaScreen(AgendaList):
    """Gives the meeting, to run it; the id of an agreement, to go there; or None."""

    TOPIC = "agenda"
    DOES = AGENDA

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("begin_meeting")

    def go_on(self, draft: MeetingDraft) -> None:
        """Go on with what was being typed, at its point."""
        self.rows.select(draft.item)
        self.action_do(draft.command)

    # what is prepared

    def propose(self) -> None:
        """Propose what the agreement is to say."""
        ask(self, "propose", self._proposing, self.agenda.meeting, self.point)

    def _proposing(self) -> Steps:
        point = self.point
        if point is None:
            return
        wanted = yield from ask_values(self.store, point, proposing=True)
        if wanted is not None:
            self.store.meetings.propose(self.meeting, point.id, wanted.values, wanted.why or None)
            called = short_code(point.row.code) if point.row else title_of_point(point)
            self._done(say("meeting.proposed", title=called))

    def add_point(self) -> None:
        """Put a topic or an agreement on the agenda."""
        ask(self, "add_point", self._adding, self.agenda.meeting, self.point)

    def _adding(self) -> Steps:
        words = yield LineScreen(say("meeting.which_point"), say("meeting.point_told"))
        if not words:
            return
        hits = [one for one in self.store.search(words, FOUND).hits if one.type == "agreements"]
        options = [PickerOption("", say("meeting.as_topic", title=words))]
        options += [PickerOption(one.id, one.title, one.code or "") for one in hits]
        chosen = yield ChooseScreen(say("meeting.topic_or_agreement"), options)
        point = PlannedPoint(title=words) if not chosen else PlannedPoint(agreement=tail_of(chosen))
        above = self.point
        top = None if above is None else above.part_of or tail_of(above.id)
        under = top if chosen and top and self._holds_agreements(top) else None
        made = self.store.meetings.add(
            self.meeting, point._replace(minutes=5), under=under, after=None if under else top
        )
        self._done(say("meeting.added"))
        self.rows.select(made)

    def _holds_agreements(self, top: str) -> bool:
        return any(one.part_of == top and one.row for one in self.agenda.points)

    def point_time(self) -> None:
        """How many minutes a point takes."""
        ask(self, "point_time", self._timing, self.agenda.meeting, self.point)

    def _timing(self) -> Steps:
        point = self.point
        if point is None:
            return
        text = yield LineScreen(
            say("meeting.how_long"), say("meeting.takes_now", n=point.minutes or 0)
        )
        if text:
            self.store.edit(point.id, {"minutes": int(text) if text.isdecimal() else text or None})
            self._done(say("meeting.timed"))

    def move_point(self, by: int) -> None:
        """Put a point before or after its neighbour."""
        point = self.point
        if point is None:
            return
        beside = [one.id for one in self.agenda.points if one.part_of == point.part_of]
        place = beside.index(point.id) + by
        if not 0 <= place < len(beside):
            self.toast(say("meeting.at_edge"), "amber")
            return
        self.store.meetings.move(self.meeting, point.id, place, point.part_of)
        self.wrote()
        self.show_all()

    def drop_point(self) -> None:
        """Take a point, and what stands under it, from the agenda."""
        point = self.point
        if point is None:
            return
        from storage.views.change import Change

        under = [one.id for one in self.agenda.points if one.part_of == tail_of(point.id)]
        self.store.apply(Change((point.id, *under), sets={"life": "deleted"}))
        self._done(say("meeting.dropped", title=title_of_point(point)))

    def share_points(self) -> None:
        """Let partners see what stands on this laptop only."""
        count = self.store.meetings.share(self.meeting)
        self._done(say_count("meeting.shared", count))

    def open_point(self) -> None:
        """Go to the agreement of a point."""
        if self.point is not None and self.point.row is not None:
            self.dismiss(self.point.row.id)

    def begin_meeting(self) -> None:
        """Let the meeting run; what stands on this laptop only is shared first, if one wants."""
        if self.own:
            ask(self, "begin_meeting", self._beginning, self.agenda.meeting)
        else:
            self._begin()

    def _beginning(self) -> Steps:
        options = [PickerOption(one, say(f"meeting.begin_{one}")) for one in ("shared", "without")]
        chosen = yield ChooseScreen(say_count("meeting.points_own", self.own), options)
        if chosen == "shared":
            self.store.meetings.share(self.meeting)
        self._begin()

    def _begin(self) -> None:
        self.store.meetings.open(self.meeting)
        self.wrote()
        self.dismiss(self.meeting)

    def make_report(self) -> None:
        """To the hand-out: the agenda as it is sent on."""
        self.dismiss(ToReport("agenda", self.meeting))

    def meeting_facts(self) -> None:
        """When and where it is, who leads it and who is asked: one after another."""

        def done() -> None:
            self.wrote()
            self.show_all()
            self.call_after_refresh(self.meeting_facts)

        steps = partial(facts_steps, self.store, self.agenda.meeting, done)
        ask(self, "meeting_facts", steps, self.agenda.meeting)

    def add_by_rules(self) -> None:
        """Put on the agenda what rules find and does not stand there yet."""
        ask(self, "add_by_rules", self._adding_by_rules, self.agenda.meeting)

    def _adding_by_rules(self) -> Steps:
        meeting = self.agenda.meeting
        last = self.store.meetings.last_closed(meeting.body_tail) if meeting.body_tail else None
        before = self.store.meetings.agenda(last).meeting.date if last else None
        chosen = yield from ask_rules(self.store, meeting.date, before)
        there = {tail_of(one.row.id) for one in self.agenda.points if one.row}
        found = [one for one in found_by_rules(self.store, chosen.rules) if one[0] not in there]
        groups = grouped(self.store.meetings, planned(found), by=chosen.by)
        self.store.meetings.gather(self.meeting, groups)
        self._done(say_count("meeting.gathered", len(found)))

    def hints(self) -> Sequence[KeyHint]:
        return self.hint(
            "propose", "add_point", "point_time", "share_points", "begin_meeting",
            "meeting_handout", "meeting_facts", "add_by_rules", "point_up", "drop_point", "undo",
            "back",
        )  # fmt: skip
