"""Agreements to hand on: as text, as a table in Markdown, as CSV."""

from collections.abc import Iterable, Iterator

from storage.text import one_line
from storage.views.agreement_list import AgreementRow
from tui.draw.text_signs import late
from tui.locale import say
from tui.words.csv_text import csv_text
from tui.words.record_words import term_of, word

COLUMNS = ("code", "title", "status", "kind", "lead", "term", "signal")


Part = tuple[str, Iterable[AgreementRow]]
"""What stands above agreements, "" where nothing does, and the agreements."""


def agreements_text(parts: Iterable[Part], form: str) -> str:
    """All of them, as ``text``, ``markdown`` or ``csv``."""
    if form == "csv":
        rows = ((heading, *_cells(one)) for heading, found in parts for one in found)
        return csv_text([say("share.group"), *map(_name, COLUMNS)], rows)
    return "".join(f"{line}\n" for line in _lines(parts, markdown=form == "markdown"))


def _lines(parts: Iterable[Part], *, markdown: bool) -> Iterator[str]:
    for n, (heading, found) in enumerate(parts):
        if n:
            yield ""
        if heading:
            yield f"## {heading}" if markdown else heading
            yield ""
        if markdown:
            yield _row(map(_name, COLUMNS))
            yield _row("---" for _ in COLUMNS)
        yield from (_row(map(_safe, _cells(one))) if markdown else _line(one) for one in found)


def _name(column: str) -> str:
    return say(f"share.{column}")


def _cells(found: AgreementRow) -> tuple[str, ...]:
    """What the columns say of an agreement."""
    signal = say(f"signal.{found.signal}") if found.signal else ""
    return (
        found.code, one_line(found.title), word("status", found.status) if found.status else "",
        word("kind", found.kind), ", ".join(found.leads), _term(found), signal,
    )  # fmt: skip


def _term(found: AgreementRow) -> str:
    said = one_line(term_of(found))
    return late(said) if found.overdue else said


def _line(found: AgreementRow) -> str:
    code, title, *rest = _cells(found)
    return f"{code}  {title}: {', '.join(filter(None, rest))}"


def _safe(text: str) -> str:
    """A text that is no markup."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
