"""Actions as rows: what, who, by when, and of which agreement."""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from storage.views.page_elements import Action
from tui.draw import signs
from tui.draw.spans import Line, Marked, Span, amber, clean, cut, gap, ink, quiet, row
from tui.locale import number, say
from tui.rows.row import Blank, Heading, Row, SentenceRow
from tui.words import dates
from tui.words.contents.action_contents import doer
from tui.words.record_words import short_code

WHO, CODE = 20, 10
ROOMY = 60  # cells from which who does it stands in the row


class ActionColumns(NamedTuple):
    """The cells of the columns, as wide as the whole list asks."""

    who: int
    when: int
    code: int


def _columns(actions: Sequence[Action]) -> ActionColumns:
    return ActionColumns(
        max((cell_len(_who(one)) for one in actions), default=0),
        max((cell_len(_when(one)) for one in actions), default=0),
        max((cell_len(_code(one)) for one in actions), default=0),
    )


def _who(one: Action) -> str:
    return cut(clean(doer(one.entry) or say("actions.nobody")), WHO)


def _when(one: Action) -> str:
    return dates.day_short(one.due) if one.due else ""


class ActionRow:
    """One action; what is done is quiet, what is late stands out."""

    height = 1

    def __init__(
        self, action: Action, group: str, columns: "ActionColumns", *, marked: bool = False
    ) -> None:
        self.key: str | None = action.entry.id
        self._action = action
        self._group = group
        self._columns = columns
        self._marked = marked

    def draw(self, width: int) -> Sequence[Line]:
        one = self._action
        when = _when(one)
        right: list[Span] = []
        if width >= ROOMY:
            paint = quiet if doer(one.entry) or self._group == "done" else amber
            told = _who(one)
            right += [paint(told.ljust(self._columns.who)), gap(2)]
        paint = amber if self._group == "late" else quiet
        right += [
            paint(when.ljust(self._columns.when)),
            gap(2 if self._columns.when else 0),
            quiet(_code(one).rjust(self._columns.code)),
        ]
        room = max(width - 6 - sum(len(span.text) for span in right), 8)
        text = cut(clean(one.entry.text), room)
        name = quiet(text) if self._group == "done" else ink(text, bold=self._marked)
        line = row(width, [name], right, self._sign())
        return [Marked(line) if self._marked else line]

    def _sign(self) -> Span:
        if self._group == "done":
            return signs.DECISION
        return signs.LATE if self._group == "late" else signs.ACTION


def _code(one: Action) -> str:
    return cut(clean(short_code(one.code)), CODE) if one.code else ""


def action_rows(groups: Mapping[str, Sequence[Action]], marked: Container[str] = ()) -> list[Row]:
    """All actions under how urgent they are, what is done last."""
    rows: list[Row] = []
    columns = _columns([one for some in groups.values() for one in some])
    for group, some in groups.items():
        rows += [Blank()] if rows else []
        rows.append(Heading(say(f"actions.{group}"), number(len(some))))
        rows += [ActionRow(one, group, columns, marked=one.entry.id in marked) for one in some]
    return rows or [SentenceRow(say("actions.none"))]


def days_late(one: Action, today: date) -> int:
    """How many days an action that is not done is late; 0 for what is not."""
    if one.entry.done or not one.due:
        return 0
    return max((today - date.fromisoformat(one.due)).days, 0)
