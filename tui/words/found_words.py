"""Why something was found, in words."""

from collections.abc import Iterable, Iterator

from storage.views.search_hit import Hit, Note
from tui.locale import say

ONCE = ("stem", "corrected", "dropped")
"""What is not said at each hit: another form of a word is no news, the rest is said once."""


def marked_words(hit: Hit) -> set[str]:
    """The words that were found in a hit, as they stand there."""
    words = {hit.title[a:b].casefold() for a, b in hit.title_marks}
    if hit.snippet is not None:
        words |= {hit.snippet.text[a:b].casefold() for a, b in hit.snippet.marks}
    return words


def told_notes(hit: Hit) -> str:
    """Why it is a hit, in a line."""
    told = (
        say("search.note", typed=one.typed, found=one.found)
        for one in _news(hit)
        if one.how not in ONCE and one.found
    )
    return "   ".join(dict.fromkeys(told))


def note_sentences(hit: Hit) -> Iterator[str]:
    """How the words of a query were found in a hit, each in a sentence."""
    for one in _news(hit):
        yield say(f"found_by.{one.how}", typed=one.typed, found=one.found)


def _news(hit: Hit) -> Iterable[Note]:
    """What there is to say of it: not of a word that stands there as it was typed."""
    shown = f"{hit.title} {hit.snippet.text if hit.snippet else ''}".casefold()
    return [one for one in dict.fromkeys(hit.notes) if one.typed.casefold() not in shown]
