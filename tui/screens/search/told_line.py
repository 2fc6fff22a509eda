"""The line under what is typed: what cannot be read in it, or how its words were taken."""

from collections.abc import Sequence

from storage.views.search_hit import Found, Note, Suggestion
from tui.draw.spans import Line, Span, accent, amber, gap, ink, parts, quiet
from tui.draw.text_signs import warned
from tui.locale import say
from tui.screens.search.commands import LITERAL, TAKE_OFFER
from tui.words.query_words import trouble_sentence


def told_line(found: Found, offers: Sequence[Suggestion] = (), *, literal: bool) -> Line:
    """One line: what may complete a filter goes before a trouble, that before a correction; filters
    that the words may be go before what was left out, other names of filters behind it."""
    if any(offer.value for offer in offers):
        return _offered(offers)
    if found.troubles:
        return [amber(warned(trouble_sentence(found.troubles[0])))]
    if literal:
        return [quiet(say("search.literal")), *_key("search.taken_otherwise")]
    corrected = [one for one in found.notes if one.how == "corrected"]
    dropped = [one for one in found.notes if one.how == "dropped"]
    if not corrected and any(not offer.name for offer in offers):
        return _offered(offers)
    said: list[Span] = []
    if corrected:
        said += _corrected(corrected)
    if dropped and found.hits:
        words = ", ".join(f"“{one.typed}”" for one in dropped)
        said += [gap(3)] if said else []
        said.append(quiet(say("search.dropped", words=words)))
    return [*said, *_key("search.literally")] if said else _offered(offers)


def _offered(offers: Sequence[Suggestion]) -> Line:
    """What may be meant, behind the key that takes the first."""
    if not offers:
        return []
    said = [offer.value or offer.text for offer in offers]
    first, *others = (ink(said[0]), *map(quiet, said[1:]))
    return [accent(TAKE_OFFER.key(), bold=True), gap(), *parts([first, *others])]


def _corrected(notes: Sequence[Note]) -> list[Span]:
    """“gezocht op techniek, want “technik” komt niet voor”."""
    typed = ", ".join(f"“{one.typed}”" for one in notes)
    before, _, after = say("search.corrected", found="\0", typed=typed).partition("\0")
    found = ", ".join(one.found for one in notes)
    return [quiet(before), ink(found, bold=True), quiet(after)]


def _key(text: str) -> list[Span]:
    return [gap(3), accent(LITERAL.key(), bold=True), gap(), quiet(say(text))]
