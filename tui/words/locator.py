"""Where something is written, in words: "hoofdstuk 2, Twente, 5e punt"."""

import re
from collections.abc import Callable, Mapping

from tui.locale import known, say

_PIECE = re.compile(r"([pbs])(\d{1,6})")
_HEADING = r"h\d{0,6}"
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WITHIN = re.compile(r"\b[a-z0-9]+(?:\.[a-z0-9-]+)?\.(?:h2?|[pb]\d{1,6}(?:\.s\d{1,6})?)\b")
_GENERAL = ("titel", "inleiding", "bijlage")
"""Chapters that every document has by these names."""

Names = Mapping[str, str] | None
"""What a document calls its chapters and headings, by how locators under them begin."""


class _Open:
    """The document of the file that is open; a process has one open at a time."""

    find: Callable[[], Names] = staticmethod(lambda: None)
    names: Names = None
    asked = False


def call_by(find: Callable[[], Names] | None) -> None:
    """Call headings from now on as this says, when one is first called. None where the document
    is that of Oost, which has words of its own here; it may say so too."""
    _Open.find = find or (lambda: None)
    call_again()


def call_again() -> None:
    """Ask again what headings are called: the document may be divided otherwise by now."""
    _Open.names, _Open.asked = None, False


def _names() -> Names:
    if not _Open.asked:
        _Open.names, _Open.asked = _Open.find(), True
    return _Open.names


def locator_in_words(locator: str) -> str:
    """A locator of contract §1 as people say it; what is not one comes back as it is."""
    chapter, *rest = locator.split(".")
    if not rest or not _KEY.fullmatch(chapter):
        return locator
    words = [_chapter(chapter)]
    for n, piece in enumerate(rest):
        word = _part(piece, locator)
        if word is None and n == 0 and len(rest) > 1:
            word = _heading(chapter, piece)
        if word is None:
            return locator
        words.append(word)
    return ", ".join(words)


def places_in_words(text: str) -> str:
    """A text of our own with the locators in it as people say them."""
    return _WITHIN.sub(lambda found: locator_in_words(found[0]), text)


def part_in_words(locator: str) -> str:
    """Only which part under its heading: "5e punt"."""
    *_, before, last = ("", *locator.split("."))
    words = [word for word in (_part(before, locator), _part(last, locator)) if word]
    return ", ".join(words) or locator


def heading_of(locator: str) -> str:
    """Under which heading something stands."""
    chapter, *rest = locator.split(".")
    return heading_in_words(chapter, rest[0] if rest and not _part(rest[0], locator) else "")


def heading_in_words(chapter: str, heading: str) -> str:
    """A chapter, or a heading in it."""
    words = [_chapter(chapter), _heading(chapter, heading) if heading else None]
    return ", ".join(word for word in words if word)


def _chapter(key: str) -> str:
    if key.isdigit():
        return say("chapter.any", n=key)
    names = _names()
    own = names is not None and key not in _GENERAL
    if known(f"chapter.{key}") and not own:
        return say(f"chapter.{key}")
    return _said((names or {}).get(key)) or _named(key)


def _heading(chapter: str, key: str) -> str | None:
    names = _names()
    if names is None and known(f"heading.{key}"):
        return say(f"heading.{key}")
    if not _KEY.fullmatch(key):
        return None
    return _said((names or {}).get(f"{chapter}.{key}")) or _named(key)


def _said(heading: str | None) -> str:
    """A heading as a part of a sentence."""
    return " ".join((heading or "").split()).rstrip(":. ")


def _named(key: str) -> str:
    """A key that was made of a heading, as a name."""
    return key.replace("-", " ").capitalize()


def _part(piece: str, locator: str) -> str | None:
    found = _PIECE.fullmatch(piece)
    if found:
        return say(f"part.{found[1]}", n=found[2])
    if not re.fullmatch(_HEADING, piece):
        return None
    if piece == "h":
        return say("part.h")
    names = _names()
    if names is None:
        return say("part.h2")
    return _said(names.get(locator)) or say("part.label")
