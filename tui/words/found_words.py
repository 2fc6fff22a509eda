"""Why something was found, in words."""

from collections.abc import Iterable, Iterator

from storage.views.search_hit import Note
from tui.locale import say

ONCE = ("stem", "corrected", "dropped")
"""What is not said at each hit: another form of a word is no news, the rest is said once."""


def told_notes(notes: Iterable[Note]) -> str:
    """What of these says why a hit is one, in a line."""
    told = (f"{one.typed} → {one.found}" for one in notes if one.how not in ONCE and one.found)
    return "   ".join(dict.fromkeys(told))


def note_sentences(notes: Iterable[Note]) -> Iterator[str]:
    """How the words of a query were found, each in a sentence."""
    for one in dict.fromkeys(notes):
        yield say(f"found_by.{one.how}", typed=one.typed, found=one.found)
