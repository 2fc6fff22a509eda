"""Records that were found, or that can be chosen."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

COUNTED = 2000
"""How far is counted how many there are."""

Marks = tuple[tuple[int, int], ...]
"""Where in a text the words stand that were found: from, up to."""


class Snippet(NamedTuple):
    """A piece of one ``field`` of a record, "passage" or "" where it is not known which."""

    field: str
    text: str
    marks: Marks


class Note(NamedTuple):
    """Why a word was found otherwise than it was typed; ``found`` is "" where it was dropped."""

    how: Literal["stem", "abbreviation", "synonym", "compound", "joined", "corrected", "dropped"]
    typed: str
    found: str


class Hit(NamedTuple):
    """One record that was found."""

    type: str
    id: str
    code: str | None
    title: str
    title_marks: Marks = ()
    snippet: Snippet | None = None
    notes: tuple[Note, ...] = ()


class Trouble(NamedTuple):
    """What of a query cannot be read or is not known: the sentence ``query.<key>`` of the
    catalogues, and what fills it."""

    key: str
    values: Mapping[str, object]


class Found(NamedTuple):
    """What a query finds: the first hits, how many there are in all, how many more there would be
    without its filters (``hidden``), and what was made of its words. Where nothing is found
    ``reasons`` say which of its filters nothing can pass now, and why."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    notes: tuple[Note, ...] = ()
    hidden: int = 0
    troubles: tuple[Trouble, ...] = ()
    reasons: tuple[Trouble, ...] = ()


class Listed(NamedTuple):
    """The ids of all records of a type that a query asks, in the order of a list; and what of it
    is not known."""

    ids: tuple[str, ...]
    troubles: tuple[Trouble, ...] = ()


class Suggestion(NamedTuple):
    """``text`` may stand in the place of what is typed from ``start`` to ``end``: the name of the
    filter ``name`` with its colon, or with a ``value`` the whole filter and a space; without a
    ``name`` the whole query."""

    text: str
    start: int
    end: int
    name: str
    value: str


class SavedSearch(NamedTuple):
    """A query that someone kept, by its name."""

    id: str
    name: str
    query: str


class Candidate(NamedTuple):
    """A record that can be chosen; ``other`` is its code, or the other name that was typed."""

    tail: str
    name: str
    other: str
