"""A proposal where two people changed one text: the words of both, where those do not meet."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import reduce
from typing import NamedTuple

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 4000  # words; longer texts are left to the person who reads them


class _Edit(NamedTuple):
    """These pieces in the place of those from ``start`` up to ``end``."""

    start: int
    end: int
    pieces: Sequence[str]


def merged(before: str, values: Sequence[str]) -> str | None:
    """One text with what each of these changed of what stood before.

    None where two of them changed the same words, or words side by side, or where it says
    nothing new: then a person must say how it goes.
    """
    base = _PIECES.findall(before)
    changed = [_edits(base, _PIECES.findall(value)) for value in values]
    if len(values) < 2 or any(edits is None for edits in changed):
        return None
    whole = reduce(_both, changed)
    if whole is None:
        return None
    found = _applied(base, whole)
    return None if found in (before, *values) else found


def _edits(base: Sequence[str], pieces: Sequence[str]) -> list[_Edit] | None:
    """What one of them changed; None where the text is too long to compare."""
    if len(base) > _MOST or len(pieces) > _MOST:
        return None
    steps = SequenceMatcher(None, base, pieces, autojunk=False).get_opcodes()
    return [_Edit(a, b, pieces[c:d]) for tag, a, b, c, d in steps if tag != "equal"]


def _both(one: list[_Edit] | None, other: list[_Edit] | None) -> list[_Edit] | None:
    """The edits of both; what both did alike once."""
    if one is None or other is None:
        return None
    found = [*one]
    for edit in other:
        if edit in one:
            continue
        if any(edit.start <= there.end and there.start <= edit.end for there in one):
            return None
        found.append(edit)
    return sorted(found)


def _applied(base: Sequence[str], edits: Sequence[_Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += [*base[at : edit.start], *edit.pieces]
        at = edit.end
    return "".join([*pieces, *base[at:]])
