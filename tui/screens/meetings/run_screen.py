"""A meeting that runs: one point large, the agenda beside it, a key for each decision."""

from collections.abc import Sequence

from storage.errors import Refused
from storage.queries.meetings.running import PAUSED
from storage.records.ids import tail_of
from storage.views.meeting import InOffice
from tui.base.asked_steps import Steps
from tui.base.guard import guarded
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import say, say_count
from tui.screens.meetings.attendance_questions import attendance_steps
from tui.screens.meetings.commands import RUN
from tui.screens.meetings.lines import title_of_point
from tui.screens.meetings.meeting_draft import MeetingDraft, ToReport
from tui.screens.meetings.point_decisions import PointDecisions
from tui.widgets.footer import KeyHint
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved


class RunScreen(PointDecisions):
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
        """The next point, or the one before; a heading that takes no time is passed over."""
        ids = [one.id for one in self.points]
        place = ids.index(self.at) if self.at in ids else -1
        ahead = self.points[place + 1 :] if by > 0 else self.points[: max(place, 0)][::-1]
        parents = {one.part_of for one in self.points}
        stops = (one.id for one in ahead if one.minutes or tail_of(one.id) not in parents)
        self.go_to(next(stops, None))

    def go_on(self, draft: MeetingDraft) -> None:
        """Go on with what was being typed, at its point."""
        if draft.command == "mend":
            self.close_meeting(draft)
            return
        if any(one.id == draft.item for one in self.points):
            self.go_to(draft.item)
        self.action_do(draft.command)

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

    def make_report(self) -> None:
        """To the minutes as they are by now."""
        self.dismiss(ToReport("minutes", self.meeting))

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

        some = to_read(self.store.meetings.minutes(self.meeting))
        screen = (ReadOutScreen if some else MinutesScreen)(self.store, self.meeting)
        self.push(screen, self.come_back)
        if draft is not None:
            screen.call_after_refresh(screen.go_on, draft)

    def keys_shown(self) -> Sequence[tuple[str, str]]:
        said = self.hint("adopt_one", "decide_otherwise", "hold_over", "only_discussed", "reserve",
                         "say_decision", "say_action", "say_remark", "show_passage")  # fmt: skip
        return [(one.key, one.word) for one in said]

    def hints(self) -> Sequence[KeyHint]:
        more = ("page_down",) if self.card.more else ()
        topic = self.point is not None and self.point.row is None
        if topic:  # such as the opening
            return self.hint(
                *more, "attendance", "next_point", "say_decision", "say_action", "say_remark",
                "only_discussed", "adopt_rest", "close_meeting", "undo", "back",
            )  # fmt: skip
        return self.hint(
            *more, "adopt_one", "only_discussed", "decide_otherwise", "hold_over", "say_decision",
            "say_action", "next_point", "adopt_rest", "close_meeting", "undo", "back",
        )  # fmt: skip
