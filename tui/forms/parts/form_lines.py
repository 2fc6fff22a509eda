"""The lines of a form in which nobody types just now."""

from collections.abc import Sequence
from itertools import islice

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.draw import signs
from tui.draw.paint import strip
from tui.draw.spans import TEXT, Line, Span, crop, cut, gap, ink, quiet, row, width_of, wrap
from tui.draw.text_signs import warned
from tui.forms.model.answer import Answer
from tui.forms.model.form_layout import GroupHeading, Item, LeftOut
from tui.forms.parts.side_lines import others_beneath
from tui.locale import say
from tui.words.labels import LABEL

MOST = 10  # lines of one text: as many as show of it where it is typed
GROUND = LABEL + 2  # the column in which the ground of a field begins, one before its text


class Went(Message):
    """Someone clicked on a line of the form."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


def gutter_sign(answer: Answer) -> Span | None:
    """What there is to know of a line at a glance: a conflict before what is needed, and that
    before what was changed."""
    if answer.conflicts:
        return signs.CONFLICT
    if answer.needed:
        return signs.NEEDED
    return signs.CHANGED if answer.changed or answer.settled else None


def labelled_start(answer: Answer, role: str = "quiet") -> Line:
    """The gutter and the label, up to the ground of the field."""
    word = Span(cut(answer.label, LABEL - 1).ljust(LABEL - 1), role)
    return [gutter_sign(answer) or gap(), gap(), word]


def on_ground(spans: Line, width: int, back: str = "field", right: Line = ()) -> Line:
    """A line of a field on its ground, which ends one cell before the edge of the form."""
    room = max(width - GROUND - 1, 0)
    ends = [gap(), *right, gap()] if right else []
    line = [*crop(padded(spans), max(room - width_of(ends), 0)), *ends]
    return [one if one.back else one._replace(back=back) for one in line]


def padded(spans: Line) -> Line:
    """A cell of ground before a text; a chip has one of its own."""
    return spans if spans and isinstance(spans[0], signs.Edge) else [gap(), *spans]


def under_field(line: Line) -> Line:
    """A line under a field, without its ground."""
    return [gap(GROUND), *line]


def reasons(answer: Answer, width: int) -> list[Line]:
    """What there is to know of an answer, and why it cannot be kept, under it."""
    room = room_of(width)
    mark, role = (warned(""), "amber") if answer.urgent else ("", "quiet")
    told = [*wrap(f"{mark}{answer.told}", room, role)] if answer.told else []
    told += wrap(warned(answer.loss), room, "amber") if answer.loss else []
    return [*told, *(wrap(warned(answer.wrong), room, "amber") if answer.wrong else [])]


def room_of(width: int) -> int:
    """How many cells there are beside the label."""
    return max(min(TEXT - LABEL, width - LABEL - 5), 1)


def beside(answer: Answer, width: int) -> Line:
    """What stands at the right of a field: of a choice that was changed what it was, where that
    leaves room for what it is; and that there is a list."""
    if not answer.chooses:
        return ()
    was = [*answer.was, gap(3)] if answer.was else []
    if width_of([ink(answer.text), *was]) > width - GROUND - 6:
        was = []
    return [*was, signs.LIST]


class Drawn(Widget):
    """Answers as lines: label and text, and under it why it cannot be kept."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self._drawn: tuple[int, list[Line], list[Answer | None]] | None = None

    def show(self, items: Sequence[Item]) -> None:
        """Show these answers, and what stands between them."""
        self.items = items
        self.again()

    def again(self) -> None:
        """Draw them anew: what they say may be something else."""
        self._drawn = None
        self.refresh(layout=True)

    def _lines(self, width: int) -> tuple[list[Line], list[Answer | None]]:
        if self._drawn is None or self._drawn[0] != width:
            lines: list[Line] = []
            owners: list[Answer | None] = []
            for item in self.items:
                found = self._item(item, width)
                lines += found
                owners += [item if isinstance(item, Answer) else None] * len(found)
            self._drawn = (width, lines, owners)
        return self._drawn[1], self._drawn[2]

    def _item(self, item: Item, width: int) -> list[Line]:
        if item is None:
            return [()]
        if isinstance(item, GroupHeading):
            return [row(width, [ink(item.text, bold=True)])]
        if isinstance(item, LeftOut):
            names = cut(", ".join(item.names), max(width - LABEL - 4, 1))
            return [row(width, [quiet(say("form.still_empty").ljust(LABEL)), quiet(names)])]
        return self._answer(item, width)

    def _answer(self, answer: Answer, width: int) -> list[Line]:
        room = room_of(width)
        first, *more = islice(answer.lines(room), MOST + 1)
        if answer.empty and answer.hint:
            first = [quiet(cut(answer.hint, room))]
        if len(more) == MOST:
            more[-1] = [quiet(say("page.more"))]
        under = [*others_beneath(answer, room), *reasons(answer, width)]
        return [
            [*labelled_start(answer), *on_ground(first, width, right=beside(answer, width))],
            *([gap(GROUND - 1), *on_ground(line, width)] for line in more),
            *(under_field(line) for line in under),
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width)[0])

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines, _ = self._lines(width)
        return strip(self.app, lines[y] if y < len(lines) else (), width, "page")

    def on_click(self, event: events.Click) -> None:
        _, owners = self._lines(self.size.width)
        answer = owners[event.y] if event.y < len(owners) else None
        if answer is not None:
            self.post_message(Went(answer))
