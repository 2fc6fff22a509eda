"""Acts at the left, newest first; at the right the one that is highlighted."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from storage.queries.history.act_history import History
from storage.views.act_row import ActFilter, ActRow
from tui.base.guard import guarded
from tui.base.list_detail import ListDetail
from tui.draw.spans import Line, Span, cut, ink, parts, quiet, room_in, row, width_of, wrap
from tui.locale import number, say
from tui.pages.act_page import act_lines
from tui.screens.history.rows import Acts
from tui.store import Store
from tui.widgets.chips import Chip, chip_heading
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import HIGH
from tui.widgets.widget_messages import HeadClicked, Moved
from tui.words.act_words import (
    act_code,
    act_moment,
    act_title,
    beside_code,
    changes_about,
    describe,
    is_passage,
)
from tui.words.record_words import short_code

COPIED = 100  # columns of what is copied


class ActsScreen(ListDetail):
    """A list of acts that can be narrowed; what shows beside it is the screen's own."""

    FOOTER: ClassVar[tuple[str, ...]] = ()
    whole = True
    """Whether the list says of each act what record it is about."""

    def __init__(self, store: Store, which: ActFilter) -> None:
        super().__init__()
        self.store = store
        self.which = which
        self.marked: list[str] = []
        self.acts: History = store.acts(which)
        self._title: list[Span] = []
        self._airy = True
        self._ends: list[tuple[int, str]] = []
        self._asked_for: str | None = None
        """The act that someone asks to erase and that is shown all the same."""

    @guarded
    def on_mount(self) -> None:
        self.show_all()
        self.rows.focus()

    @guarded
    def refreshed(self) -> None:
        """Someone else wrote in the file: there is more."""
        self.read()

    def read(self) -> None:
        """Read the list again; the highlight stays where it was."""
        self.acts = self.store.acts(self.which)
        self.show_all()

    def narrow(self, **changes: Any) -> None:
        """List other acts."""
        self.which = self.which._replace(**changes)
        self.marked = []
        self.read()

    def show_all(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        title, self._ends = chip_heading(self.title_said(), self.chips())
        self._title = title
        self._airy = self.app.size.height >= HIGH
        listed = Acts(
            self.acts, say("history.none"),
            whole=self.whole, marked=self.marked, airy=self._airy,
        )  # fmt: skip
        self.rows.show(listed, even=True)
        self.show_place()
        self.show_beside()

    def show_place(self) -> None:
        """Say which act of how many has the bar."""
        many, listed, act = number(len(self.acts)), self.rows.rows, self.act
        place = listed.place(act.id) if act is not None and isinstance(listed, Acts) else None
        of = many if place is None else f"{number(place + 1)}/{many}"
        self.rows.head(self._title, [quiet(of)])

    @guarded
    def on_resize(self) -> None:
        """Days stand apart where there is room for that."""
        if self._airy != (self.app.size.height >= HIGH):
            self.show_all()

    def title_said(self) -> str:
        """What the list is called."""
        raise NotImplementedError

    def nothing_said(self) -> str:
        """The sentence beside a list in which nothing stands."""
        return say("history.nothing")

    def chips(self) -> list[Chip]:
        """What the list is narrowed to, the last one last."""
        return []

    @property
    def is_narrowed(self) -> bool:
        """Whether it is narrowed at all."""
        return bool(self.chips())

    def narrows_by(self, name: str) -> bool:
        """Whether it is narrowed by this."""
        return any(chip.command == f"clear_by_{name}" for chip in self.chips())

    def clear(self, name: str) -> None:
        """Take one filter away."""
        self.narrow(**{name: None})

    def clear_filter(self) -> None:
        """Take the last filter away."""
        self.action_do(self.chips()[-1].command)

    def to_record(self) -> None:
        """To the page of the record that the act with the bar is about."""
        self.dismiss(self.leads_to)

    @property
    def leads_to(self) -> str | None:
        """The record that the act with the bar is about first; none of an act on the document."""
        changes = changes_about(self.act) if self.act is not None else ()
        records = (change.record for change in changes if not is_passage(change))
        return next(records, None)

    def on_head_clicked(self, message: HeadClicked) -> None:
        command = next((name for end, name in self._ends if message.x < end), None)
        if command and self.command(command):
            self.action_do(command)

    # what has the bar

    @property
    def act(self) -> ActRow | None:
        """The act with the bar."""
        listed = self.rows.rows
        return listed.at(self.rows.index) if isinstance(listed, Acts) else None

    @property
    def chosen(self) -> list[ActRow]:
        """The acts that are marked, or else the one with the bar."""
        if self.marked:
            return self.store.log.named(self.marked)
        return [self.act] if self.act else []

    @guarded
    def on_moved(self, message: Moved) -> None:
        self._asked_for = None
        self.show_place()
        self.show_beside()

    def show_to_erase(self) -> None:
        """Show what the act with the bar says, though someone asks to erase it."""
        self._asked_for = self.act.id if self.act else None
        self.show_beside()

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        """What is said of the act with the bar."""
        act = self.act
        if act is None:
            return [row(width, line) for line in wrap(self.nothing_said(), room_in(width))]
        if act.id == self._asked_for:
            act = self.store.log.whole(act.id)
        undone = self.store.log.named(act.undoes)
        records = {change.record for change in changes_about(act)}
        known = self.which.record or (records.pop() if len(records) == 1 else "")
        return act_lines(act, width, undone=undone, known=known, colour=colour)

    def head(self, width: int, more: bool) -> tuple[Line, Line]:
        """The record that the act with the bar is about, with its code."""
        act = self.act
        if act is None or not changes_about(act):
            return super().head(width, more)
        code = act_code(act)
        title = beside_code(act_title(act, text=False), code)
        mark = [quiet(say("page.more"))] if more else []
        for end in (code, short_code(code)):
            right = parts([*mark, *([quiet(end)] if end else [])])
            if width_of([ink(title), *right]) <= width - 6:
                break
        return [ink(cut(title, max(width - 6 - width_of(right), 1)), bold=True)], right

    def shown_name(self) -> str:
        act = self.act
        return f"{describe(act)}, {act_moment(act)}" if act else self.title_said()

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))] if self.act else []
        return [*moves, *self.hint(*self.FOOTER, "back")]
