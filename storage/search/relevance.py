"""In which order what was found is shown. `docs/zoeken.md` explains it with an example.

Each rule decides only where all rules before it find no difference:

1. typed whole: what is called exactly what was typed comes first;
2. words: more of the words that were typed stand in it;
3. errors: fewer errors of typing had to be forgiven;
4. field: the words stand in a code, a title, another name of it, a party, a text, the passage;
5. rareness: of as many words, those that stand in fewer of the records that were found;
6. nearness: fewer words stand between them;
7. exactness: as they were typed, before another form, another word for it, a part of a word;
8. type, code or title: so that the order is always the same.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from storage.search.matching import Line, Match

TYPES = (
    "agreements", "programmes", "organisations", "regions", "people", "targets", "meetings",
    "glossary", "passages", "items", "entries", "acts",
)  # fmt: skip

Rank = tuple[int, int, int, int, int, int, int, int, str, str]


class RankedRecord(NamedTuple):
    """A record with its lines, and how it answers."""

    type: str
    id: str
    lines: Sequence[Line]
    match: Match


def ranks(found: Sequence[RankedRecord]) -> list[Rank]:
    """By which these records are sorted, lowest first."""
    stands = Counter(unit for one in found for unit, places in enumerate(one.match.units) if places)
    return [_rank(one, stands) for one in found]


def _rank(one: RankedRecord, stands: Counter[int]) -> Rank:
    match = one.match
    common = sum(stands[unit] for unit, places in enumerate(match.units) if places)
    return (
        not match.called,
        -match.found,
        match.errors,
        match.field,
        common,
        match.near,
        match.exact,
        TYPES.index(one.type) if one.type in TYPES else len(TYPES),
        one.lines[0].text if one.lines else "",
        one.id,
    )
