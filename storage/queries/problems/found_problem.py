"""Something that was found, before it is told by its title."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from storage.queries.names import title_of
from storage.views.problem import Problem

_WHOSE = ("author", "device", "file")


class FoundProblem(NamedTuple):
    """A kind of problem, the record that has it, and what it stands on by name."""

    kind: str
    record: str
    details: Mapping[str, object]


_COUNTS = ("count", "to")
"""Details that change while the problem stays what it is."""


def problem_key(found: FoundProblem | Problem) -> tuple[str, str, str]:
    """What tells a problem from others."""
    if (act := found.details.get("act")) is not None:  # whatever its records are called by now
        return found.kind, found.record, str(act)
    kept = {name: value for name, value in found.details.items() if name not in _COUNTS}
    return found.kind, found.record, repr(kept)


def with_titles(connection: sqlite3.Connection, found: FoundProblem) -> Problem:
    if not found.record:  # of no record, but of a person, a device or a file
        whose = next((said for key in _WHOSE if (said := found.details.get(key))), "")
        return Problem(found.kind, "", None, str(whose), found.details)
    return Problem(found.kind, found.record, *title_of(connection, found.record), found.details)
