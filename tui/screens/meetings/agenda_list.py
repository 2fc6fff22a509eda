"""The agenda of a meeting that is prepared, and what is said of the point with the bar."""

from collections.abc import Iterable

from storage.views.meeting import Agenda, Point
from tui.base.guard import guarded
from tui.base.list_detail import ListDetail
from tui.draw.spans import Line, clean, ink, parts, quiet
from tui.locale import say, say_count
from tui.screens.meetings.lines import dispute_spans, point_lines, title_of_point
from tui.screens.meetings.rows import agenda_rows, time_told
from tui.store import Store
from tui.widgets.header import HeaderLine
from tui.widgets.widget_messages import Moved
from tui.words.act_words import describe
from tui.words.contents.agenda_contents import meeting_title


class AgendaList(ListDetail):
    """What is done there is told, and can be taken back."""

    whole = True

    def __init__(self, store: Store, meeting: str) -> None:
        super().__init__()
        self.store = store
        self.meeting = meeting
        self.agenda: Agenda = store.meetings.agenda(meeting)

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self.rows.focus()
        self.show_all()

    def show_all(self) -> None:
        """Show the agenda as it is now."""
        self.agenda = self.store.meetings.agenda(self.meeting)
        points = self.agenda.points
        told = say_count("meeting.points", len(points))
        right = parts([time_told(self.agenda), quiet(told)])
        meeting = self.agenda.meeting
        if meeting.dispute is not None:
            right = dispute_spans(meeting)
        self.rows.head([ink(clean(meeting_title(meeting)), bold=True)], right)
        self.rows.show(agenda_rows(self.agenda))
        self.show_beside()

    @property
    def point(self) -> Point | None:
        """The point with the bar."""
        return next((one for one in self.agenda.points if one.id == self.rows.key), None)

    @property
    def own(self) -> int:
        """How many points stand on this laptop only."""
        return sum(one.own for one in self.agenda.points)

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        point = self.point
        if point is None:
            return ()
        return point_lines(self.store.meetings.card(self.agenda, point), width)

    def shown_name(self) -> str:
        return title_of_point(self.point) if self.point else meeting_title(self.agenda.meeting)

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.show_beside()

    @guarded
    def refreshed(self) -> None:
        self.show_all()

    def _done(self, told: str) -> None:
        self.wrote()
        self.show_all()
        self.toast(told, "green", "undo")

    def undo(self) -> None:
        """Take back the last thing that was done."""
        own, undone = self.own, describe(self.store.undo())
        self._done(say("meeting.taken_back", what=undone))
        if self.own > own:  # they were shared
            count = self.own - own
            self.toast(say_count("meeting.own_again", count), "green", "undo")
