"""Which meetings there are, and what each is about."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from storage.records.ids import tail_of
from storage.views.meeting import MeetingPlan
from storage.views.minutes import Minutes
from tui.base.asked_steps import Steps
from tui.base.guard import guarded
from tui.base.line_asked import LineScreen
from tui.base.list_detail import ListDetail
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.draw.spans import Line, ink, quiet
from tui.locale import number, say
from tui.pages.block_lines import piece_lines
from tui.screens.meetings.agenda_rules import ChosenRules, ask_rules, found_by_rules
from tui.screens.meetings.commands import MEETINGS
from tui.screens.meetings.meeting_draft import MeetingDraft, ToReport, ask
from tui.screens.meetings.rows import meeting_rows
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.widget_messages import Chosen, Moved
from tui.words import dates
from tui.words.act_words import describe
from tui.words.agenda_template import usual_points, usual_title
from tui.words.contents.agenda_contents import agenda_blocks, meeting_title
from tui.words.contents.minutes_contents import minutes_blocks
from tui.words.meeting_hours import day_and_hours

if TYPE_CHECKING:
    from tui.screens.meetings.agenda_screen import AgendaScreen
    from tui.screens.meetings.minutes_screen import MinutesScreen
    from tui.screens.meetings.run_screen import RunScreen


class MeetingsScreen(ListDetail):
    """Gives the record or the report to go to, "actions" for these, or None."""

    TOPIC = "meetings"
    DOES = MEETINGS
    whole = True

    def __init__(self, store: Store, at: MeetingDraft | ToReport | None = None) -> None:
        super().__init__()
        self.store = store
        self.at = at
        """What was being typed, to go on with; or the report from which one comes back."""
        self.minutes: Minutes | None = None
        """Of the meeting with the bar, as it was when it was read: drawing reads nothing."""

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self.rows.focus()
        at = self.at
        self.show_all(at.meeting if at else self._nearest())
        if isinstance(at, MeetingDraft):
            if at.meeting:
                self.call_after_refresh(self.open_at, at.meeting, at)
            else:
                self.call_after_refresh(self.action_do, at.command)
        elif at is not None and at.opened:
            self.call_after_refresh(self.open_at, at.meeting)

    def _nearest(self) -> str | None:
        """The meeting that runs, else the one of which the day is nearest; None where no meeting
        has a day."""
        every = self.store.meetings.all()
        today = self.store.today
        dated = [one for one in every if one.date and dates.is_iso_date(one.date)]
        runs = [one for one in every if one.phase == "running"]
        near = sorted(dated, key=lambda one: abs(date.fromisoformat(str(one.date)) - today))
        return next((one.id for one in (*runs, *near)), None)

    def show_all(self, key: str | None = None) -> None:
        """Show which meetings there are now."""
        found = self.store.meetings.all()
        self.rows.head([ink(say("meeting.title"), bold=True)], [quiet(number(len(found)))])
        self.rows.show(meeting_rows(found), key)
        self.show_beside()

    @property
    def lit(self) -> str | None:
        """The meeting with the bar."""
        return self.rows.key

    def show_beside(self) -> None:
        self.minutes = self.store.meetings.minutes(self.lit) if self.lit else None
        super().show_beside()

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        minutes = self.minutes
        if minutes is None:
            return ()
        blocks = minutes_blocks(minutes) if minutes.closed_at else agenda_blocks(minutes.agenda)
        return piece_lines(blocks, width)

    def shown_name(self) -> str:
        if self.minutes is None:
            return say("meeting.title")
        return meeting_title(self.minutes.agenda.meeting)

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.show_beside()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("open_meeting")

    @guarded
    def refreshed(self) -> None:
        self.show_all()

    def undo(self) -> None:
        """Take back the last thing that was done."""
        undone = describe(self.store.undo())
        self.wrote()
        self.show_all()
        self.toast(say("meeting.taken_back", what=undone))

    # what opens

    def open_meeting(self) -> None:
        """Prepare it, run it, or read its minutes, as it stands."""
        if self.lit is not None:
            self.open_at(self.lit)

    @guarded
    def open_at(self, meeting: str, draft: MeetingDraft | None = None) -> None:
        """Open the screen that fits how a meeting stands, and there go on with a draft."""
        phase = self.store.meetings.agenda(meeting).meeting.phase
        screen = screen_of(self.store, meeting, phase)

        def go_on() -> None:
            if draft is not None:
                screen.go_on(draft)

        self.push(screen, self._back_from)
        screen.call_after_refresh(go_on)

    def _back_from(self, found: ToReport | str | None) -> None:
        """Back from a meeting: to another screen of it, to a report, or to a record."""
        self.show_all()
        if found is None:
            return
        if isinstance(found, str) and found.startswith("meetings/"):
            self.open_at(found)
        else:
            self.dismiss(found)

    def prepare(self) -> None:
        """A new meeting, its facts asked one after another."""
        ask(self, "prepare", self._asked)

    def _asked(self) -> Steps:
        said = self.store.records("organisations")
        kinds = {tail_of(str(one["id"])): one["kind"] for one in said}
        every = self.store.lists.organisations()
        bodies = [one for one in every if kinds.get(one.tail) == "body"] or every
        options = [PickerOption(one.tail, one.name, others=one.short_forms) for one in bodies]
        body = yield ChooseScreen(say("meeting.which_body"), options)
        day = yield LineScreen(say("meeting.which_day"), say("meeting.day_told"))
        date, phrase = day_and_hours(day)
        place = yield LineScreen(say("meeting.which_place"), say("meeting.may_be_empty"))
        last = self.store.meetings.last_closed(body)
        before = self.store.meetings.agenda(last).meeting.date if last else None
        carried = len([*self.store.meetings.carried(body)])
        rules = yield from ask_rules(self.store, date, before, carried)
        called = next(one.name for one in bodies if one.tail == body)
        when = {"date": date, "phrase": phrase, "place": place or None}
        self._prepared(body, called, when, rules)

    def _prepared(
        self, body: str, called: str, when: Mapping[str, object], rules: ChosenRules
    ) -> None:
        meetings = self.store.meetings
        last = meetings.last_closed(body)
        facts = {
            **when, "body": body, "title": usual_title(called),
            "minutes_adopted": tail_of(last) if last else None,
        }  # fmt: skip
        people = tuple((one, function or say("meeting.member"))
                       for one, function in meetings.usual_participants(body))  # fmt: skip
        found = found_by_rules(self.store, rules.rules)
        points = usual_points(meetings, found, meetings.carried(body), by=rules.by)
        made = meetings.prepare(MeetingPlan(facts, people, points))
        self.wrote()
        self.show_all(made)
        self.toast(say("meeting.made"), "green", "undo")
        self.open_at(made)

    def make_report(self) -> None:
        """To the report of this meeting: minutes once it began, its agenda before."""
        meeting = self.lit or ""
        begun = self.store.meetings.agenda(meeting).meeting.phase in ("running", "closed")
        self.dismiss(ToReport("minutes" if begun else "agenda", meeting, opened=False))

    def hints(self) -> Sequence[KeyHint]:
        return self.hint(
            "open_meeting", "prepare", "meeting_actions", "meeting_report", "undo", "copy", "back"
        )


def screen_of(
    store: Store, meeting: str, phase: str | None
) -> "AgendaScreen | MinutesScreen | RunScreen":
    """The screen of a meeting that is prepared, runs, or is over."""
    if phase == "running":
        from tui.screens.meetings.run_screen import RunScreen

        return RunScreen(store, meeting)
    if phase == "closed":
        from tui.screens.meetings.minutes_screen import MinutesScreen

        return MinutesScreen(store, meeting)
    from tui.screens.meetings.agenda_screen import AgendaScreen

    return AgendaScreen(store, meeting)
