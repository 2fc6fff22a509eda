"""Rules 4 and 5: what a field says, given its heads."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from storage.acts import encode
from storage.merge.heads import Assertion, heads

Knows = Callable[[str], bool]


class Outcome(NamedTuple):
    """A field after merging.

    ``said`` is all that is said of it, void or not; ``heads`` are those of rule 3, ``counting``
    those of rule 4 with the newest first, ``claims`` one counting head for each distinct value,
    in the order in which they are shown.
    """

    said: Sequence[Assertion]
    heads: tuple[Assertion, ...]
    counting: tuple[Assertion, ...]
    claims: tuple[Assertion, ...]
    incomplete: bool

    @property
    def value(self) -> object:
        """The value that is shown first; None where nothing stands."""
        return self.claims[0].value if self.claims else None

    @property
    def conflict(self) -> bool:
        return len(self.claims) > 1


def merge_field(said: Sequence[Assertion], knows: Knows) -> Outcome:
    """Merge what is said of one field; ``knows`` tells which act ids are known here."""
    if len(said) == 1 and not said[0].void and not said[0].parents:
        return Outcome(said, (said[0],), (said[0],), (said[0],), incomplete=False)
    found = heads(said)
    here = {one.act for one in said}
    incomplete = any(
        parent not in here and not knows(parent) for one in said for parent in one.parents
    )
    if len(found) < 2:
        single = tuple(found)
        return Outcome(said, single, single, single, incomplete)
    counting = _counting(found)
    claims: dict[bytes, Assertion] = {}
    for one in counting:
        claims.setdefault(encode(one.value), one)
    return Outcome(said, tuple(found), tuple(counting), tuple(claims.values()), incomplete)


def _counting(found: Sequence[Assertion]) -> list[Assertion]:
    newest_first = sorted(found, key=lambda one: (one.at, one.act), reverse=True)
    persons = [one for one in newest_first if not one.seed]
    return persons or newest_first[:1]
