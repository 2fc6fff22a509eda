"""The lists of a file as it is now: kept while nobody writes, then brought up to date."""

from datetime import date

from storage.queries.agreements.kept_index import kept_sets
from storage.queries.agreements.pane_lists import Lists
from storage.records.ids import tail_of, type_of
from storage.tables.database import Connection


class CurrentLists:
    """What was written through the connection is brought up to date in them; after what others
    wrote they are made anew."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lists: Lists | None = None
        self._version = (-1, -1)

    def at(self, version: tuple[int, int], today: date) -> Lists:
        """The lists at a version of the file: what others wrote, and what was written here."""
        if self._lists is None or self._version != version:
            written = self._connection.written.take()
            if self._lists and self._version[0] == version[0] and written is not None:
                self._lists = self._lists.after(
                    {tail_of(record) for record in written if type_of(record) == "agreements"}
                )
            else:
                self._lists = Lists(self._connection, today, kept_sets(self._connection))
            self._version = version
        return self._lists
