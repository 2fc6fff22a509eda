"""The documents that are attached to a file that can be written."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from storage.queries.pages.attached_documents import Documents
from storage.tables.damage import face

if TYPE_CHECKING:
    from storage.journal.held_file import WrittenFile
    from storage.views.passage import Passage


@face("_connection")
class EditableDocuments(Documents):
    """They can be attached, and what is said of their passages can be changed."""

    def __init__(self, file: "WrittenFile") -> None:
        super().__init__(file.connection)
        self._file = file

    def attach(
        self,
        document: str,
        passages: "Sequence[Passage]",
        profile: str | None = None,
        moves: Mapping[str, str] | None = None,
    ) -> int:
        """Put a document beside the arrangement; how many of its passages were not there just so.

        ``profile``, where given, is how this arrangement's document is divided from now on. What
        stands at a place in ``moves``, or is said about the passage there, goes along to where
        that passage is now.
        """
        from storage.editing.attachment import attach

        return attach(self._connection, self._file.journal, document, passages,
                      profile=profile, moves=moves or {})  # fmt: skip

    def leave_empty(self, passages: Sequence[str], reason: str) -> None:
        """Say of these passages, by id, that they give no record, and why; in one act."""
        from storage.editing.empty_passages import leave_empty

        leave_empty(self._connection, self._file.journal, passages, reason)

    def take_up(self, passages: Sequence[str]) -> None:
        """Take that back: whether these passages give a record is open again."""
        from storage.editing.empty_passages import take_up

        take_up(self._connection, self._file.journal, passages)
