"""What the records are called by which agreements are listed."""

import sqlite3
from functools import cached_property

from storage.queries.names import Names, names, short_name
from storage.queries.regions import Tree, tree


class ListNames:
    """Names with their short forms, and the tree of regions; each read once, when asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def tree(self) -> Tree:
        return tree(self._connection)

    @cached_property
    def regions(self) -> Names:
        return names(self._connection, "regions", "short")

    @cached_property
    def programmes(self) -> Names:
        return names(self._connection, "programmes")

    @cached_property
    def organisations(self) -> Names:
        """With their aliases and abbreviation as short forms."""
        return names(self._connection, "organisations", "abbreviation")

    @cached_property
    def short_organisations(self) -> dict[str, str]:
        """By the name of each organisation the short one for a list."""
        return {name: short_name(name, others) for name, others in self.organisations.values()}

    def region(self, tail: str) -> str:
        """The name of a region; its tail where it has none."""
        return self.regions[tail][0] if tail in self.regions else tail
