"""All proposals that are left, precisely as adopting changes them; any can be taken out."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult

from storage.views.meeting import AdoptionPlan, Point
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.draw.spans import Line, amber, clean, cut, gap, ink, quiet, row
from tui.locale import number, refusal, say, say_count
from tui.pages.act_page import change_lines
from tui.rows.row import Blank, ChoiceRow, Heading, Row, SentenceRow
from tui.screens.meetings.commands import ADOPT
from tui.screens.meetings.lines import title_of_point
from tui.screens.meetings.rows import became, field_or_role, sign_of_point
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.record_words import short_code

TITLE = 34  # cells of what a point is called
FIELD = 10  # of the field that changes
BY = 110  # columns from which who proposed it stands there too


class AdoptScreen(BaseScreen):
    """Gives how many were adopted, or None."""

    TOPIC = "adopting"
    DOES = ADOPT

    def __init__(self, store: Store, meeting: str) -> None:
        super().__init__()
        self.store = store
        self.meeting = meeting
        self.excepted: set[str] = set()
        self.plan: AdoptionPlan = store.meetings.adoption_plan(meeting)

    def parts(self) -> ComposeResult:
        yield RowList("adopted")
        yield LinePane("becomes", focusable=False)

    @guarded
    def on_mount(self) -> None:
        self.rows.focus()
        self.show_all()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def taken(self) -> int:
        """How many proposals are taken."""
        return len(self.plan.taken)

    @property
    def point(self) -> Point | None:
        """The point with the bar."""
        points = (*self.plan.taken, *(one for one, _ in self.plan.left))
        return next((one for one in points if one.id == self.rows.key), None)

    def show_all(self, key: str | None = None) -> None:
        """Show what would be adopted now, and what not; the bar at ``key``."""
        self.plan = self.store.meetings.adoption_plan(self.meeting, self.excepted)
        total = self.taken + len(self.plan.left)
        told = say("meeting.adopts", n=number(self.taken), total=number(total))
        self.rows.head([ink(told, bold=True)])
        rows: list[Row] = [self._row(one) for one in self.plan.taken]
        if self.plan.left:
            rows += [Blank(), Heading(say("meeting.not_adopted"), number(len(self.plan.left)))]
            for point, why in self.plan.left:
                said = refusal(why.key, why.details) if why else say("meeting.taken_out")
                rows.append(self._left(point, said, warns=why is not None))
        self.rows.show(rows or [SentenceRow(say("reason.nothing_adopted"))], key)
        self._tell()

    def _row(self, point: Point) -> Row:
        """What it is called, which field goes from what to what, who proposed it, and its code."""
        proposal = point.proposal
        changes = proposal.changes if proposal else ()
        title = cut(title_of_point(point, code=False), self._title).ljust(self._title)
        left = [ink(title), gap(2)]
        if changes:
            left += [quiet(cut(field_or_role(changes[0].field), FIELD - 1).ljust(FIELD))]
            left += became(changes[0], colour=not self.app.no_color)
        if len(changes) > 1:
            left += [gap(2), quiet(say_count("meeting.more_fields", len(changes) - 1))]
        right = [quiet(short_code(point.row.code))] if point.row else []
        if proposal and proposal.by and self.size.width >= BY:
            right = [quiet(cut(clean(proposal.by), 16)), gap(2), *right]
        return ChoiceRow(point.id, left, right, sign_of_point(point))

    @property
    def _title(self) -> int:
        return max(min(self.size.width // 3, TITLE), 12)

    def _left(self, point: Point, said: str, *, warns: bool) -> Row:
        title = cut(title_of_point(point, code=False), self._title).ljust(self._title)
        told = cut(clean(said), max(self.size.width - self._title - 8, 10))
        paint = amber if warns else quiet
        return ChoiceRow(point.id, [quiet(title), gap(2), paint(told)])

    def _tell(self) -> None:
        point = self.point

        def lines(width: int) -> Iterable[Line]:
            if point is None or point.proposal is None or point.row is None:
                return
            yield row(width, [ink(cut(point.title, width - 8), bold=True)])
            yield from change_lines(
                point.proposal.changes, width, about=point.row.id, colour=not self.app.no_color
            )
            if point.reason:
                told = f"{say('agenda.why')}: {point.reason}"
                yield row(width, [quiet(cut(clean(told), width - 6))])

        self.query_one(LinePane).show(lines)
        self.show_hints()

    @guarded
    def on_moved(self, message: Moved) -> None:
        self._tell()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("adopt_these")

    def take_out(self) -> None:
        """Take a proposal out, or in again; the bar goes to the next one that is taken."""
        point = self.point
        if point is None:
            return
        ids = [one.id for one in self.plan.taken]
        self.excepted ^= {point.id}
        if point.id not in ids:
            self.show_all()
            return
        place = ids.index(point.id)
        beside = [*ids[place + 1 :], *reversed(ids[:place])]
        self.show_all(next(iter(beside), None))

    def adopt_these(self) -> None:
        """Adopt what stands here, in one change."""
        plan = self.store.meetings.adopt(self.meeting, self.excepted)
        self.dismiss(len(plan.taken))

    def hints(self) -> Sequence[KeyHint]:
        found = self.hint("adopt_these", "take_out", "back")
        told = say_count("meeting.takes", self.taken)
        return [one._replace(word=told) if one.command == "adopt_these" else one for one in found]
