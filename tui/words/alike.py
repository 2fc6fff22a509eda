"""Conflicts that can be settled alike: with what one party said in each of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.views.disagreement import Claim, Conflict


class Alike(NamedTuple):
    """Conflicts with the value that one party gave; ``whose`` is its name, "" where unknown."""

    whose: str
    settled: Sequence[tuple[Conflict, object]]


def alike(conflicts: Iterable[Conflict], claim: Claim) -> Alike:
    """All conflicts in which the party that said this has just one value."""
    settled = []
    for conflict in conflicts:
        theirs = [one for one in conflict.claims if _party(one) == _party(claim)]
        if len(theirs) == 1 and len(conflict.claims) > 1:
            settled.append((conflict, theirs[0].value))
    return Alike(claim.organisation or claim.author or "", settled)


def _party(claim: Claim) -> tuple[str, str]:
    """The organisation of who said it; without one the person, of nobody known the laptop."""
    if claim.organisation:
        return "organisation", claim.organisation
    return ("author", claim.author) if claim.author else ("device", claim.device)
