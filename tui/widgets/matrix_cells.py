"""What a cell of the matrix shows: a number on a tone that says how many, or how far it is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from storage.views.crosstabs import Cell
from tui.draw import signs
from tui.draw.progress_strip import Counts, close_width, progress_strip, scale_for, strip_counts
from tui.draw.spans import Line, Span, gap, width_of
from tui.locale.charset import in_charset
from tui.words.contents.overview_tables import marks

if TYPE_CHECKING:
    from storage.queries.overviews.region_matrix import Matrix

TONES = ("field", "chip", "heat")
FEW = 12  # up to which 1, 2 to 3, and 4 and more have a tone each; beyond it the thirds do


def steps(highest: int) -> tuple[int, int, int]:
    """The numbers from which each tone begins, where the highest number is this."""
    if highest <= FEW:
        return 1, 2, 4
    third = -(-highest // 3)
    return 1, third + 1, 2 * third + 1


def tone_of(number: int, highest: int) -> str | None:
    """The tone of a number; None where there is none."""
    passed = [tone for tone, first in zip(TONES, steps(highest), strict=True) if number >= first]
    return passed[-1] if passed else None


def _within(counts: Counts, scale: int) -> int:
    """The cells of a strip, and behind it those by which its column is narrower than others."""
    *strip, (_, narrower) = counts
    return close_width(strip, scale) + narrower


class Cells:
    """The cells of a matrix, as numbers or, with ``far``, as strips of one scale."""

    def __init__(self, matrix: "Matrix", *, far: bool, bare: bool) -> None:
        """``bare`` says that there is no colour: the numbers tell it then."""
        self._matrix = matrix
        self.regions = [*(region.tail for region in matrix.regions), None]
        """The tails of the columns; None is that of the totals."""
        self._far = far
        self._bare = bare
        self._counts: dict[tuple[str, str | None], Counts] = {}
        self._scale = 1

    def fit(self, programmes: Sequence[str], columns: Sequence[tuple[str | None, int]]) -> None:
        """Choose one scale for the strips of these programmes in these columns, which show, each
        with its width; those of the totals may be too wide for it."""
        if self._far:
            room = max((width for region, width in columns if region is not None), default=1)
            found = [
                [*self._strip(one, region), (gap(), room - width)]
                for one in programmes
                for region, width in columns
                if region is not None
            ]
            self._scale = scale_for(found, room, _within)

    @property
    def scale(self) -> int:
        """For how many agreements a sign stands."""
        return self._scale

    def _strip(self, programme: str, region: str | None) -> Counts:
        at = (programme, region)
        if at not in self._counts:
            self._counts[at] = strip_counts(self._matrix.far(*at))
        return self._counts[at]

    def draw(
        self, programme: str, region: str | None, width: int, *, lit: bool
    ) -> tuple[list[Span], str | None]:
        """What a cell says in so many cells, and the tone that it has."""
        cell = self._matrix.cell(programme, region)
        heat = (
            tone_of(cell.open, self._matrix.highest)
            if region is not None and not self._bare
            else None
        )
        tone = "sel" if lit else heat
        said = self._said(cell, programme, region, width)
        if tone == "heat":  # on which only ink can be read
            said = [span._replace(role="ink") for span in said]
        return [gap(width - width_of(said)), *said, gap()], tone

    def _said(self, cell: Cell, programme: str, region: str | None, width: int) -> Line:
        if self._far and cell.open + cell.declined + cell.other:
            counts = self._strip(programme, region)
            if counts and close_width(counts, self._scale) <= width:
                return progress_strip(counts, width, self._scale, close=True)
        return marks(cell)


def cell_legend(highest: int, *, far: bool, bare: bool) -> Iterator[tuple[Line, str]]:
    """What the tones or the signs say, each with the text that tells it."""
    if far:
        for status in ("met", "partly_met", "in_progress", "open", "on_hold", "lapsed"):
            yield [signs.STATUS[status]], f"status.{status}"
        return
    firsts = steps(highest)
    ends = [in_charset(f"{first}–{after - 1}") if after - 1 > first else str(first)
            for first, after in pairwise(firsts)]  # fmt: skip
    tones = zip(TONES, [*ends, f"{firsts[-1]}+"], strict=True)
    yield (
        [
            part
            for tone, said in tones
            for part in (Span(f" {said} ", back=None if bare else tone), gap())
        ][:-1],
        ("matrix.sign_open"),
    )
