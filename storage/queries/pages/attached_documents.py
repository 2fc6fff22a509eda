"""The documents that are attached to a file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.queries.document_names import documents
from storage.queries.pages import document_blocks
from storage.tables.damage import face

if TYPE_CHECKING:
    from storage.tables.database import Connection
    from storage.views.passage import Passage


@face("_connection")
class Documents:
    """What they say, and which records stand in them; each is named by its id."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def ids(self) -> list[str]:
        return documents(self._connection)

    def passages(self, document: str, order: Sequence[str] = ()) -> "list[Passage]":
        """The passages of a document, as they follow each other; ``order`` where it came from
        elsewhere."""
        return document_blocks.passages(self._connection, document, order)

    def headings(self, document: str) -> dict[str, str]:
        """What a document calls its chapters, headings and labels, by locator."""
        return document_blocks.headings(self._connection, document)

    def texts(self, document: str, locators: Sequence[str]) -> dict[str, str]:
        """What stands at these places of a document, as far as that is here."""
        return document_blocks.texts(self._connection, document, locators)

    def placed(self, document: str) -> dict[str, list[str]]:
        """The ids of records by the locator where they stand in a document."""
        return document_blocks.placed(self._connection, document)

    def left_empty(self, document: str) -> dict[str, str]:
        """Why passages of a document were left without a record on purpose, by locator."""
        return document_blocks.left_empty(self._connection, document)
