"""A report as a Word file: real headings and tables, contents, header and footer, language."""

import io
import zipfile
from collections.abc import Iterator, Sequence

from storage.errors import Refused
from storage.progress import Progress
from tui import locale
from tui.reports.elements import Element, Facts, Items, Paragraph, ReportHeading, elements
from tui.reports.report import Report
from tui.words.contents.page_pieces import Grid

TAGS = {"nl": "nl-NL", "en": "en-GB"}
LEAST_LISTED = 5  # headings; fewer are on the first page anyhow
MOST_LISTED = 60  # headings in the contents; of more only those of the first level
ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time of every file within the file: the same report gives the same bytes."""


def render(report: Report, progress: Progress) -> bytes:
    """The file. Raises Refused where this laptop does not let python-docx work."""
    try:
        from tui.reports.formats.docx_document import new_document
    except ImportError as error:  # lxml is machine code, which may be blocked
        raise Refused("no_docx", reason=str(error)) from error
    from tui.reports.formats.docx_parts import paragraph

    document = new_document(report, TAGS.get(locale.language(), TAGS["nl"]))
    end = document.element.body.sectPr
    end.addprevious(paragraph("Title", report.title))
    end.addprevious(paragraph("Subtitle", report.under))
    found = [*elements(report.blocks)]
    for part in _parts(found, progress.part(0, 0.8)):
        end.addprevious(part)
    progress.step(0.9, 1)
    made = io.BytesIO()
    document.save(made)
    return _same_bytes(made.getvalue())


def _parts(found: Sequence[Element], progress: Progress) -> Iterator[object]:
    """The paragraphs and tables of the report, the contents above them."""
    from tui.reports.formats.docx_parts import contents_of, fact, heading, paragraph
    from tui.reports.formats.docx_table import table

    headings = [one for one in found if isinstance(one, ReportHeading)]
    last = number = 0
    for n, element in enumerate(found):
        here = progress.part(n / len(found), (n + 1) / len(found))
        here.step(0, 1)
        match element:
            case ReportHeading():
                if not number and len(headings) >= LEAST_LISTED:
                    yield from contents_of(headings, deep=len(headings) <= MOST_LISTED)
                last = number
                number += 1
                yield heading(element, number)
            case Paragraph(text, warning):
                yield paragraph("Warning" if warning else "Normal", text)
            case Facts(rows):
                labels = [label for label, _ in rows[1:]]
                for (label, text), below in zip(rows, [*labels, "-"], strict=True):
                    yield fact(label, text, goes_on=not below)
            case Items(lines):
                yield from (paragraph("ListBullet", line) for line in lines)
            case Grid(header, rows):
                yield table(header, rows, headings[last].text if headings else "", here)
                yield paragraph("CellText", "")  # two tables that touch would be one


def _same_bytes(data: bytes) -> bytes:
    """The zip anew, in one order and with one time."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return made.getvalue()
