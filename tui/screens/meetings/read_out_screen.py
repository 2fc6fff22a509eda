"""Decisions and actions, read out one by one before a meeting is closed, and mended."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult

from storage.views.meeting import Agenda
from tui.base.asked_steps import Steps
from tui.base.guard import guarded
from tui.draw.spans import Line
from tui.locale import say
from tui.screens.meetings.commands import READ_OUT
from tui.screens.meetings.meeting_draft import MeetingDraft, ask
from tui.screens.meetings.meeting_screen import MeetingScreen
from tui.screens.meetings.read_out import ReadOut, spoken_lines, to_read
from tui.screens.meetings.room_card import HIGH
from tui.screens.meetings.running_head import RunningHead
from tui.screens.meetings.running_questions import ask_again, ask_otherwise
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane


class ReadOutScreen(MeetingScreen):
    """Gives the meeting once it does not run any more, or None."""

    TOPIC = "reading"
    DOES = READ_OUT

    def __init__(self, store: Store, meeting: str) -> None:
        super().__init__(store, meeting)
        self.agenda: Agenda = store.meetings.agenda(meeting)
        self.read: list[ReadOut] = []
        self.place = 0

    def parts(self) -> ComposeResult:
        yield RunningHead()
        yield LinePane("card", tone="canvas", focusable=False)

    @guarded
    def on_mount(self) -> None:
        self.show_all()

    @property
    def spoken(self) -> ReadOut | None:
        """What is read out now."""
        return self.read[self.place] if self.place < len(self.read) else None

    @property
    def mendable(self) -> bool:
        """Whether it can be mended: a text, or what was decided of an agreement."""
        one = self.spoken
        return one is not None and (one.entry or (one.point and one.point.row)) is not None

    @property
    def written(self) -> bool:
        """Whether it is a text that someone wrote down."""
        return self.spoken is not None and self.spoken.entry is not None

    def show_all(self) -> None:
        """Show what is read out as it stands now."""
        was = self.spoken.key if self.spoken else ""
        minutes = self.store.meetings.minutes(self.meeting)
        self.agenda = minutes.agenda
        self.read = to_read(minutes)
        keys = [one.key for one in self.read]
        self.place = keys.index(was) if was in keys else min(self.place, max(len(keys) - 1, 0))
        done = sum(one.point.outcome is not None for one in minutes.points)
        self.query_one(RunningHead).tell(self.agenda.meeting, done, "")
        self.query_one(LinePane).show(self._lines)
        self.show_hints()

    def _lines(self, width: int) -> Iterable[Line]:
        one = self.spoken
        if one is None:
            return ()
        colour, large = not self.app.no_color, self.size.height >= HIGH
        return spoken_lines(one, self.place + 1, len(self.read), width, colour=colour, large=large)

    @guarded
    def on_resize(self) -> None:
        self.query_one(LinePane).show(self._lines)

    def step(self, by: int) -> None:
        """The next one, or the one before; after the last all of it together."""
        if self.place + by >= len(self.read):
            self.skip_reading()
            return
        self.place = max(self.place + by, 0)
        self.query_one(LinePane).show(self._lines)
        self.show_hints()

    def skip_reading(self) -> None:
        """To all of it together, where the meeting is closed."""
        from tui.screens.meetings.minutes_screen import MinutesScreen

        self.push(MinutesScreen(self.store, self.meeting), self.come_back)

    def mend(self) -> None:
        """Say it otherwise."""
        one = self.spoken
        if one is not None:
            ask(self, "mend", self._mending, self.agenda.meeting, one.point, item=one.key)

    def go_on(self, draft: MeetingDraft) -> None:
        """Go on with what was being mended."""
        keys = [one.key for one in self.read]
        if draft.item in keys:
            self.place = keys.index(draft.item)
            self.show_all()
            self.action_do(draft.command)

    def _mending(self) -> Steps:
        one = self.spoken
        if one is None:
            return
        if one.entry is not None:
            said = yield from ask_again(self.store, one.entry)
            self.store.edit(one.entry.id, said)
            self._did(say("meeting.mended"))
        elif one.point is not None:
            decision = yield from ask_otherwise(self.store, one.point)
            if decision is not None:
                self.store.meetings.decide(self.meeting, one.point.id, decision)
                self._did(say("meeting.mended"))

    def drop_said(self) -> None:
        """Take away what was written down."""
        if self.spoken is not None and self.spoken.entry is not None:
            self.store.delete(self.spoken.entry.id)
            self._did(say("meeting.said_gone"))

    def _did(self, told: str) -> None:
        self.wrote()
        self.show_all()
        self.toast(told, "green", "undo")

    def hints(self) -> Sequence[KeyHint]:
        return self.hint("next_said", "said_before", "mend", "drop_said", "skip_reading", "undo",
                         "back")  # fmt: skip
