"""A report as a Word file: real headings and tables, contents, header and footer, language."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from storage.errors import Refused
from tui import locale
from tui.reports.elements import Element, Facts, Items, Paragraph, ReportHeading, elements
from tui.reports.report import Report
from tui.words.contents.page_pieces import Grid

if TYPE_CHECKING:
    from docx.document import Document

TAGS = {"nl": "nl-NL", "en": "en-GB"}
MOST = 255  # characters of a fact of the file
ROOM = 16.6  # cm between the margins
ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time of every file within the file: the same report gives the same bytes."""


def render(report: Report) -> bytes:
    """The file. Raises Refused where this laptop does not let python-docx work."""
    try:
        import docx
    except ImportError as error:  # lxml is machine code, which may be blocked
        raise Refused("no_docx", reason=str(error)) from error
    document = docx.Document()
    _set_up(document, report)
    document.add_heading(report.title, 0)
    document.add_paragraph(report.under, style="Subtitle")
    if report.left_out:
        document.add_paragraph(report.left_out)
    found = [*elements(report.blocks)]
    if sum(isinstance(one, ReportHeading) and one.level == 2 for one in found) > 1:
        _contents(document, [one.text for one in found if isinstance(one, ReportHeading)])
    for element in found:
        _add(document, element)
    made = io.BytesIO()
    document.save(made)
    return _same_bytes(made.getvalue())


def _set_up(document: "Document", report: Report) -> None:
    """Language, facts of the file, header and footer."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    day = datetime.fromisoformat(report.told)
    facts = document.core_properties
    facts.title, facts.subject, facts.author = (
        text[:MOST] for text in (report.title, report.under, report.of)
    )
    facts.language = TAGS.get(locale.language(), "nl-NL")
    facts.comments = ""
    facts.created = facts.modified = day
    facts.last_modified_by = ""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), facts.language)
    normal.element.get_or_add_rPr().append(language)
    section.header.paragraphs[0].text = report.of
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{report.title}   ")
    _field(foot, "PAGE", "1")


def _contents(document: "Document", headings: Sequence[str]) -> None:
    """A table of contents, which Word makes anew when the file is opened; until then the headings
    stand there."""
    shown = " · ".join(headings)
    _field(document.add_paragraph(), 'TOC \\o "2-3" \\h \\z \\u', shown)


def _field(paragraph: Any, instruction: str, shown: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    if instruction.startswith("TOC"):
        field.set(qn("w:dirty"), "true")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _add(document: "Document", element: Element) -> None:
    match element:
        case ReportHeading(level, text, beside):
            heading = document.add_heading(text, level)
            if beside:
                heading.add_run(f"   {beside}").bold = False
        case Paragraph(text, warning):
            document.add_paragraph().add_run(text).bold = warning
        case Facts(rows):
            _table(document, rows, heads=())
        case Items(lines):
            for line in lines:
                document.add_paragraph(line, style="List Bullet")
        case Grid(header, rows):
            _table(document, rows, heads=header)


def _table(document: "Document", rows: tuple[tuple[str, ...], ...], heads: tuple[str, ...]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    every = (heads, *rows) if heads else rows
    widths = _widths(every) if heads else [3.5, ROOM - 3.5]
    table = document.add_table(rows=len(every), cols=len(widths))
    table.style = document.styles["Table Grid" if heads else "Normal Table"]
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for made, row in zip(table.rows, every, strict=True):
        is_head = bool(heads) and row is heads
        for n, (cell, text) in enumerate(zip(made.cells, row, strict=True)):
            cell.width = Cm(widths[n])
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(text).bold = is_head or (not heads and n == 0)
    if heads:  # on every page that the table is on
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _widths(rows: tuple[tuple[str, ...], ...]) -> list[float]:
    """How wide each column is, in cm: by its longest cell, and by its longest word at the least."""
    least = [max(len(word) for row in rows for word in (row[n].split() or [""]))
             for n in range(len(rows[0]))]  # fmt: skip
    long = [max(min(len(row[n]), 60) for row in rows) for n in range(len(rows[0]))]
    wanted = [max(one * 0.25 + 0.5, 1.4) for one in least]
    spare = max(ROOM - sum(wanted), 0)
    whole = sum(long) or 1
    found = [width + spare * part / whole for width, part in zip(wanted, long, strict=True)]
    return [width * min(1, ROOM / sum(found)) for width in found]


def _same_bytes(data: bytes) -> bytes:
    """The zip anew, in one order and with one time."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()
