"""Rule 7: which act `u` takes back, and which undo is done again."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnAct:
    """One act of one author that was written here, as far as taking back needs to know it.

    ``redoes`` tells that one of the acts in ``undo`` is an undo itself, whoever's.
    """

    id: str
    void: bool
    undo: tuple[str, ...] = ()
    redoes: bool = False
    erases: bool = False
    names_author: bool = False


def to_take_back(turns: Iterable[OwnAct]) -> OwnAct | None:
    """The first of these, the newest first, that can be taken back, or None."""
    return next(
        (one for one in turns if not (one.void or one.undo or one.erases or one.names_author)),
        None,
    )


def to_do_again(turns: Iterable[OwnAct]) -> OwnAct | None:
    """The undo that `redo` voids, or None: only while nothing but undos and redos came after it.
    The newest turn comes first."""
    for turn in turns:
        if not turn.undo:
            return None
        if not (turn.void or turn.redoes or turn.erases):
            return turn
    return None
