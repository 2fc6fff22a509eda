"""Where something is written, in words: "hoofdstuk 2, Twente, 5e punt"."""

import re

from tui.locale import known, say

_PIECE = re.compile(r"([pbs])(\d{1,6})")


def in_words(locator: str) -> str:
    """A locator of contract §1 as people say it; what is not one comes back as it is."""
    chapter, *rest = locator.split(".")
    if not known(f"chapter.{chapter}"):
        return locator
    words = [say(f"chapter.{chapter}")]
    for piece in rest:
        word = _piece(piece)
        if word is None:
            return locator
        words.append(word)
    return ", ".join(words)


def _piece(piece: str) -> str | None:
    found = _PIECE.fullmatch(piece)
    if found:
        return say(f"part.{found[1]}", n=found[2])
    if piece in ("h", "h2"):
        return say(f"part.{piece}")
    return say(f"heading.{piece}") if known(f"heading.{piece}") else None
