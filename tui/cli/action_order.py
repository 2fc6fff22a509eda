"""Actions in the order in which they are due."""

from collections.abc import Mapping

from storage.records.record_json import Json

LAST = "9999"  # after every year


def by_term(actions: list[Json]) -> list[Json]:
    """What is due first at the top."""
    return sorted(actions, key=lambda one: (_end(one), str(one["date"] or LAST), str(one["id"])))


def _end(action: Json) -> str:
    """The last day of its term; after every day where it has none."""
    term = action["term"]
    return str((term.get("to") if isinstance(term, Mapping) else None) or LAST)
