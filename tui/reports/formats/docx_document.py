"""An empty Word file with our styles: its page, language, facts, header and footer."""

from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm

from tui.locale import say
from tui.reports.formats.docx_parts import field, run
from tui.reports.report import Report

STYLES = Path(__file__).with_name("docx_styles.xml")
MOST = 255  # characters of a fact of the file
WORD_NOW = "15"  # how Word lays out what it makes itself; an older number opens as "compatible"


def new_document(report: Report, language: str) -> Document:
    """The file, to which the report is still to be added."""
    document = docx.Document()
    _styles(document, language)
    day = datetime.fromisoformat(report.told)
    facts = document.core_properties
    facts.title, facts.subject, facts.author = (
        text[:MOST] for text in (report.title, report.under, report.of)
    )
    facts.language = language
    facts.comments = facts.keywords = facts.last_modified_by = ""
    facts.created = facts.modified = day
    _page(document, report)
    return document


def _styles(document: Document, language: str) -> None:
    there = document.styles.element
    for made in parse_xml(STYLES.read_bytes()):
        name = made.get(qn("w:styleId"))
        for old in there.findall(f"{qn('w:style')}[@{qn('w:styleId')}='{name}']"):
            there.remove(old)
        there.append(made)
    for element, attribute in (
        (there.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}"), "w:val"),
        (document.settings.element.find(qn("w:themeFontLang")), "w:val"),
    ):
        element.set(qn(attribute), language)
    mode = f".//{qn('w:compatSetting')}[@{qn('w:name')}='compatibilityMode']"
    document.settings.element.find(mode).set(qn("w:val"), WORD_NOW)


def _page(document: Document, report: Report) -> None:
    """A4; above each page what it belongs to, below it which page it is."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    section.header.paragraphs[0]._p.append(run(f"{report.of}\t{report.under}"))
    foot = section.footer.paragraphs[0]._p
    before, between, after = say("report.page", page="\0", pages="\0").split("\0")
    foot.append(run(f"{report.title}\t{before}"))
    foot.append(field("PAGE", "1"))
    foot.append(run(between))
    foot.append(field("NUMPAGES", "1"))
    foot.append(run(after))
