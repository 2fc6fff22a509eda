"""The lines of a form in which nobody types just now."""

from collections.abc import Sequence
from itertools import islice

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import strip
from tui.draw.signs import warned
from tui.draw.spans import TEXT, Line, cut, quiet, row, wrap
from tui.forms.model.answer import Answer
from tui.locale import say
from tui.words.labels import LABEL

MOST = 10  # lines of one text: as many as show of it where it is typed


class Went(Message):
    """Someone clicked on a line of the form."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


def label_beside(answer: Answer, first: Line, width: int, role: str = "quiet") -> Line:
    """The label of a line, and what stands beside it."""
    word = quiet(cut(answer.label, LABEL - 1).ljust(LABEL))._replace(role=role)
    return row(width, [word, *first])


def lines_beside(lines: Sequence[Line], width: int) -> list[Line]:
    """Lines without a label, under one that has it."""
    return [row(width, [quiet(" " * LABEL), *line]) for line in lines]


def reasons(answer: Answer, width: int) -> list[Line]:
    """What there is to know of an answer, and why it cannot be kept, under it."""
    room = room_of(width)
    mark, role = (warned(""), "amber") if answer.urgent else ("", "quiet")
    told = wrap(f"{mark}{answer.told}", room, role) if answer.told else []
    return [*told, *(wrap(warned(answer.wrong), room, "amber") if answer.wrong else [])]


def room_of(width: int) -> int:
    """How many cells there are beside the label."""
    return max(min(TEXT - LABEL, width - LABEL - 4), 1)


class Drawn(Widget):
    """Answers as lines: label and text, and under it why it cannot be kept."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.groups: Sequence[Sequence[Answer]] = ()
        self._drawn: tuple[int, list[Line], list[Answer | None]] | None = None

    def show(self, groups: Sequence[Sequence[Answer]]) -> None:
        """Show these answers, a blank line between groups."""
        self.groups = groups
        self.again()

    def again(self) -> None:
        """Draw them anew: what they say may be something else."""
        self._drawn = None
        self.refresh(layout=True)

    def _lines(self, width: int) -> tuple[list[Line], list[Answer | None]]:
        if self._drawn is None or self._drawn[0] != width:
            lines: list[Line] = []
            owners: list[Answer | None] = []
            for n, group in enumerate(self.groups):
                if n:
                    lines.append(row(width, []))
                    owners.append(None)
                for answer in group:
                    found = self._answer(answer, width)
                    lines += found
                    owners += [answer] * len(found)
            self._drawn = (width, lines, owners)
        return self._drawn[1], self._drawn[2]

    def _answer(self, answer: Answer, width: int) -> list[Line]:
        first, *more = islice(answer.lines(room_of(width)), MOST + 1)
        if len(more) == MOST:
            more[-1] = [quiet(say("page.more"))]
        return [
            label_beside(answer, first, width),
            *lines_beside([*more, *reasons(answer, width)], width),
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
