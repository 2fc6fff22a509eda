"""The top line while a meeting runs: what is held, that it runs, and how much is left."""

from textual.strip import Strip
from textual.widget import Widget

from storage.views.meeting import MeetingFacts
from tui.draw import signs
from tui.draw.paint import plain_line
from tui.draw.spans import Line, Span, clean, cut, gap, ink, quiet, row, width_of
from tui.locale import number, say
from tui.screens.meetings.lines import dispute_spans
from tui.words import dates
from tui.words.contents.agenda_contents import meeting_title

LEAST = 8  # cells of what the meeting is called


class RunningHead(Widget):
    """Body and date at the left; at the right what was done and what is left."""

    def __init__(self) -> None:
        super().__init__()
        self.left: Line = ()
        self.right: Line = ()
        self.short: list[Span] = []  # what stands at the right where there is little room

    def tell(self, meeting: MeetingFacts, done: int, left: str) -> None:
        """Tell how a meeting stands."""
        day = dates.day_short(meeting.date) if meeting.date else ""
        self.left = [ink(clean(meeting_title(meeting)), bold=True), gap(2), quiet(day)]
        said: list[Span] = []
        if meeting.dispute is not None:
            said += [*dispute_spans(meeting), gap(3)]
        elif meeting.phase == "running":
            said += [signs.SIGNAL["green"], gap(), ink(say("meeting.runs")), gap(3)]
        self.short = [said[0], gap(2)] if said else []
        self.short += [ink(number(done), bold=True)] if not left else [quiet(left)]
        said += [ink(number(done), bold=True), gap(), quiet(say("meeting.done"))]
        if left:
            said += [gap(3), quiet(say("meeting.left", time=left))]
        self.right = said
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        right = self.right if width_of(self.right) <= width - 6 - LEAST else self.short
        room = max(width - 6 - width_of(right), LEAST)
        left = [*self.left]
        if left and width_of(left) > room:
            left = [left[0]._replace(text=cut(left[0].text, room))]
        return plain_line(self.app, [gap(), *row(width, left, right)], width, "sunken")
