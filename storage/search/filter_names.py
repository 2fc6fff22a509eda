"""The filters of the query language: one table, from which all else about them follows."""

from typing import NamedTuple


class FilterName(NamedTuple):
    """A filter by its names: the English one is what programs call it."""

    en: str
    nl: str


FILTERS = (
    FilterName("region", "regio"),
    FilterName("programme", "programma"),
    FilterName("status", "status"),
    FilterName("kind", "soort"),
    FilterName("who", "wie"),
    FilterName("role", "rol"),
    FilterName("party", "partij"),
    FilterName("before", "voor"),
    FilterName("without", "zonder"),
    FilterName("waits", "wacht"),
    FilterName("changed", "gewijzigd"),
    FilterName("source", "vindplaats"),
    FilterName("is", "is"),
    FilterName("late", "te"),
    FilterName("silent", "stil"),
    FilterName("action", "actie"),
    FilterName("meeting", "overleg"),
    FilterName("type", "type"),
)

BY_NAME = {name: one for one in FILTERS for name in (one.en, one.nl)}
