"""What one leaves the screen of search with."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from storage.views.search_hit import Hit


class WalkedHits(NamedTuple):
    """What a search found, the number of the one to go to, and the words that it was found by."""

    hits: Sequence[Hit]
    at: int
    words: Collection[str]
