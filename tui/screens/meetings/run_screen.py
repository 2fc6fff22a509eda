"""A meeting that runs: one point large, the agenda beside it, a key for each decision."""

from collections.abc import Callable, Sequence

from storage.errors import Refused
from storage.queries.meetings.running import PAUSED
from storage.views.meeting import Decision, InOffice
from storage.views.page_elements import Entry
from tui.base.asked_steps import Steps
from tui.base.guard import guarded
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import say, say_count
from tui.screens.meetings.attendance_questions import attendance_steps
from tui.screens.meetings.card_screen import CardScreen
from tui.screens.meetings.commands import RUN
from tui.screens.meetings.lines import title_of_point
from tui.screens.meetings.meeting_draft import MeetingDraft, ask
from tui.screens.meetings.running_questions import ask_entry, ask_otherwise, ask_reservation
from tui.widgets.footer import KeyHint
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.act_words import describe


class RunScreen(CardScreen):
    """Gives the meeting, where it was closed or taken back; a record to go to; or None."""

    TOPIC = "running"
    DOES = RUN

    @guarded
    def on_mount(self) -> None:
        self.show_all()
        self.rows.focus()
        own = sum(one.own for one in self.agenda.points)
        if own:
            self.toast(say_count("meeting.still_own", own), "amber")

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.go_to(self.rows.key)

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("next_point")

    @property
    def mover(self) -> RowList:
        return self.rows

    def go_to(self, item: str | None) -> None:
        """Let the room look at a point."""
        if item is not None and item != self.at:
            try:
                self.store.meetings.go_to(self.meeting, item)
            except Refused:  # the keys go on with the point that shows
                self.rows.select(self.at)
                raise
            self.at = item
            self.wrote()
            self.rows.show(self.rows.rows, item)
            self.show_card()

    def step(self, by: int) -> None:
        """The next point, or the one before."""
        ids = [one.id for one in self.points]
        if self.at in ids:
            self.go_to(ids[max(0, min(ids.index(self.at) + by, len(ids) - 1))])

    def go_on(self, draft: MeetingDraft) -> None:
        """Go on with what was being typed, at its point."""
        if draft.command == "mend":
            self.close_meeting(draft)
            return
        if any(one.id == draft.item for one in self.points):
            self.go_to(draft.item)
        self.action_do(draft.command)

    def _ask(self, command: str, steps: Callable[[], Steps]) -> None:
        ask(self, command, steps, self.agenda.meeting, self.point)

    # what is decided

    def _did(self, told: str) -> None:
        self.wrote()
        self.show_all()
        self.toast(told, "green", "undo")

    def _decide(self, decision: Decision, *, anyway: bool = False) -> None:
        point = self.point
        if point is not None:
            self.store.meetings.decide(self.meeting, point.id, decision, anyway=anyway)
            self._did(say(f"meeting.did_{decision.outcome}", title=point.title))

    def adopt_one(self) -> None:
        """As was proposed; where something changed since, after a look."""
        point = self.point
        if point is not None and point.proposal is not None and point.proposal.stale:
            self._ask("adopt_one", self._anyway)
        else:
            self._decide(Decision("as_proposed"))

    def _anyway(self) -> Steps:
        options = [PickerOption(one, say(f"meeting.stale_{one}")) for one in ("anyway", "not")]
        chosen = yield ChooseScreen(say("meeting.stale_asked"), options)
        if chosen == "anyway":
            self._decide(Decision("as_proposed"), anyway=True)

    def decide(self, outcome: str) -> None:
        """Held over, only talked about, or withdrawn."""
        self._decide(Decision(outcome))  # type: ignore[arg-type]

    def decide_otherwise(self) -> None:
        """Something else than was proposed."""
        self._ask("decide_otherwise", self._otherwise)

    def _otherwise(self) -> Steps:
        if self.point is not None:
            decision = yield from ask_otherwise(self.store, self.point)
            if decision is not None:
                self._decide(decision)

    def reserve(self) -> None:
        """Adopted, but for one who has to agree yet."""
        self._ask("reserve", self._reserving)

    def _reserving(self) -> Steps:
        if self.point is not None:
            self._decide((yield from ask_reservation(self.store, self.point)))

    def say_of(self, kind: str) -> None:
        """A decision, an action or a note, of this point."""
        self._ask(f"say_{kind}", lambda: self._saying(kind))

    def _saying(self, kind: str) -> Steps:
        entry = yield from ask_entry(self.store, kind)
        if entry is not None and self.point is not None:
            self.store.meetings.note(self.meeting, self.point.id, entry)
            self._did(say("meeting.noted"))

    @property
    def last_action(self) -> Entry | None:
        """The last action of this point."""
        point = self.point
        said = self.store.meetings.card(self.agenda, point).said if point else ()
        return next((one for one in reversed(said) if one.kind == "action"), None)

    def action_to_agreement(self) -> None:
        """Make an agreement of the last action, with this meeting as its source."""
        action, point = self.last_action, self.point
        if action is not None and point is not None:
            self.store.meetings.as_agreement(self.meeting, point.id, action.id)
            self._did(say("meeting.became_agreement"))

    def undo(self) -> None:
        """Take back the last thing that was done."""
        undone = describe(self.store.undo())
        self.wrote()
        if self.store.meetings.agenda(self.meeting).meeting.phase != "running":
            self.dismiss(self.meeting)
            return
        self._did(say("meeting.taken_back", what=undone))

    # what else

    def adopt_rest(self) -> None:
        """Adopt all proposals that are left, after a look at them."""
        from tui.screens.meetings.adopt_screen import AdoptScreen

        def back(count: int | None) -> None:
            if count:
                self._did(say_count("meeting.adopted", count))

        self.push(AdoptScreen(self.store, self.meeting), back)

    def jump_point(self) -> None:
        """Go to a point by words or a code."""
        self._ask("jump_point", self._jumping)

    def _jumping(self) -> Steps:
        options = [
            PickerOption(one.id, title_of_point(one), others=(one.row.code,) if one.row else ())
            for one in self.points
        ]
        chosen = yield ChooseScreen(say("meeting.jump_to"), options)
        self.go_to(chosen)

    def attendance(self, last: InOffice | None = None) -> None:
        """Tick who is there, one after another."""

        def done(one: InOffice) -> None:
            self.wrote()
            self.show_all()
            self.call_after_refresh(self.attendance, one)

        self._ask(
            "attendance",
            lambda: attendance_steps(self.store, self.agenda.meeting, last, done),
        )

    def hide_list(self) -> None:
        """Take the agenda away, or show it again."""
        self.listed = not self.lists
        self.show_card()

    def pause(self) -> None:
        """Show nothing to the room until a key is pressed."""
        from tui.screens.meetings.pause_screen import PauseScreen

        def back(_: object) -> None:
            self.store.meetings.go_to(self.meeting, self.at or PAUSED)
            self.wrote()

        self.store.meetings.go_to(self.meeting, PAUSED)
        self.wrote()
        self.push(PauseScreen(self.agenda.meeting), back)

    def show_passage(self) -> None:
        """Go to the agreement, where its passage stands too."""
        if self.point is not None and self.point.row is not None:
            self.dismiss(self.point.row.id)

    def close_meeting(self, draft: MeetingDraft | None = None) -> None:
        """Read out what was decided, and then close."""
        from tui.screens.meetings.minutes_screen import MinutesScreen
        from tui.screens.meetings.read_out import to_read
        from tui.screens.meetings.read_out_screen import ReadOutScreen

        def back(found: str | None) -> None:
            if self.store.meetings.agenda(self.meeting).meeting.phase == "running":
                self.show_all()
            else:
                self.dismiss(found or self.meeting)

        some = to_read(self.store.meetings.minutes(self.meeting))
        screen = (ReadOutScreen if some else MinutesScreen)(self.store, self.meeting)
        self.push(screen, back)
        if draft is not None:
            screen.call_after_refresh(screen.go_on, draft)

    def keys_shown(self) -> Sequence[tuple[str, str]]:
        said = self.hint("adopt_one", "decide_otherwise", "hold_over", "only_discussed", "reserve",
                         "say_decision", "say_action", "say_remark", "show_passage")  # fmt: skip
        return [(one.key, one.word) for one in said]

    def hints(self) -> Sequence[KeyHint]:
        return self.hint(
            "adopt_one", "only_discussed", "decide_otherwise", "hold_over", "say_decision",
            "say_action", "next_point", "adopt_rest", "close_meeting", "undo", "back",
        )  # fmt: skip
