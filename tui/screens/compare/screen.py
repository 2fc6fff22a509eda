"""What differs between two states: the records at the left, at the right their fields."""

from collections.abc import Iterable, Mapping, Sequence

from storage.records.ids import type_of
from storage.views.field_change import FieldChange
from tui.base.guard import guarded
from tui.base.list_detail import ListDetail
from tui.draw.spans import Line, Span, cut, ink, quiet
from tui.locale import known, number, say, say_count
from tui.pages.act_page import change_lines
from tui.rows.row import Blank, ChoiceRow, Heading, Row, SentenceRow
from tui.screens.compare.commands import COMPARE
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.widget_messages import Moved
from tui.words.act_words import changed_title, listed_as

NAME = 24


class ComparedScreen(ListDetail):
    """Gives the record to go to, or None."""

    DOES = COMPARE

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.found: Mapping[str, Sequence[FieldChange]] = {}

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self.rows.focus()
        self.show_all()

    def called(self) -> str:
        """What is compared, as the heading says it."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What the list says while nothing stands in it."""
        raise NotImplementedError

    def above(self) -> Sequence[Row]:
        """What stands above the records."""
        return ()

    def marked(self, record: str) -> Span | None:
        """What is said of a record in the place of how much of it differs."""
        return None

    def name_of(self, changes: Sequence[FieldChange]) -> str:
        """What the record of these changes is called."""
        return listed_as(changes)

    def show_all(self) -> None:
        count = [quiet(number(len(self.found)))] if self.found else []
        self.rows.head([ink(self.called(), bold=True)], count)
        rows = self._records() or [SentenceRow(self.nothing())]
        above = self.above()
        self.rows.show([*above, Blank(), *rows] if above else rows)
        self.show_beside()

    @property
    def lit(self) -> str | None:
        """The record with the bar."""
        return self.rows.key

    def enter(self) -> None:
        self.dismiss(self.lit)

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.show_beside()

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        changes = self.found.get(self.lit or "", [])
        return change_lines(changes, width, about=self.lit or "", colour=colour)

    def shown_name(self) -> str:
        changes = self.found.get(self.lit or "")
        return changed_title(changes) if changes else self.called()

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))] if self.lit else []
        return [*moves, *self.hint("open_row", "other_side", "copy", "back")]

    def _records(self) -> list[Row]:
        """The records under their types."""
        rows: list[Row] = []
        type_ = ""
        for record, changes in self.found.items():
            if type_of(record) != type_:
                type_ = type_of(record)
                name = next(
                    (say(key) for key in (f"changes.{type_}", f"types.{type_}") if known(key)),
                    type_,
                )
                many = sum(type_of(one) == type_ for one in self.found)
                rows += [Blank()] if rows else []
                rows.append(Heading(name, number(many)))
            said = self.marked(record) or quiet(_said(changes))
            rows.append(ChoiceRow(record, [ink(cut(self.name_of(changes), NAME))], [said]))
        return rows


def _said(changes: Sequence[FieldChange]) -> str:
    """New, gone, or how many fields."""
    life = next((one for one in changes if one.field == "life"), None)
    if life is not None and life.before is None:
        return say("changes.new")
    if life is not None and life.value in (None, "deleted"):
        return say("life.deleted")
    return say_count("cli.fields", len(changes))
