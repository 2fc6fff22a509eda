"""What the document gave, per chapter and heading, with bars; and what is still to be decided."""

from collections.abc import Iterator

from textual.app import ComposeResult

from seed.document.coverage import Coverage, Under, heading_key
from seed.document.decided import coverage_of
from seed.document.document_reader import ReadBlock, Text, readable_text
from tui.base.guard import guarded
from tui.draw.signs import DONE, TO_DO, Sign
from tui.draw.spans import TEXT, Line, Span, clean, cut, gap, ink, quiet, room_in, row, width_of
from tui.locale import number, say
from tui.rows.row import Blank, ChoiceRow, Heading, Row, SentenceRow, WordsRow
from tui.screens.source.commands import COVERAGE_PAGE
from tui.screens.source.deciding import Deciding, ToDecide
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.called import short_name_of
from tui.words.locator import (
    call_again,
    heading_in_words,
    locator_in_words,
    part_in_words,
    places_in_words,
)

BAR = 20
COUNT = 4
SIGNS = {"placed": (DONE, "accent"), "empty": (TO_DO, "quiet"), "undecided": ("?", "amber")}
"""The sign of each kind of block in a bar, and its role; no two are alike without colour."""


class CoverageScreen(Deciding):
    """One line for each heading: how many of its blocks have records, are empty, are undecided;
    and under it those that are undecided.

    Dismissed as the document is.
    """

    TOPIC = "coverage"
    ORIGIN = "coverage"
    DOES = COVERAGE_PAGE

    def __init__(self, store: Store, at: str = "", told: tuple[str, bool] = ("", False)) -> None:
        super().__init__()
        self.store = store
        self.at = at
        self.told = told

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        yield RowList("coverage", tone="page")

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self._show(self.at)
        self.rows.focus()
        self.tell()

    @property
    def rows(self) -> RowList:
        return self.query_one("#coverage", RowList)

    @property
    def block(self) -> ReadBlock | None:
        """The passage with the bar; a heading of the list is none."""
        key = self.rows.key
        n = self.text.numbers.get(key) if key is not None else None
        return self.text.blocks[n] if n is not None else None

    @guarded
    def refreshed(self) -> None:
        call_again()
        self.query_one(HeaderLine).show(self.store.totals())
        self._show()

    def _show(self, at: str = "") -> None:
        self.text, found = readable_text(self.store), coverage_of(self.store)
        self.rows.show([*_rows(self.store, self.text, found)], at or None)
        decided = found.total.blocks - found.total.undecided
        count = say("coverage.decided", n=number(decided), total=number(found.total.blocks))
        self.rows.head([ink(say("coverage.title"), bold=True)], [quiet(count)])
        self.show_hints()

    # keys

    @property
    def goes_to(self) -> str | None:
        """The passage or the record to go to."""
        key = self.rows.key
        return key.removeprefix(_HEADING) if key is not None else None

    def open_passage(self) -> None:
        """Read the passage with the bar in the document; of what stands nowhere, the record."""
        key = self.goes_to
        if key is not None:
            self.dismiss(key if "/" in key else ToDecide("read", key, self.ORIGIN))

    def next_undecided(self) -> None:
        key = self.rows.key or ""
        now = self.text.numbers.get(key.removeprefix(_HEADING), -1)
        found = self.text.next_undecided(now)
        if found is not None:
            self.stand_at(self.text.blocks[found].locator)

    def stand_at(self, locator: str) -> None:
        self.rows.select(locator)
        self.show_hints()

    @guarded
    def on_moved(self, message: Moved) -> None:
        self.show_hints()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("to_passage")

    def hints(self) -> list[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))]
        names = ("make_agreement", "leave_empty", "link_agreement", "next_undecided")
        return [*moves, *self.hint(*names, "to_passage", "undo", "back")]


_HEADING = "under "
"""Begins the key of a heading, before the locator of its first block."""


def _rows(store: Store, text: Text, found: Coverage) -> Iterator[Row]:
    if not found.under:
        yield SentenceRow(say("coverage.nothing"))
        return
    yield WordsRow(_legend())
    longest = max(one.blocks for one in found.under)
    blocks: dict[tuple[str, str], list[ReadBlock]] = {}
    for block in text.blocks:
        blocks.setdefault(heading_key(block.locator), []).append(block)
    for one in found.under:
        if not one.heading:
            yield Blank()
        own = blocks.get((one.chapter, one.heading), [])
        yield _Heading(one, longest, own[0].locator if own else None)
        yield from (_Open(block) for block in own if block.undecided)
    if found.empty:
        yield Blank()
        yield Heading(say("coverage.empty"), number(len(found.empty)))
        for empty in found.empty:
            reason = cut(clean(places_in_words(empty.reason)), TEXT // 2)
            yield ChoiceRow(empty.locator, [ink(locator_in_words(empty.locator))], [quiet(reason)])
    if found.astray:
        yield Blank()
        yield Heading(say("coverage.astray"), number(len(found.astray)))
        for record, locator in found.astray:
            yield ChoiceRow(record, [ink(short_name_of(store, record))], [quiet(clean(locator))])


def _legend() -> Line:
    told: list[Span] = []
    for name, (sign, role) in SIGNS.items():
        told += [*_bar(2, sign, role), gap(), quiet(say(f"coverage.{name}_blocks")), gap(3)]
    return told


def _bar(size: int, sign: str, role: str) -> list[Span]:
    return [Sign(sign, role)] * size


class _Open:
    """A block that is undecided: what it says, and which one it is."""

    height = 1

    def __init__(self, block: ReadBlock) -> None:
        self.block = block
        self.key: str | None = block.locator

    def draw(self, width: int) -> list[Line]:
        part = quiet(part_in_words(self.block.locator))
        said = cut(clean(self.block.text or ""), max(width - 8 - width_of([part]), 8))
        return [row(width, [gap(2), ink(said)], [part], Sign("?", "amber"))]


class _Heading:
    """Name, a bar as long as it has blocks, and how many agreements and other records."""

    height = 1

    def __init__(self, one: Under, longest: int, locator: str | None) -> None:
        self.one = one
        self.longest = longest
        self.key = f"{_HEADING}{locator}" if locator is not None else None

    def draw(self, width: int) -> list[Line]:
        one = self.one
        words = say("coverage.agreement" if one.agreements == 1 else "coverage.agreements")
        words = words.ljust(len(say("coverage.agreements")))
        counts = [
            ink(number(one.agreements).rjust(COUNT)), gap(), quiet(words),
            quiet(number(one.others).rjust(COUNT)), gap(), quiet(say("coverage.others")),
        ]  # fmt: skip
        room = min(room_in(width), TEXT) + 4
        size = max(min(BAR, room - 4 - width_of(counts) - 24), 0)
        bar = [
            span
            for name, (sign, role) in SIGNS.items()
            for span in _bar(round(getattr(one, name) * size / self.longest), sign, role)
        ]
        name = heading_in_words(one.chapter, "")
        if one.heading:
            name = f"  {heading_in_words(one.chapter, one.heading).removeprefix(f'{name}, ')}"
        free = room - 5 - width_of(counts) - size - 1
        drawn = [*bar, gap(max(size - width_of(bar), 0))]
        paint = quiet if one.heading else ink
        return [row(room, [paint(cut(name, free).ljust(free)), gap(), *drawn], counts)]
