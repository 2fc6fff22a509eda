"""The history of an agreement: its acts, and what each of them changed."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.views import ActRow, Change, Page
from tui import dates
from tui.acts import describe, is_entry, told_by_text, who
from tui.commands.base import Command
from tui.commands.common import EVERYWHERE, MOVES, Back
from tui.guard import guarded
from tui.locale import number, say
from tui.messages import Moved
from tui.pages import field_name, heading
from tui.redline import redline
from tui.rows import Sentence
from tui.rows.acts import act_rows
from tui.screens.base import Base
from tui.spans import Line, clean, ink, parts, quiet, room_in, row, wrap, wrap_spans
from tui.store import Store
from tui.values import in_words
from tui.widgets.footer import Hint
from tui.widgets.header import Header
from tui.widgets.lines import Lines
from tui.widgets.rows import Rows


class HistoryScreen(Base):
    """Acts at the left, newest first; at the right the one that is highlighted."""

    TOPIC = "history"
    DOES: ClassVar[tuple[type[Command], ...]] = (Back, *MOVES, *EVERYWHERE)

    def __init__(self, store: Store, page: Page) -> None:
        super().__init__()
        self.store = store
        self.page = page
        self.acts: dict[str, ActRow] = {}

    def parts(self) -> ComposeResult:
        yield Header()
        with Horizontal(id="body"):
            yield Rows("acts", tone="sunken")
            yield Lines("act", focusable=False)

    @guarded
    def on_mount(self) -> None:
        self.query_one(Header).show(self.store.totals())
        acts = self.store.history(self.page.row.id)
        self.acts = {act.id: act for act in acts}
        rows = self.query_one(Rows)
        rows.head([ink(say("history.title"), bold=True)], [quiet(number(len(acts)))])
        rows.show(act_rows(acts) or [Sentence(say("history.nothing"))])
        rows.focus()
        self._show()
        self.show_hints()

    def on_moved(self, message: Moved) -> None:
        self._show()

    def _show(self) -> None:
        key = self.query_one(Rows).key
        act = self.acts.get(key) if key else None
        self.query_one(Lines).show(
            lambda width: list(self._lines(act, width)) if act else (),
            lambda width, more: heading(self.page, width, more=more),
        )

    def _lines(self, act: ActRow, width: int) -> Iterator[Line]:
        room = room_in(width)
        edge = room + 4
        yield row(width, parts([ink(dates.moment(act.at)), quiet(who(act))]))
        if not act.seed:
            key = "history.this_device" if act.own_device else "history.device"
            yield row(width, [quiet(say(key, device=clean(act.device[:8]), seq=number(act.seq)))])
        if act.void:
            yield row(width, [ink(say("history.taken_back"))])
        if act.why:
            yield from _titled(say("history.why"), wrap(act.why, room), edge)
        undone = [self.acts[name] for name in act.undoes if name in self.acts]
        if undone:
            told = "\n".join(f"{describe(one)}, {dates.moment(one.at)}" for one in undone)
            yield from _titled(say("history.undone_acts"), wrap(told, room), edge)
        for change in act.changes:
            if told_by_text(change):
                continue
            yield from _titled(self._title(change), self._change(change, room), edge)

    def _title(self, change: Change) -> str:
        if is_entry(change) and change.field == "text":
            return say("type.entries").capitalize()
        title = field_name(change.field).capitalize()
        elsewhere = change.record != self.page.row.id and not is_entry(change)
        return f"{title}   {clean(change.record_title)}" if elsewhere else title

    def _change(self, change: Change, room: int) -> Sequence[Line]:
        new = in_words(change.field, change.value)
        if change.before is None:
            return wrap(new, room)
        old = in_words(change.field, change.before)
        return wrap_spans(redline(old, new, colour=not self.app.no_color), room)

    def hints(self) -> Sequence[Hint]:
        return [Hint(say("key.up_down"), say("command.choose")), *self.hint("back")]


def _titled(title: str, lines: Sequence[Line], edge: int) -> Iterator[Line]:
    """A blank line, a quiet title, and what stands under it."""
    yield row(edge, [])
    yield row(edge, [quiet(title)])
    for line in lines:
        yield row(edge, line)
