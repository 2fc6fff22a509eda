"""A table of a Word file: its header marked, and on every page that it is on."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from storage.progress import Progress
from tui.reports.formats.docx_parts import paragraph
from tui.words.contents.column_widths import column_widths

ROOM = 9411  # twentieths of a point between the margins
LETTER = 105  # about what one takes in the size of a cell, with the narrow ones beside it
AROUND = 200
WIDEST = 60  # letters: longer texts take more lines


def table(
    header: Sequence[str], rows: Sequence[Sequence[str]], title: str, progress: Progress
) -> Any:
    """``title`` says what it is a table of to who cannot see it."""
    every = [header, *rows]
    widths, _ = column_widths(every, ROOM, _width)
    widths[widths.index(max(widths))] += ROOM - sum(widths)
    made = OxmlElement("w:tbl")
    made.append(_properties(title))
    grid = _under(made, "w:tblGrid")
    for width in widths:
        _under(grid, "w:gridCol", w=width)
    for row in progress.over(every, len(every)):
        made.append(_row(row, widths, head=row is header))
    return made


def _properties(title: str) -> Any:
    made = OxmlElement("w:tblPr")
    _under(made, "w:tblStyle", val="ReportTable")
    _under(made, "w:tblW", w=ROOM, type="dxa")
    _under(made, "w:tblLayout", type="fixed")
    _under(made, "w:tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0,
           noHBand=0, noVBand=1)  # fmt: skip
    if title:
        _under(made, "w:tblCaption", val=title)
    return made


def _row(cells: Sequence[str], widths: Sequence[int], *, head: bool) -> Any:
    made = OxmlElement("w:tr")
    properties = _under(made, "w:trPr")
    _under(properties, "w:cantSplit")
    if head:
        _under(properties, "w:tblHeader")
    for text, width in zip(cells, widths, strict=True):
        cell = _under(made, "w:tc")
        _under(_under(cell, "w:tcPr"), "w:tcW", w=width, type="dxa")
        cell.append(paragraph("CellText", text))
    return made


def _under(parent: Any, tag: str, **attributes: object) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    parent.append(made)
    return made


def _width(text: str) -> int:
    """Room for a text; a capital or a digit is wider than other letters."""
    letters = len(text) + sum(one.isupper() or one.isdigit() for one in text) / 4
    return int(min(letters, WIDEST) * LETTER) + AROUND
