"""What a file of any format is read into: pieces of text, in order."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

Kind = Literal["text", "bullet", "heading", "title"]

_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


class TooLarge(Exception):  # noqa: N818 - the document is too large
    """A document that nobody has, made to fill the memory."""


class Piece(NamedTuple):
    """A title or a heading that the file itself calls so, a running text or an item of a list.

    ``depth`` is how deep a heading or an item stands, from 0; ``mark`` what stood before an item
    ("-", "3."), which belongs to the list and not to the text.
    """

    kind: Kind
    text: str
    depth: int = 0
    mark: str = ""


def ended(text: str) -> bool:
    """Whether a text ends as a sentence does, or leads a list in."""
    return _ENDED.search(text.rstrip()) is not None


def together(text: str, more: str) -> str:
    """A text and what a line or a page broke off it.

    A hyphen at the break stays, without a blank, where the word goes on ("publiek-" "private"),
    with one where it stands for a word left out ("mbo-" "en vmbo").
    """
    goes_on = re.search(r"\w-$", text) and re.match(r"(?!en\b|of\b)[^\W\d_A-Z]", more)
    return f"{text}{more}" if goes_on else f"{text} {more}"


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces; a text that goes on with a sentence that a page broke is one with it."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before and piece.kind == "text" and before.kind != "heading" and not ended(before.text):
            found[-1] = before._replace(text=together(before.text, piece.text))
        else:
            found.append(piece)
    return found
