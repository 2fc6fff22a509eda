"""One filter of what is asked."""

from typing import NamedTuple


class FilterTerm(NamedTuple):
    """``name`` is the English name of the filter; ``value`` the word that acts use where it is one
    of a few, else what was typed behind the colon. An ``excluded`` one keeps what does not pass."""

    name: str
    value: str
    excluded: bool = False
