"""A report as one HTML file: no network, no script, prints well on A4."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from storage.progress import Progress
from tui import locale
from tui.locale import say
from tui.reports.elements import Element, ReportHeading, elements
from tui.reports.report import Report
from tui.words.contents.column_widths import column_widths
from tui.words.contents.page_pieces import Grid

ROOM, WIDEST, AROUND = 100, 60, 2  # letters of a table, of one cell, and around that
TEMPLATE = Path(__file__).with_suffix(".j2")


def render(report: Report, progress: Progress) -> bytes:
    """The page; whatever the data says is text in it."""
    from jinja2 import Environment

    environment = Environment(
        autoescape=True, keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    parts = [*_numbered([*elements(report.blocks)])]
    listed = [(n, one) for _, n, one in parts if isinstance(one, ReportHeading) and one.level == 2]
    pieces = template.generate(
        report=report, parts=progress.over(parts, len(parts)), listed=listed,
        contents=say("report.contents"), language=locale.language(), shares=_shares,
    )  # fmt: skip
    return "".join(pieces).encode("utf-8", "replace")


def _shares(table: Grid) -> list[int]:
    """How wide each column is, as a percentage."""
    widths, _ = column_widths([table.header, *table.rows], ROOM, _width)
    return [width * 100 // sum(widths) for width in widths]


def _width(text: str) -> int:
    return min(len(text), WIDEST) + AROUND


def _numbered(found: Sequence[Element]) -> Iterator[tuple[str, int, Element]]:
    """Each element with its kind and the number of the heading that it is, or stands under."""
    number = 0
    for one in found:
        number += isinstance(one, ReportHeading)
        yield type(one).__name__.lower(), number, one
