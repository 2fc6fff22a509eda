"""Rule 7: which act `u` takes back, and which undo is done again."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """One act of one author on one device, as far as taking back needs to know it.

    ``redoes`` tells that one of the acts in ``undo`` is an undo itself, whoever's.
    """

    id: str
    seq: int
    void: bool
    undo: tuple[str, ...] = ()
    redoes: bool = False
    erases: bool = False
    names_author: bool = False


def to_take_back(turns: Iterable[Turn]) -> Turn | None:
    """The newest act that can be taken back, or None."""
    can = [
        turn for turn in turns if not (turn.void or turn.undo or turn.erases or turn.names_author)
    ]
    return max(can, key=lambda turn: turn.seq, default=None)


def to_do_again(turns: Iterable[Turn]) -> Turn | None:
    """The undo that `redo` voids, or None: only while nothing but undos and redos came after it."""
    mine = sorted(turns, key=lambda turn: turn.seq, reverse=True)
    for turn in mine:
        if not turn.undo:
            return None
        if not turn.void and not turn.redoes:
            return turn
    return None
