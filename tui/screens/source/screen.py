"""The document beside the arrangement, and which records stand in each block of it."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from seed.document.document_reader import ReadBlock, readable_text
from storage.errors import Refused
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from tui.base.guard import guarded
from tui.draw.spans import Line, gap, ink, quiet
from tui.draw.word_marks import WordMarks
from tui.locale import number, say, say_count
from tui.rows.row import SentenceRow
from tui.screens.source.commands import SOURCE
from tui.screens.source.deciding import Deciding
from tui.screens.source.lines import block_lines, block_title, passage_count
from tui.screens.source.rows import given_rows
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.passage_view import PassageView
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.called import short_name_of
from tui.words.locator import call_again, heading_of, locator_in_words

if TYPE_CHECKING:
    from seed.document.beside import Attached


class SourceScreen(Deciding):
    """Above the document, below it (or at its right) what stands in the highlighted block.

    It opens at the places of a record, or at a passage; ``words`` that were found are marked.
    Dismissed with the id of a record to go to, of a command of the main screen to do, or with what
    is to be done with a passage.
    """

    ORIGIN = TOPIC = "source"
    DOES = SOURCE

    def __init__(
        self,
        store: Store,
        record: str | None,
        at: str = "",
        told: tuple[str, bool] = ("", False),
        words: Collection[str] = (),
    ) -> None:
        super().__init__()
        self.store = store
        self.asked = record
        self.at = at or tail_of(record or "").partition(".")[2]
        self.told = told
        self.walks = bool(words)
        self.marks = WordMarks(words)
        self.own: list[int] = []
        self.came_for: list[int] = []  # blocks of the record, or the passage

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        with Container(id="document"):
            yield PassageView("passages")
            yield RowList("given")

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self.text = readable_text(self.store)
        self._find_places()
        self._show_text(self.came_for[0] if self.came_for else 0)
        self.passages.focus()
        self._show()
        self.tell()
        stands = "source" in FIELDS[type_of(self.asked)] if self.asked else False
        if self.asked and stands and not self.came_for:
            self.toast(say("source.nowhere", what=short_name_of(self.store, self.asked)), "amber")

    @property
    def passages(self) -> PassageView:
        return self.query_one(PassageView)

    @property
    def block(self) -> ReadBlock | None:
        """The block that is highlighted."""
        blocks = self.text.blocks
        return blocks[self.passages.at] if blocks else None

    def _find_places(self) -> None:
        passage = self.text.numbers.get(self.at)
        self.own = self.text.places_of(self.asked) if self.asked else []
        self.came_for = self.own or ([] if passage is None else [passage])

    def _show_text(self, at: int) -> None:
        blocks = self.text.blocks
        self.passages.show(len(blocks), self._draw, at, {*self.came_for}, self.text.label_above)

    def _draw(self, block: int, width: int) -> list[Line]:
        found = self.text.blocks[block]
        text = found.text if found.text is not None else block_title(self.store, found)
        own = block in self.came_for
        lines = block_lines(found, text, width, own=own, faint=bool(self.came_for))
        return [*map(self.marks.line, lines)]

    # what shows

    @guarded
    def on_moved(self, message: Moved) -> None:
        if message.list_id == "passages":
            self._show()

    def _show(self) -> None:
        """The heading of where one is, and the records of the block."""
        block = self.block
        given = self.query_one("#given", RowList)
        if block is None:
            self.passages.head([ink(say("source.title"), bold=True)], ())
            given.show([SentenceRow(say("source.nothing"))])
            return
        place = [ink(say("source.title"), bold=True), gap(3), quiet(heading_of(block.locator))]
        self.passages.head(place, passage_count(self.text, self.passages.at))
        count = [quiet(number(len(block.records)))]
        given.head([ink(say("source.given"), bold=True)], count)
        given.forget()
        given.show([*given_rows(self.store, self.text, block)])
        self.show_hints()

    def refreshed(self) -> None:
        """Someone wrote: a passage or a record may be another now."""
        call_again()
        self.query_one(HeaderLine).show(self.store.totals())
        self.text = readable_text(self.store)
        self._find_places()
        self._show_text(self.passages.at)
        self._show()

    # keys

    @property
    def _in_list(self) -> bool:
        return self.query_one("#given", RowList).has_focus

    @property
    def has_records(self) -> bool:
        """Whether records stand in the highlighted block."""
        return self.block is not None and bool(self.block.records)

    @property
    def stands_elsewhere(self) -> bool:
        """Whether the record stands in more than one block."""
        return len(self.own) > 1

    def to_record(self) -> None:
        """To the record that stands in the highlighted block; where there are more, to their
        list."""
        given = self.query_one("#given", RowList)
        if self.block and (self._in_list or len(self.block.records) == 1):
            self.dismiss(given.key)
        else:
            given.focus()

    def other_side(self) -> None:
        """Between the document and the list of what stands in a block."""
        (self.passages if self._in_list else self.query_one("#given")).focus()

    def next_undecided(self) -> None:
        found = self.text.next_undecided(self.passages.at)
        if found is not None:
            self.stand_at(self.text.blocks[found].locator)

    def stand_at(self, locator: str) -> None:
        self.passages.go(self.text.numbers[locator])
        self.passages.focus()

    def shown_name(self) -> str:
        return locator_in_words(self.block.locator) if self.block is not None else ""

    def shown_text(self) -> str:
        text = self.block.text if self.block is not None else None
        return f"{self.shown_name()}:\n{text}\n" if text else ""

    def attach(self) -> None:
        """Back to the main screen, where the form is."""
        self.dismiss("attach")

    def open_coverage(self) -> None:
        """Show what the document gave, over it."""
        from tui.screens.source.coverage_screen import CoverageScreen

        at = self.block.locator if self.block is not None else ""
        self.app.push_screen(CoverageScreen(self.store, at), self._from_coverage)

    @guarded
    def _from_coverage(self, chosen: object) -> None:
        if chosen is not None:
            self.dismiss(chosen)
        else:
            self.refreshed()

    def step_hit(self, by: int) -> None:
        """Back to the main screen, which goes to the next hit or the one before."""
        self.dismiss("next_hit" if by > 0 else "previous_hit")

    def divide(self) -> None:
        """Divide the document otherwise; what stands in it goes along."""
        from seed.document.beside import attached_now, is_fixed, profile_of
        from tui.screens.source.division_screen import DivisionScreen

        if is_fixed(profile_of(self.store)):
            raise Refused("division_fixed")
        at = self.passages.at
        self.app.push_screen(
            DivisionScreen(self.store, attached_now(self.store), at), self._divided
        )

    @guarded
    def _divided(self, found: "Attached | None") -> None:
        """Back from there: attach what was divided otherwise."""
        if found is None:
            return
        from seed.document.beside import changed_records

        moved = len({one for _, records in changed_records(self.store, found) for one in records})
        self.store.documents.attach(found.document, found.passages, found.profile, found.moves)
        self.wrote()
        self.refreshed()
        told = say_count("toast.divided_along", moved) if moved else say("toast.divided")
        self.toast(told, "green", "undo")

    def next_own(self) -> None:
        """The next block of the record, after the last one the first."""
        later = [n for n in self.own if n > self.passages.at]
        self.passages.go((later or self.own)[0])

    def on_chosen(self, message: Chosen) -> None:
        if message.list_id == "given":
            self.dismiss(message.key)
        else:
            self.action_do("to_record")

    def hints(self) -> Sequence[KeyHint]:
        names = (
            "to_record", "next_hit", "next_own", "make_agreement", "leave_empty", "link_agreement",
            "next_undecided", "coverage", "back", "divide", "attach", "copy_block",
        )  # fmt: skip
        return [KeyHint(say("key.up_down"), say("command.read")), *self.hint(*names)]
