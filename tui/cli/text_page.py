"""One record as a page of plain text, for people and for screen readers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from storage.views.page_content import Page
from tui.cli.output import Out
from tui.locale import say
from tui.words.contents.page_pieces import BodyText, ListTitle, Piece, PlainSentence
from tui.words.contents.plain_text import plain_block_lines, text_lines
from tui.words.locator import locator_in_words

if TYPE_CHECKING:
    from storage.reader import Reader
    from tui.cli.output import Out

WIDTH = 80


def text_page(out: Out, store: "Reader", record: str) -> list[str]:
    """The page as the screen shows it and, where the document is attached, what stands there."""
    found = store.page(record)
    width = min(out.width or WIDTH, WIDTH)
    lines = text_lines(found, store.lists.last_year, width=width, strong=out.bold)
    quoted = plain_block_lines([*_quoted(store, found)], width, out.bold)
    return [*lines, *(["", *quoted] if quoted else [])]


def _quoted(store: "Reader", found: Page) -> Iterator[Piece]:
    """What the document says at the places of a record."""
    document = found.keys("source").get("document")
    there = store.documents.texts(str(document), found.places) if document else {}
    if there:
        yield ListTitle(say("page.source"))
    for place, text in there.items():
        yield PlainSentence(locator_in_words(place))
        yield BodyText(text)
