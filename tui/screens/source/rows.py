"""What stands in a block of the document, as rows; or why nothing does."""

from collections.abc import Iterator

from seed.document.document_reader import ReadBlock, Text
from tui.draw.spans import accent, clean, gap, ink, quiet
from tui.locale import say
from tui.rows.agreement_lines import Agreement
from tui.rows.row import ChoiceRow, Row, SentenceRow, WordsRow
from tui.screens.source.commands import LEAVE_EMPTY, LINK_AGREEMENT, MAKE_AGREEMENT
from tui.store import Store
from tui.words.locator import places_in_words


def given_rows(store: Store, text: Text, block: ReadBlock) -> Iterator[Row]:
    """The records of a block; without any why it gave nothing, or what can be done with it."""
    if block.records:
        yield from (_row(store, record) for record in block.records)
    elif block.reason:
        yield SentenceRow(say("source.left_empty", reason=places_in_words(block.reason)))
    elif not text.decides or not store.writes:
        yield SentenceRow(say("source.none"))
    else:
        yield SentenceRow(say("source.undecided"))
        for command in (MAKE_AGREEMENT, LEAVE_EMPTY, LINK_AGREEMENT):
            yield WordsRow([accent(command.key(), bold=True), gap(2), quiet(command.title())])


def _row(store: Store, record: str) -> Row:
    if record.startswith("agreements/"):
        return Agreement(store.agreement_page(record).row)
    name = clean(store.title(record)[1])
    return ChoiceRow(record, [ink(name)], [quiet(say(f"type.{record.partition('/')[0]}"))])
