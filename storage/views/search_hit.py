"""Records that were found, or that can be chosen."""

from typing import NamedTuple


class Hit(NamedTuple):
    """A search result; ``snippet`` has hits between U+E000 and U+E001."""

    type: str
    id: str
    code: str | None
    title: str
    snippet: str


class Candidate(NamedTuple):
    """A record that can be chosen; ``other`` is its code, or the other name that was typed."""

    tail: str
    name: str
    other: str
