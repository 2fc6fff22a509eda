"""A report as Markdown, in which nothing of the data is markup."""

import re
from collections.abc import Iterator

from storage.progress import Progress
from tui.reports.elements import Element, Facts, Items, Paragraph, ReportHeading, elements
from tui.reports.report import Report
from tui.words.contents.page_pieces import Grid

_MARKS = re.compile(r"([\\`*_\[\]<>|~&]|^[#+\-=])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")  # a line that Markdown reads as one of a list


def render(report: Report, progress: Progress) -> bytes:
    """UTF-8 text, lines ending in LF."""
    lines = [f"# {_safe(report.title)}", "", _safe(report.under), ""]
    found = [*elements(report.blocks)]
    for element in progress.over(found, len(found)):
        lines += [*_lines(element), ""]
    lines.append(_safe(report.of))
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


def _lines(element: Element) -> Iterator[str]:
    match element:
        case ReportHeading(level, text, beside):
            yield f"{'#' * level} {_safe(text)}" + (f" — {_safe(beside)}" if beside else "")
        case Paragraph(text, warning):
            yield f"**{_safe(text)}**" if warning else _safe(text)
        case Facts(rows):
            for label, text in rows:
                yield f"- **{_safe(label)}:** {_safe(text)}" if label else f"  - {_safe(text)}"
        case Items(lines):
            yield from (f"- {_safe(line)}" for line in lines)
        case Grid(header, rows):
            yield _row(header)
            yield "|".join(["", *(" --- " for _ in header), ""])
            yield from map(_row, rows)


def _row(cells: tuple[str, ...]) -> str:
    return "|".join(["", *(f" {_safe(cell)} " for cell in cells), ""])


def _safe(text: str) -> str:
    """Data on one line, each character that Markdown reads behind a backslash."""
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\1", " ".join(text.split())))
