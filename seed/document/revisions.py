"""A document beside the one that the arrangement was made from, block by block."""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from storage.views.passage import Passage

State = Literal["same", "moved", "changed", "gone", "new"]


class BlockMove(NamedTuple):
    """A block: where it stood, and where it stands now; None where it does not."""

    state: State
    was: str | None
    now: str | None


def sum_of(text: str) -> str:
    """A digest of a block's words: letters and digits alone, whatever the quotes, dashes, line
    ends and hyphens of an edition. 16 hexadecimal digits."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(one for one in folded if one.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()[:16]


def block_moves(known: Mapping[str, str], now: Sequence[Passage]) -> list[BlockMove]:
    """Every block of the known document, given as digests by locator, and then the new ones.

    A block with the same words is the same, or has moved; what is left at its old place has
    changed.
    """
    sums = {passage.locator: sum_of(passage.text) for passage in now}
    same = {locator for locator, told in known.items() if sums.get(locator) == told}
    free: dict[str, list[str]] = defaultdict(list)
    for locator, told in sums.items():
        if locator not in same:
            free[told].append(locator)
    moved = {
        locator: free[told].pop(0)
        for locator, told in known.items()
        if locator not in same and free.get(told)
    }
    taken = same | {*moved.values()}
    found: list[BlockMove] = []
    for locator in known:
        if locator in same:
            found.append(BlockMove("same", locator, locator))
        elif locator in moved:
            found.append(BlockMove("moved", locator, moved[locator]))
        elif locator in sums and locator not in taken:
            found.append(BlockMove("changed", locator, locator))
            taken.add(locator)
        else:
            found.append(BlockMove("gone", locator, None))
    return [*found, *(BlockMove("new", None, one) for one in sums if one not in taken)]
