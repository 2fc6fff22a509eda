"""The filters of the query language: one table, from which all else about them follows.

Reading and printing a query, completing it, its help and its page of the docs come from here; what
a filter keeps of each of its types is asked of the file by ``storage.queries.filters``.
"""

from typing import Literal, NamedTuple

from storage.records.fields import FIELDS
from storage.search import filter_choices as of
from storage.search.filter_choices import Choice, choice_value

ValueKind = Literal["record", "choice", "period", "since", "number", "locator", "search"]
"""What stands behind the colon: a record by name, one of a few words, a time as people say it, how
long ago or since when, a number, a place in the document, the name of a saved search."""

_ALL = tuple(FIELDS)
_WITH_SOURCE = (*(type_ for type_, fields in FIELDS.items() if "source" in fields), "passages")


class FilterName(NamedTuple):
    """A filter by its names; programs call it by the English one. ``types`` are those it can
    narrow, ``refers`` the type of the records it names."""

    en: str
    nl: str
    kind: ValueKind
    types: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    refers: str = ""

    def named(self, language: str) -> str:
        return self.nl if language == "nl" else self.en

    def value_of(self, word: str) -> str:
        """What a word stands for where it is one of a few; else the word."""
        return choice_value(self.choices, word) or word

    def knows(self, type_: str, value: str) -> bool:
        """Whether records of this type can be narrowed to this value."""
        if type_ not in self.types:
            return False
        chosen = next((one for one in self.choices if one.code == value), None)
        return chosen is None or not chosen.types or type_ in chosen.types


FILTERS = (
    FilterName("region", "regio", "record",
               ("agreements", "targets", "entries", "items", "regions"), refers="regions"),
    FilterName("applies", "geldt", "record", ("agreements", "targets"), refers="regions"),
    FilterName("programme", "programma", "record",
               ("agreements", "targets", "entries", "items", "programmes"), refers="programmes"),
    FilterName("status", "status", "choice", ("agreements",), of.STATUSES_ASKED),
    FilterName("kind", "soort", "choice", (*of.OF_KIND, "organisations"), of.KINDS_ASKED),
    FilterName("who", "wie", "record", ("agreements", "entries", "people", "organisations"),
               refers="organisations"),
    FilterName("party", "partij", "record",
               ("agreements", "entries", "people", "organisations", "meetings", "arrangement"),
               refers="organisations"),
    FilterName("role", "rol", "choice", ("agreements",), of.ROLES_ASKED),
    FilterName("before", "voor", "period", ("agreements", "entries", "meetings", "targets")),
    FilterName("due", "uiterlijk", "period", ("agreements", "entries", "meetings", "targets")),
    FilterName("after", "na", "period", ("agreements", "entries", "meetings", "targets")),
    FilterName("late", "te", "choice", ("agreements", "entries"), of.LATE),
    FilterName("without", "zonder", "choice",
               tuple({type_: None for one in of.LACKING for type_ in one.types}), of.LACKING),
    FilterName("waits", "wacht", "choice", ("agreements",), of.WAITING),
    FilterName("silent", "stil", "number", ("agreements",)),
    FilterName("action", "actie", "choice", ("agreements", "entries"), of.ACTIONS_ASKED),
    FilterName("meeting", "overleg", "record", ("agreements", "entries", "items", "meetings"),
               refers="meetings"),
    FilterName("signal", "signaal", "choice", ("agreements",), of.SIGNALS_ASKED),
    FilterName("source", "vindplaats", "locator", _WITH_SOURCE),
    FilterName("is", "is", "choice", _ALL, of.STATES_ASKED),
    FilterName("changed", "gewijzigd", "since", _ALL, of.LAST_MEETING),
    FilterName("often", "vaak", "number", ("agreements",)),
    FilterName("type", "type", "choice", _ALL, of.TYPES_ASKED),
    FilterName("saved", "zoek", "search", _ALL),
)  # fmt: skip

BY_NAME = {name: one for one in FILTERS for name in (one.en, one.nl)}
