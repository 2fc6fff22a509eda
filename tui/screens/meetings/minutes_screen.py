"""What a meeting decided: read out before it is closed, and its minutes after that."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from storage.views.meeting import Point
from storage.views.minutes import Minutes
from tui.base.asked_steps import Steps
from tui.base.guard import guarded
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.draw.spans import Line, cut, ink, quiet
from tui.locale import say, say_count
from tui.pages.block_lines import piece_lines
from tui.screens.meetings.commands import MINUTES
from tui.screens.meetings.lines import title_of_point
from tui.screens.meetings.meeting_draft import MeetingDraft, ToReport, ask
from tui.screens.meetings.meeting_screen import MeetingScreen
from tui.screens.meetings.questions import ask_values
from tui.screens.meetings.running_head import RunningHead
from tui.screens.meetings.running_questions import ask_answer
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.words.contents.agenda_contents import (
    agreement_now,
    amended_key,
    meeting_title,
    minutes_told,
)
from tui.words.contents.minutes_contents import aside_blocks, minutes_blocks

COPIED = 100
WIDE = 110  # columns from which what came later stands beside the minutes


class MinutesScreen(MeetingScreen):
    """Gives the meeting once it was closed or is open again, or None."""

    TOPIC = "minutes"
    DOES = MINUTES
    PHASE = "closed"

    def __init__(self, store: Store, meeting: str) -> None:
        super().__init__(store, meeting)
        self.minutes: Minutes = store.meetings.minutes(meeting)
        self.as_adopted = False
        """Whether what changed since shows as it was adopted."""

    def parts(self) -> ComposeResult:
        yield RunningHead()
        with Horizontal(id="body"):
            yield LinePane("minutes")
            yield LinePane("beside", tone="sunken", focusable=False)

    @guarded
    def on_mount(self) -> None:
        self.pane.focus()
        self.show_all()

    @property
    def running(self) -> bool:
        return self.minutes.agenda.meeting.phase == "running"

    @property
    def over(self) -> bool:
        return self.minutes.agenda.meeting.phase == "closed"

    @property
    def reserved(self) -> list[Point]:
        """The points of which a decision waits for an answer."""
        points = (one.point for one in self.minutes.points)
        return [one for one in points if one.reserved]

    @property
    def changed_since(self) -> bool:
        """Whether something says otherwise by now than was adopted."""
        return any(one.later for one in self.minutes.points)

    def show_all(self) -> None:
        """Show what was decided as it stands now."""
        self.minutes = self.store.meetings.minutes(self.meeting)
        agenda = self.minutes.agenda
        done = sum(one.point.outcome is not None for one in self.minutes.points)
        self.query_one(RunningHead).tell(agenda.meeting, done, minutes_told(0))
        self.pane.show(self._lines, self._head, keep=True)
        beside = self.query_one("#beside", LinePane)
        beside.display = self.wide
        beside.show(self._beside, keep=True)
        self.show_hints()

    @property
    def pane(self) -> LinePane:
        return self.query_one("#minutes", LinePane)

    @property
    def wide(self) -> bool:
        """Whether there is room for something beside the minutes."""
        return self.size.width >= WIDE

    @guarded
    def on_resize(self) -> None:
        self.show_all()

    def _lines(self, width: int) -> Iterable[Line]:
        blocks = minutes_blocks(self.minutes, as_adopted=self.as_adopted, beside=self.wide)
        return piece_lines(blocks, width)

    def _beside(self, width: int) -> Iterable[Line]:
        return piece_lines(aside_blocks(self.minutes, as_adopted=self.as_adopted), width)

    def _head(self, width: int, more: bool) -> tuple[Line, Line]:
        told = say("meeting.read_out" if self.running else "report.minutes")
        return [ink(cut(told, width - 12), bold=True)], [quiet(say("page.more"))] if more else []

    def shown_name(self) -> str:
        return meeting_title(self.minutes.agenda.meeting)

    def shown_text(self) -> str:
        blocks = minutes_blocks(self.minutes, as_adopted=self.as_adopted)
        lines = ["".join(span.text for span in line) for line in piece_lines(blocks, COPIED)]
        return "".join(f"{line.strip()}\n" for line in (self.shown_name(), *lines))

    def go_on(self, draft: MeetingDraft) -> None:
        """Go on with what was being typed."""
        self.action_do(draft.command)

    def close_now(self) -> None:
        """Close it: what was decided is adopted."""
        left = [one for one in self.minutes.points if one.point.undecided]
        if left:
            points = [one.point for one in left]
            ask(self, "close_now", lambda: self._holding(points), self.minutes.agenda.meeting)
        else:
            self._close(hold=False)

    def _holding(self, points: Sequence[Point]) -> Steps:
        options = [PickerOption(one, say(f"meeting.undecided_{one}")) for one in ("hold", "back")]
        group = say("meeting.these_are_left")  # choosing one of them goes back too
        options += [PickerOption(one.id, title_of_point(one), group=group) for one in points]
        chosen = yield ChooseScreen(say_count("meeting.still_undecided", len(points)), options)
        if chosen == "hold":
            self._close(hold=True)

    def _close(self, *, hold: bool) -> None:
        self.store.meetings.close(self.meeting, hold=hold)
        self.wrote()
        self.show_all()
        self.toast(say("meeting.closed"), "green", "undo")

    def send_changes(self) -> None:
        """Make the small file for colleagues: what changed since the last file or sync, at first
        all that people said; named with arrangement, meeting, sender and day."""
        from tui.user.textfile import new_file

        sent = self.store.log.last_sent()
        log = self.store.log
        only = log.arrived_since(f"#{sent.number}") if sent else log.of_people()
        if not only:
            self.toast(say("meeting.nothing_to_send"), "amber")
            return
        who = self.store.who().name or ""
        of = f"{say('type.meetings')} {self.minutes.agenda.meeting.date or ''}".strip()
        parts = (self.store.arrangement, of, who, self.store.today.isoformat())
        path = new_file(" ".join(part for part in parts if part), "json")
        try:
            self.store.snapshots.export(path, only=only)
        except Refused:
            path.unlink(missing_ok=True)
            raise
        self.wrote()
        self.toast(say("meeting.sent_changes", name=path.name, folder=path.parent))

    def amend(self) -> None:
        """Amend what was decided of a point, with today's date."""
        ask(self, "amend", self._amending, self.minutes.agenda.meeting)

    def _amending(self) -> Steps:
        points = [one.point for one in self.minutes.points]
        options = [PickerOption(one.id, title_of_point(one)) for one in points]
        chosen = yield ChooseScreen(say("meeting.which_amended"), options)
        text = yield LineScreen(say("meeting.amended_how"))
        if not text:
            return
        point = next(one for one in points if one.id == chosen)
        values: dict[str, object] = {}
        if point.row:
            told = say("meeting.amend_also", now=agreement_now(point))
            also = [PickerOption(one, say(f"meeting.amend_{one}")) for one in ("value", "text")]
            if (yield ChooseScreen(told, also)) == "value":
                wanted = yield from ask_values(self.store, point, why=text)
                values = wanted.values if wanted else values
        today = self.store.today.isoformat()
        self.store.meetings.amend(self.meeting, chosen, text, values, today)
        self.wrote()
        self.show_all()
        title, now = title_of_point(point), agreement_now(point)
        self.toast(say(amended_key(point, values), title=title, now=now), "green", "undo")

    def answer_reservation(self) -> None:
        """Tell what was said of a reservation: lifted, or refused."""
        ask(self, "answer_reservation", self._answering, self.minutes.agenda.meeting)

    def _answering(self) -> Steps:
        points = {one.id: one for one in self.reserved}
        options = [PickerOption(one.id, title_of_point(one)) for one in points.values()]
        chosen = yield ChooseScreen(say("meeting.which_reserved"), options)
        answer = yield from ask_answer(points[chosen])
        self.store.meetings.answer(self.meeting, chosen, answer)
        self.wrote()
        self.show_all()
        title = title_of_point(points[chosen])
        self.toast(say("meeting.answered", title=title), "green", "undo")

    def show_adopted(self) -> None:
        """What changed since, as it was adopted, and back."""
        self.as_adopted = not self.as_adopted
        self.show_all()
        lines = ["".join(span.text for span in line) for line in self._lines(COPIED)]
        title = say("minutes.as_adopted" if self.as_adopted else "minutes.later")
        pane = self.pane
        pane.move(next((n for n, line in enumerate(lines) if title in line), 0) - pane.top)

    def make_report(self) -> None:
        """To the minutes as they are sent on."""
        self.dismiss(ToReport("minutes", self.meeting))

    def hints(self) -> Sequence[KeyHint]:
        return self.hint(
            "close_now", "amend", "meeting_report", "send_changes", "answer_reservation",
            "show_adopted", "undo", "copy", "back",
        )  # fmt: skip
