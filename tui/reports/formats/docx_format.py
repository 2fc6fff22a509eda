"""A report as a Word file: real headings and tables, contents, header and footer, language."""

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from storage.errors import Refused
from tui import locale
from tui.locale import say
from tui.reports.elements import Element, Facts, Heading, Items, Paragraph, elements
from tui.reports.report import Report
from tui.words.contents.page_pieces import Grid

if TYPE_CHECKING:
    from docx.document import Document

TAGS = {"nl": "nl-NL", "en": "en-GB"}
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
    if sum(isinstance(one, Heading) and one.level == 2 for one in found) > 1:
        _contents(document)
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
    facts.title, facts.subject, facts.author = report.title, report.under, report.of
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


def _contents(document: "Document") -> None:
    """A table of contents, which Word fills when the file is opened."""
    _field(document.add_paragraph(), 'TOC \\o "2-3" \\h \\z \\u', say("report.contents"))


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
        case Heading(level, text, beside):
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
            document.add_paragraph()


def _table(document: "Document", rows: tuple[tuple[str, ...], ...], heads: tuple[str, ...]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    width = len(heads or rows[0])
    table = document.add_table(rows=0, cols=width)
    table.style = document.styles["Table Grid" if heads else "Normal Table"]
    if heads:
        cells = table.add_row().cells
        for cell, text in zip(cells, heads, strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        repeat = OxmlElement("w:tblHeader")  # on every page that the table is on
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in rows:
        for n, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            cell.paragraphs[0].add_run(text).bold = not heads and n == 0
            if not heads:
                cell.width = Cm(3.5 if n == 0 else 13)


def _same_bytes(data: bytes) -> bytes:
    """The zip anew, in one order and with one time."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()
