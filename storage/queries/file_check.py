"""Proving that a file is intact and its tables are what its acts make."""

from storage.queries.agreements.kept_index import is_true
from storage.tables import integrity
from storage.tables.database import Connection
from storage.views.problem import Problem


def check(connection: Connection) -> list[Problem]:
    """What is wrong, and what is set apart."""
    found = integrity.check_integrity(connection)
    if any(one.kind != "set_apart" for one in found) or is_true(connection):
        return found
    return [Problem("table_differs", "", None, "kept_index", {"value": ""}), *found]
