"""In which order what was found is shown. `docs/zoeken.md` explains it with an example.

Each rule decides only where all rules before it find no difference:

1. typed whole: what is called exactly what was typed comes first;
2. words: more of the words that were typed stand in it;
3. errors: fewer errors of typing had to be forgiven;
4. field: the words stand in a code, a title, a name of it or of a party, a text, the passage;
5. nearness: fewer words stand between them;
6. exactness: as they were typed, before another form, another word for it, a part of a word;
7. type, code or title: so that the order is always the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

from storage.search.folding import fold_text
from storage.search.matching import CODE, NAMES, TITLE, Line, Match

TYPES = (
    "agreements", "programmes", "organisations", "regions", "people", "targets", "meetings",
    "glossary", "passages", "items", "entries", "acts",
)  # fmt: skip

Rank = tuple[int, int, int, int, int, int, int, str, str]


class Ranked(NamedTuple):
    """A record with its lines, and how it answers."""

    type: str
    id: str
    lines: Sequence[Line]
    match: Match


def rank(one: Ranked, whole: str) -> Rank:
    """By which records are sorted, lowest first; ``whole`` is all that was typed, folded."""
    match = one.match
    called = one.lines[0].text if one.lines else ""
    return (
        0 if _is_called(one.lines, whole) else 1,
        -match.found,
        match.errors,
        match.field,
        match.near,
        match.exact,
        TYPES.index(one.type) if one.type in TYPES else len(TYPES),
        called,
        one.id,
    )


def _is_called(lines: Sequence[Line], whole: str) -> bool:
    """Whether this is its code, title or one of its names; of a code also without its beginning."""
    for line in lines:
        if line.rank in (CODE, TITLE, NAMES):
            name = fold_text(line.text)
            if name == whole or (line.rank == CODE and whole and name.endswith(f" {whole}")):
                return bool(whole)
    return False
