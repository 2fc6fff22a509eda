"""What the document gave, per chapter and heading, with bars; and which blocks gave nothing."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult

from seed.document.beside import coverage_of
from seed.document.coverage import Block, Coverage, Under
from tui.commands.base import Command
from tui.commands.common import EVERYWHERE, MOVES, Back
from tui.guard import guarded
from tui.locale import number, say
from tui.locator import heading_in_words, in_words
from tui.rows import Sentence
from tui.screens.base import Base
from tui.signs import DONE, TO_DO, Sign
from tui.spans import TEXT, Line, Span, cut, gap, ink, quiet, room_in, row, width_of, wrap
from tui.store import Store
from tui.widgets.footer import Hint
from tui.widgets.header import Header
from tui.widgets.lines import Lines

BAR = 20
COUNT = 4
SIGNS = {"placed": (DONE, "accent"), "empty": (TO_DO, "quiet"), "undecided": ("?", "amber")}
"""The sign of each kind of block in a bar, and its role; no two are alike without colour."""


class CoverageScreen(Base):
    """One line for each heading: how many of its blocks have records, are empty, are undecided."""

    TOPIC = "coverage"
    DOES: ClassVar[tuple[type[Command], ...]] = (Back, *MOVES, *EVERYWHERE)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store

    def parts(self) -> ComposeResult:
        yield Header()
        yield Lines("coverage", airy=True)

    @guarded
    def on_mount(self) -> None:
        self.query_one(Header).show(self.store.totals())
        self._show()
        self.query_one(Lines).focus()
        self.show_hints()

    @guarded
    def refreshed(self) -> None:
        self._show()

    def _show(self) -> None:
        found = coverage_of(self.store)
        count = say(
            "coverage.count", placed=number(found.total.placed), n=number(found.total.blocks)
        )
        self.query_one(Lines).show(
            lambda width: list(_lines(found, width)),
            lambda width, more: ([ink(say("coverage.title"), bold=True)], [quiet(count)]),
            keep=True,
        )

    def hints(self) -> list[Hint]:
        return [Hint(say("key.up_down"), say("command.read")), *self.hint("back")]


def _lines(found: Coverage, width: int) -> Iterator[Line]:
    if not found.under:
        yield from Sentence(say("coverage.nothing")).draw(width)
        return
    yield row(width, [])
    yield from _legend(width)
    yield row(width, [])
    longest = max(one.blocks for one in found.under)
    before = ""
    for one in found.under:
        if before and not one.heading:
            yield row(width, [])
        before = one.heading
        yield _under(one, longest, width)
    for title, blocks in (("undecided", found.undecided), ("empty", found.empty)):
        if blocks:
            yield from _blocks(say(f"coverage.{title}"), blocks, width)
    if found.astray:
        yield from _titled(say("coverage.astray"), width)
        for record, locator in found.astray:
            yield row(width, [ink(record), gap(2), quiet(locator)])


def _legend(width: int) -> Iterator[Line]:
    told: list[Span] = []
    for name, (sign, role) in SIGNS.items():
        told += [*_bar(2, sign, role), gap(), quiet(say(f"coverage.{name}_blocks")), gap(3)]
    yield row(width, told)


def _bar(size: int, sign: str, role: str) -> list[Span]:
    return [Sign(sign, role)] * size


def _under(one: Under, longest: int, width: int) -> Line:
    """Name, a bar as long as it has blocks, and how many agreements and other records."""
    counts = [
        ink(number(one.agreements).rjust(COUNT)), gap(), quiet(say("coverage.agreements")),
        quiet(number(one.others).rjust(COUNT)), gap(), quiet(say("coverage.others")),
    ]  # fmt: skip
    room = min(room_in(width), TEXT) + 4
    size = max(min(BAR, room - 4 - width_of(counts) - 24), 0)
    bar = [
        span
        for name, (sign, role) in SIGNS.items()
        for span in _bar(round(getattr(one, name) * size / longest), sign, role)
    ]
    name = heading_in_words(one.chapter, "")
    if one.heading:
        name = f"  {heading_in_words(one.chapter, one.heading).removeprefix(f'{name}, ')}"
    free = room - 5 - width_of(counts) - size - 1
    drawn = [*bar, gap(max(size - width_of(bar), 0))]
    paint = quiet if one.heading else ink
    left = [paint(cut(name, free).ljust(free)), gap(), *drawn]
    return row(room, left, counts)


def _blocks(title: str, blocks: tuple[Block, ...], width: int) -> Iterator[Line]:
    yield from _titled(title, width)
    for one in blocks:
        told: list[Span] = [ink(in_words(one.locator))]
        yield row(width, [*told, gap(2), quiet(one.reason)] if one.reason else told)


def _titled(title: str, width: int) -> Iterator[Line]:
    yield row(width, [])
    yield from (row(width, line) for line in wrap(title, room_in(width), "quiet"))
