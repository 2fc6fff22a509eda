"""How far the agreements of a place are: of a region by programme, of a programme by region."""

import sqlite3
from collections.abc import Mapping

from storage.queries.agreements.pane_lists import Lists
from storage.queries.agreements.progress_counts import last_change, progress
from storage.queries.names import Names
from storage.views.page_elements import ListedPart, NamedCount
from storage.views.progress_count import ProgressRow

_NOBODY = NamedCount(None, "")


def of_place(lists: Lists, type_: str, tail: str) -> int | None:
    """The agreements that a region, a programme, an organisation or the arrangement has itself;
    None of another record."""
    sets = lists.sets
    match type_:
        case "arrangement":
            return sets.alive
        case "regions":
            return sets.index.having("region", sets.joined["regions"].of(tail))
        case "programmes":
            return sets.of_programme(tail)
        case "organisations":
            return sets.of_party(sets.joined["organisations"].of(tail))
    return None


def by_programme(connection: sqlite3.Connection, lists: Lists, region: str) -> ListedPart:
    """How far a region is in each programme."""
    sets = lists.sets
    inside = sets.index.having("region", sets.joined["regions"].of(region))
    rows = _each(connection, lists, inside, sets.index.traits["programme"], lists.names.programmes)
    return _listed("by_programme", "programmes", rows)


def by_region(connection: sqlite3.Connection, lists: Lists, programme: str) -> ListedPart:
    """How far a programme is in each region."""
    inside = lists.sets.of_programme(programme)
    traits = lists.sets.index.traits["region"]
    return _listed(
        "by_region", "regions", _each(connection, lists, inside, traits, lists.names.regions)
    )


def _each(
    connection: sqlite3.Connection,
    lists: Lists,
    inside: int,
    places: Mapping[str, int],
    names: Names,
) -> list[ProgressRow]:
    """Those that have any; what has most open ones first."""
    sets = lists.sets
    inside &= sets.alive & ~sets.index.having("repeats", "yes")
    found = []
    for tail, bits in places.items():
        if here := inside & bits:
            name = names[tail][0] if tail in names else tail
            far = progress(connection, sets, here)
            number = (here & sets.counted).bit_count()
            last = last_change(connection, sets, here)
            found.append(ProgressRow(tail, name, far, number, last))
    return sorted(found, key=lambda one: (-one.number, one.name.casefold(), one.id))


def _listed(what: str, type_: str, rows: list[ProgressRow]) -> ListedPart:
    found = tuple(row._replace(id=f"{type_}/{row.id}") for row in rows)
    return ListedPart(what, _NOBODY, len(found), found)
