"""One record as a page of plain text, for people and for screen readers."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from storage.merge.record_json import Json
from tui.cli.output import Out
from tui.locale import say
from tui.words.contents.page_pieces import Body, Piece, Sentence, Title
from tui.words.contents.plain_text import block_lines, text_lines
from tui.words.locator import in_words

if TYPE_CHECKING:
    from storage.reader import Reader

WIDTH = 80


def page(out: Out, store: "Reader", record: Json) -> list[str]:
    """The page as the screen shows it, with the id that commands take and, where the document is
    attached, what stands there."""
    id_ = str(record["id"])
    reading = store.page(id_)
    width = min(out.width or WIDTH, WIDTH)
    title, named, *rest = text_lines(reading, store.last_year, width=width, strong=out.bold)
    quoted = block_lines([*_quoted(store, record)], width, out.bold)
    return [title, f"{named}   {id_}", *rest, *(["", *quoted] if quoted else [])]


def _quoted(store: "Reader", record: Json) -> Iterator[Piece]:
    """What the document says at the places of a record."""
    source, also = record.get("source"), record.get("also_at")
    if not isinstance(source, Mapping) or not source.get("locator"):
        return
    places = [str(source["locator"]), *(also if isinstance(also, list) else [])]
    there = store.texts(str(source.get("document")), places)
    if there:
        yield Title(say("page.source"))
    for place, text in there.items():
        yield Sentence(in_words(place))
        yield Body(text)
