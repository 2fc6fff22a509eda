"""Paragraphs of a Word file."""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tui.locale import say
from tui.reports.elements import ReportHeading


def paragraph(style: str, text: str = "") -> Any:
    """A paragraph in the style of this id."""
    made = OxmlElement("w:p")
    made.style = style
    if text:
        made.append(run(text))
    return made


def run(text: str, style: str = "") -> Any:
    """A piece of a paragraph; a tab and a line break in it are what they are."""
    made = OxmlElement("w:r")
    if style:
        made.style = style
    made.text = text
    return made


def fact(label: str, text: str, *, goes_on: bool) -> Any:
    """A label, and what it says beside it; on the page of the next line where it ``goes_on``."""
    made = paragraph("Facts")
    if goes_on:
        made.pPr.append(OxmlElement("w:keepNext"))
    if label:
        made.append(run(label, "FactLabel"))
    made.append(run(f"\t{text}"))
    return made


def heading(said: ReportHeading, number: int) -> Any:
    """A heading that the contents can point at; the title is none, so the first level is 1."""
    made = paragraph(f"Heading{said.level - 1}")
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _bookmark(number))
    made.extend([start, run(said.text), end])
    if said.beside:
        made.append(run(f"   {said.beside}", "Beside"))
    return made


def contents_of(headings: Sequence[ReportHeading], *, deep: bool) -> Iterator[Any]:
    """The table of contents: a field that Word makes anew, with pages, when the file is opened;
    until then the headings stand there."""
    yield paragraph("TOCHeading", say("report.contents"))
    listed = [(n, one) for n, one in enumerate(headings, 1) if deep or one.level == 2]
    for n, one in listed:
        line = paragraph(f"TOC{one.level - 1}")
        if n == listed[0][0]:
            line.extend(_begun(f'TOC \\o "1-{2 if deep else 1}" \\h \\z \\u', dirty=True))
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _bookmark(n))
        link.append(run(one.text))
        line.append(link)
        if n == listed[-1][0]:
            line.append(_mark("end"))
        yield line


def field(instruction: str, shown: str) -> Any:
    """What the reader of the file works out; ``shown`` stands there until then."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), instruction)
    made.append(run(shown))
    return made


def _begun(instruction: str, *, dirty: bool) -> list[Any]:
    """The beginning of a field that goes on over paragraphs."""
    start, said = _mark("begin"), OxmlElement("w:r")
    start[0].set(qn("w:dirty"), str(dirty).lower())
    text = OxmlElement("w:instrText")
    text.text = instruction
    said.append(text)
    return [start, said, _mark("separate")]


def _mark(kind: str) -> Any:
    made, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    made.append(mark)
    return made


def _bookmark(number: int) -> str:
    return f"_Toc{number:06d}"
