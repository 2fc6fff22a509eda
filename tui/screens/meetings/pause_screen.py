"""Nothing for the room to read, until z is pressed again."""

from collections.abc import Sequence

from textual.app import ComposeResult

from storage.views.meeting import MeetingFacts
from tui.base.base_screen import BaseScreen
from tui.draw.spans import Line, gap, ink, quiet
from tui.locale import say
from tui.screens.meetings.commands import PAUSE
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.words.contents.agenda_contents import meeting_title


class PauseScreen(BaseScreen):
    """What a meeting is called, and that it goes on in a moment."""

    TOPIC = "running"
    DOES = PAUSE

    def __init__(self, meeting: MeetingFacts) -> None:
        super().__init__()
        self.meeting = meeting

    def parts(self) -> ComposeResult:
        yield LinePane("pause", focusable=False)

    def on_mount(self) -> None:
        self.query_one(LinePane).show(self._lines)
        self.show_hints()

    def hints(self) -> Sequence[KeyHint]:
        return self.hint("unpause")

    def _lines(self, width: int) -> list[Line]:
        title, told = meeting_title(self.meeting), say("meeting.paused")
        above: list[Line] = [[] for _ in range(max(self.size.height // 3, 1))]
        return [
            *above,
            [gap(max((width - len(title)) // 2, 1)), ink(title, bold=True)],
            [],
            [gap(max((width - len(told)) // 2, 1)), quiet(told)],
        ]
