"""Pages as plain text: to copy, to keep in a file, and for the command line."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from storage.text import one_line, shown
from storage.views.page_content import AgreementPage, Page
from storage.views.page_elements import Action, Entry
from tui.draw.text_signs import in_conflict, warned
from tui.locale import say
from tui.words import dates
from tui.words.contents import Log, blocks_of, page_title
from tui.words.contents.log_entry import entry_asks, entry_text, wrote
from tui.words.contents.page_pieces import (
    Agreed,
    Aim,
    AttentionTable,
    Block,
    BodyText,
    Grid,
    HintLine,
    Labelled,
    ListTitle,
    Logbook,
    Others,
    Piece,
    PlainSentence,
    ProgressStrip,
    ProgressTable,
    RecordLine,
    SectionTitle,
    Signal,
    StateLine,
)
from tui.words.contents.progress_words import progress_in_words
from tui.words.labels import LABEL
from tui.words.record_words import short_code, term_of, word

GAP = "   "
INDENT = 2
LEAST = 20
Strong = Callable[[str], str]


def page_text(page: Page, last_year: str) -> str:
    """The page as text to hand on, its paragraphs unbroken.

    Of the logbook only the actions, and nothing of one's own organisation.
    """
    lines = text_lines(_handed(page), last_year, log="actions")
    return "".join(f"{line}\n" for line in lines)


def page_markdown(page: Page, last_year: str) -> str:
    """The same in Markdown: what stands above something as a heading, each line on its own."""
    said = text_lines(_handed(page), last_year, log="actions", strong=lambda text: f"## {text}\n")
    title, *lines = said
    return "".join(f"{line}  \n" if line else "\n" for line in (title[1:], *lines))


def _handed(page: Page) -> Page:
    """The page without what the eigen organisatie said or is to do for itself."""
    belongs = []
    for part in page.belongs:
        rows = tuple(one for one in part.rows if not (isinstance(one, Action) and one.entry.own))
        total = part.total - len(part.rows) + len(rows)
        belongs += [part._replace(total=total, rows=rows)] if total or not part.total else []
    entries = tuple(one for one in page.entries if not one.own)
    return replace(page, entries=entries, belongs=tuple(belongs))


def page_name(page: Page) -> str:
    """What a toast and a file call it: an agreement by its code, the rest by name."""
    title, right = page_title(page)
    return right or title if isinstance(page, AgreementPage) else title


def text_lines(
    page: Page,
    last_year: str,
    *,
    log: Log = "all",
    width: int | None = None,
    strong: Strong = str,
) -> Iterator[str]:
    """All that stands on the page, wrapped where a width is given; ``strong`` marks headings."""
    title, right = page_title(page)
    yield strong(title)
    kind = say("type.agreements") if isinstance(page, AgreementPage) else ""
    yield GAP.join(part for part in (kind, right) if part)
    for n, block in enumerate(blocks_of(page, last_year, log=log)):
        lines = plain_block_lines(block, width, strong)
        if lines:
            yield from ["", *lines] if n else lines


def plain_block_lines(block: Block, width: int | None, strong: Strong = str) -> list[str]:
    """What stands together, as lines."""
    return [line for piece in block for line in _lines(piece, width, strong)]


def _lines(piece: Piece, width: int | None, strong: Strong) -> Iterator[str]:
    match piece:
        case StateLine(said) | Signal(_, said):
            yield from _wrapped(GAP.join(part.text for part in said), width)
        case HintLine(text, command, _, warning):
            sign = in_conflict if command == "conflicts" else warned
            yield from _wrapped(sign(text) if warning else text, width)
        case BodyText(text) | PlainSentence(text) | Others(text):
            yield from _wrapped(text, width)
        case Labelled(label, text, aside):
            both = f"{text}{GAP}{aside}" if aside else text
            yield from _hanging(label, both, LABEL, width)
        case SectionTitle() | ListTitle():
            yield strong(one_line(_title(piece)))
        case RecordLine(text, _, number):
            yield from _hanging("", f"{text}{GAP}{number}".rstrip(), INDENT, width)
        case ProgressStrip() | ProgressTable() | AttentionTable():
            yield from _progress(piece, width)
        case Aim(text, aside):
            both = "; ".join(part for part in (text, aside) if part)
            yield from _hanging("", both, INDENT, width)
        case Agreed(found, hangs):
            code = short_code(found.code)
            late = say("page.overdue") if found.overdue else ""
            stands = word("status", found.status) if found.status else word("kind", found.kind)
            parts = (found.title, hangs or term_of(found), late, stands)
            line = [part for part in parts if part]
            yield from _hanging(f"  {code}", ", ".join(line), max(LABEL, len(code) + 4), width)
        case Grid():
            yield from _grid(piece, width)
        case Logbook(entries):
            yield from _log(entries, width)


def _title(piece: SectionTitle | ListTitle) -> str:
    text = piece.text.upper() if isinstance(piece, SectionTitle) else piece.text
    return f"{text}{GAP}{piece.number}".rstrip()


def _grid(grid: Grid, width: int | None) -> Iterator[str]:
    """Each row on its own, every cell with the name of its column."""
    for cells in grid.rows:
        named = [f"{name}: {cell}" for name, cell in zip(grid.header, cells, strict=True) if cell]
        yield from _hanging("", ", ".join(named), INDENT, width)


def _log(entries: Iterable[Entry], width: int | None) -> Iterator[str]:
    for entry in entries:
        day = dates.day(entry.date) if entry.date else ""
        yield from _wrapped(", ".join(part for part in (day, wrote(entry)) if part), width)
        yield from _hanging("", entry_text(entry), INDENT, width)
        if more := entry_asks(entry):
            yield from _hanging("", more, INDENT, width)


def _progress(
    piece: ProgressStrip | ProgressTable | AttentionTable, width: int | None
) -> Iterator[str]:
    match piece:
        case ProgressStrip(_, told):
            yield from _wrapped(told, width)
        case ProgressTable(rows):
            for text, _, far, last, number in rows:
                said = GAP.join(filter(None, (text, progress_in_words(far), last, number)))
                yield from _hanging("", said, INDENT, width)
        case AttentionTable(rows):
            for found, _, told in rows:
                code = short_code(found.code)
                both = f"{found.title}, {told}"
                yield from _hanging(f"  {code}", both, max(LABEL, len(code) + 4), width)


def _hanging(label: str, text: str, indent: int, width: int | None) -> Iterator[str]:
    """A label, and the text beside it."""
    start = one_line(label).ljust(indent)
    for line in _wrapped(text, width and width - indent):
        yield f"{start}{line}".rstrip()
        start = " " * indent


def _wrapped(text: str, width: int | None) -> list[str]:
    """Text in lines of a width, its own line breaks kept."""
    if width is None:
        return shown(text).split("\n")
    found = []
    for line in shown(text).split("\n"):
        found += textwrap.wrap(line, max(width, LEAST), break_on_hyphens=False) or [""]
    return found
