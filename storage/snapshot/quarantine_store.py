"""The quarantine of a file that can be written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.bulk import many_objects
from storage.tables.damage import face

if TYPE_CHECKING:
    from storage.journal.held_file import WrittenFile
    from storage.views.import_preview import Preview
    from storage.views.set_apart import Quarantined, Readmitted


@face("_connection")
class Quarantine:
    """What came in files and was set apart, by number."""

    def __init__(self, file: "WrittenFile") -> None:
        self._file = file
        self._connection = file.connection

    def all(self) -> "list[Quarantined]":
        from storage.quarantine import quarantine

        return quarantine(self._connection)

    def show(self, n: int) -> "tuple[Quarantined, bytes]":
        """One of these, and its bytes as they came. Raises Refused for another number."""
        from storage.quarantine import quarantined

        return quarantined(self._connection, n)

    def retry(self, numbers: Sequence[int]) -> "Readmitted":
        """Take in which of what is set apart are valid acts now, of a seed only what this app
        brings; the rest stays, with its reason. Raises Refused for a number that is not there."""
        from storage.snapshot.acceptance import retry

        with self._file.journal.writing() as pen:
            return retry(self._connection, pen, numbers, self._file.brings)

    def preview(self, n: int) -> "Preview":
        """What accepting the acts of a seed that are set apart under a number would change; writes
        nothing. Raises Refused for another number."""
        from storage.snapshot.acceptance import would_accept

        with many_objects():
            return would_accept(self._connection, self._file.journal, n)

    def accept(self, numbers: Sequence[int]) -> "Readmitted":
        """Take in the acts of a seed that are set apart under these numbers. Raises Refused, and
        takes none, for any other number."""
        from storage.snapshot.acceptance import accept

        with many_objects(), self._file.journal.writing() as pen:
            return accept(self._connection, pen, numbers)

    def drop(self, numbers: Sequence[int]) -> None:
        """Throw away for good what is set apart. Raises Refused for a number that is not there."""
        from storage.quarantine import drop

        with self._file.journal.writing() as pen:
            drop(self._connection, pen, numbers)
