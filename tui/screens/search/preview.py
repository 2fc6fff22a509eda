"""What stands beside the list: the page of what has the bar, the words marked, and how it was
found."""

from collections.abc import Callable, Collection, Iterator

from storage.errors import Refused
from storage.records.ids import tail_of
from storage.views.page_content import Page
from storage.views.search_hit import Found, Hit
from tui.base.hit_place import leads_to
from tui.draw.spans import Line, ink, quiet, room_in, row, wrap
from tui.draw.word_marks import WordMarks
from tui.locale import say
from tui.store import Store
from tui.widgets.line_pane import Draw, Head
from tui.widgets.page_view import drawn
from tui.words.found_words import marked_words, note_sentences
from tui.words.locator import locator_in_words


def found_words(found: Found) -> set[str]:
    """The words that were found, as they stand in what was found."""
    return {word for hit in found.hits for word in marked_words(hit)}


def preview(
    store: Store, read: Callable[[str], Page], hit: Hit, words: Collection[str], last_year: str
) -> tuple[Draw, Head | None]:
    """How it is drawn, of the page that ``read`` gives; nothing where the record is gone since."""
    marks = WordMarks(words)
    if hit.type == "passages":
        return _passage(store, hit, marks)
    try:
        page = read(leads_to(store, hit) if hit.type == "acts" else hit.id)
    except Refused:
        return (lambda width: ()), None
    draw, head = drawn(page, last_year, keys=False)

    def lines(width: int) -> Iterator[Line]:
        yield from map(marks.line, draw(width))
        yield from _why(hit, width)

    return lines, head


def _passage(store: Store, hit: Hit, marks: WordMarks) -> tuple[Draw, Head | None]:
    """The passage itself."""
    document, _, locator = tail_of(hit.id).partition(".")
    text = store.documents.texts(document, [locator]).get(locator, "")

    def lines(width: int) -> Iterator[Line]:
        for line in wrap(text, room_in(width)):
            yield row(width, marks.line(line))
        yield from _why(hit, width)

    title = locator_in_words(locator)
    return lines, lambda width, more: ([ink(title, bold=True)], [quiet(say("type.passages"))])


def _why(hit: Hit, width: int) -> Iterator[Line]:
    """How it was found, where that is otherwise than it was typed."""
    told = [*note_sentences(hit)]
    if told:
        yield row(width, [])
        yield row(width, [quiet(say("search.why"))])
    for sentence in told:
        for line in wrap(sentence, room_in(width), "quiet"):
            yield row(width, line)
