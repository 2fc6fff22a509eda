"""A point of a meeting as a room reads it, the agenda beside it."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.queries.meetings.running import PAUSED
from storage.views.meeting import Agenda, Point, PointCard
from tui.base.guard import guarded
from tui.draw.spans import Line, ink, quiet
from tui.locale import number, say
from tui.screens.meetings.meeting_screen import MeetingScreen
from tui.screens.meetings.room_card import HIGH, Placed, key_lines, room_lines
from tui.screens.meetings.rows import agenda_rows
from tui.screens.meetings.running_head import RunningHead
from tui.store import Store
from tui.widgets.line_pane import LinePane
from tui.widgets.row_list import RowList
from tui.words.contents.agenda_contents import minutes_told

WIDE = 90  # columns from which the agenda stands beside the card


class CardScreen(MeetingScreen):
    """The agenda and the card of one point; nothing of the eigen organisatie shows here."""

    def __init__(self, store: Store, meeting: str) -> None:
        super().__init__(store, meeting)
        self.agenda: Agenda = store.meetings.agenda(meeting)
        self.at = store.meetings.running(meeting)
        self.listed: bool | None = None
        """Whether the agenda shows; None as there is room for it."""

    def parts(self) -> ComposeResult:
        yield RunningHead()
        with Horizontal(id="body"):
            yield RowList("points", tone="sunken")
            yield LinePane("card", tone="canvas", focusable=False)

    @property
    def rows(self) -> RowList:
        return self.query_one("#points", RowList)

    @property
    def card(self) -> LinePane:
        return self.query_one("#card", LinePane)

    @property
    def points(self) -> list[Point]:
        """The points that the room sees."""
        return [one for one in self.agenda.points if not one.own]

    @property
    def point(self) -> Point | None:
        """The point that the room looks at."""
        return next((one for one in self.points if one.id == self.at), None)

    def show_all(self) -> None:
        """Show the meeting as it stands now."""
        self.agenda = self.store.meetings.agenda(self.meeting)
        if self.point is None and self.at != PAUSED:
            begun = any(one.outcome for one in self.points)
            left = [one for one in self.points if one.undecided] if begun else self.points
            self.at = next((one.id for one in (*left, *self.points)), None)
        self.rows.show(agenda_rows(self.agenda, short=True, own=False), self.at)
        self.show_card()

    @property
    def lists(self) -> bool:
        """Whether the agenda stands beside the card."""
        return self.size.width >= WIDE if self.listed is None else self.listed

    def show_card(self) -> None:
        """Show the point large."""
        self.rows.display = self.lists
        place = [one.id for one in self.points].index(self.at) + 1 if self.at else 0
        told = f"{number(place)}/{number(len(self.points))}"
        self.rows.head([ink(say("agenda.title"), bold=True)], [quiet(told)])
        point = self.point
        ahead = self.points[max(place - 1, 0) :]
        left = [one for one in self.points if one.undecided]
        left += [one for one in ahead if one.row is None and one.outcome is None]
        minutes = sum(one.minutes or 0 for one in left)
        done = sum(one.outcome is not None for one in self.points)
        self.query_one(RunningHead).tell(self.agenda.meeting, done, minutes_told(minutes))
        pane = self.card
        if point is None:
            told = say("meeting.paused" if self.at == PAUSED else "agenda.empty")
            pane.show(lambda width: ([], [ink(f"    {told}")]))
        else:
            card = self.store.meetings.card(self.agenda, point)
            decided = self.store.meetings.changed(self.agenda, point) if point.outcome else ()
            pane.show(self._drawn(card, Placed(self.agenda, self.points, place, decided)))
        self.show_hints()

    def _drawn(self, card: PointCard, placed: Placed) -> Callable[[int], Sequence[Line]]:
        colour, large = not self.app.no_color, self.size.height >= HIGH
        keys = self.keys_shown() if large else ()
        return lambda width: [
            *room_lines(card, placed, width, colour=colour, large=large),
            *key_lines(keys, width),
        ]

    def keys_shown(self) -> Sequence[tuple[str, str]]:
        """The keys that stand under the card where there is room, each with its word."""
        return ()

    @guarded
    def on_resize(self) -> None:
        self.show_card()
