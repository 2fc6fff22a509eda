"""Where something is written, in words: "hoofdstuk 2, Twente, 5e punt"."""

import re

from tui.locale import known, say

_PIECE = re.compile(r"([pbs])(\d{1,6})")
_HEADING = re.compile(r"h\d{0,6}")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def in_words(locator: str) -> str:
    """A locator of contract §1 as people say it; what is not one comes back as it is."""
    chapter, *rest = locator.split(".")
    if not rest or not _KEY.fullmatch(chapter):
        return locator
    words = [_chapter(chapter)]
    for n, piece in enumerate(rest):
        word = _part(piece) or (_heading(piece) if n == 0 and len(rest) > 1 else None)
        if word is None:
            return locator
        words.append(word)
    return ", ".join(words)


def part_in_words(locator: str) -> str:
    """Only which part under its heading: "5e punt"."""
    *_, before, last = ("", *locator.split("."))
    words = [word for word in (_part(before), _part(last)) if word]
    return ", ".join(words) or locator


def heading_of(locator: str) -> str:
    """Under which heading something stands."""
    chapter, *rest = locator.split(".")
    return heading_in_words(chapter, rest[0] if rest and not _part(rest[0]) else "")


def heading_in_words(chapter: str, heading: str) -> str:
    """A chapter, or a heading in it."""
    words = [_chapter(chapter), _heading(heading) if heading else None]
    return ", ".join(word for word in words if word)


def _chapter(key: str) -> str:
    if known(f"chapter.{key}"):
        return say(f"chapter.{key}")
    return say("chapter.any", n=key) if key.isdigit() else _named(key)


def _heading(key: str) -> str | None:
    if known(f"heading.{key}"):
        return say(f"heading.{key}")
    return _named(key) if _KEY.fullmatch(key) else None


def _named(key: str) -> str:
    """A key that was made of a heading, as a name."""
    return key.replace("-", " ").capitalize()


def _part(piece: str) -> str | None:
    found = _PIECE.fullmatch(piece)
    if found:
        return say(f"part.{found[1]}", n=found[2])
    if _HEADING.fullmatch(piece):
        return say("part.h" if piece == "h" else "part.h2")
    return None
