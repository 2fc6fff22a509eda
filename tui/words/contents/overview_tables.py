"""The overviews as tables of texts, and what a cell of the matrix shows."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from storage.views.agreement_list import Group
from storage.views.arrangement_counts import PlaceCount
from storage.views.crosstabs import Cell, Leading, Pair
from tui.draw import signs
from tui.draw.spans import Line, Span, gap, ink
from tui.locale import number, say
from tui.locale.charset import ASCII
from tui.words.record_words import word

if TYPE_CHECKING:
    from storage.queries.overviews.region_matrix import Matrix

Table = tuple[list[str], list[list[str]]]
"""The names of the columns, and the rows."""


def marks(cell: Cell) -> Line:
    """How many are open, with the sign of what was declined beside it; else one sign."""
    if cell.open:
        declined = [signs.DECLINED, gap()] if cell.declined else []
        return [*declined, ink(number(cell.open))]
    if cell.declined:
        return [signs.DECLINED]
    return [signs.NOT_OPEN if cell.other or cell.repeats else signs.NOTHING]


def in_text(span: Span, *, plain: bool) -> str:
    """A mark as text; ``plain`` for what cannot show the signs."""
    sign = plain and isinstance(span, signs.Sign)
    return ASCII.get(span.text, span.text) if sign else span.text


def matrix_header(regions: Iterable[str]) -> list[str]:
    """The columns of the matrix, the regions as they are called there."""
    return [say("cli.column.programme"), *regions, say("matrix.total")]


def matrix_rows(
    matrix: "Matrix", programmes: Sequence[PlaceCount], *, plain: bool = False
) -> list[list[str]]:
    """What each of these programmes has in each region, and in all."""
    tails = [*(region.tail for region in matrix.regions), None]

    def said(programme: str, region: str | None) -> str:
        cell = marks(matrix.cell(programme, region))
        return "".join(in_text(span, plain=plain) for span in cell)

    return [
        [place.name or say("pane.no_programme"), *(said(place.tail, tail) for tail in tails)]
        for place in programmes
    ]


def parties_table(leading: Iterable[Leading]) -> Table:
    """One row for each pair."""
    rows = [
        [one.name or say("heads.no_lead"), other(pair), roles(pair), str(pair.number)]
        for one in leading
        for pair in one.pairs
    ]
    return [say(f"cli.column.{name}") for name in ("lead", "other", "roles", "open")], rows


def other(pair: Pair) -> str:
    """For or with whom."""
    return pair.name or say("parties.nobody")


def roles(pair: Pair) -> str:
    """What the other is in it, and how often."""
    return ", ".join(f"{_role(role)} {number(n)}" for role, n in pair.roles)


def _role(role: str) -> str:
    return say("parties.both_lead") if role == "lead" else word("role_long", role)


def standing_table(groups: Iterable[Group]) -> Table:
    """One row for each role, under each of its trekkers."""
    rows = [
        [group.name or say("heads.no_lead"), row.code, row.title]
        for group in groups
        for row in group.rows
    ]
    return [say(f"cli.column.{name}") for name in ("lead", "record", "title")], rows
