"""Words as they are compared: without capitals, accents and marks, as FTS5's unicode61 has them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'’‘`´"
_WORD = re.compile(r"[^\W_]+")
_OWNED = re.compile(rf"(?<=\w)[{APOSTROPHES}]s\b")  # regio's, foto’s


class Token(NamedTuple):
    """A word as it is compared, and where it stands in the text: from, up to."""

    word: str
    start: int
    end: int


@lru_cache(8192)
def fold_text(text: str) -> str:
    """The words of a text: "Bèta-Techniek" is "beta techniek"."""
    return " ".join(_WORD.findall(_folded(text)))


def folded_words(text: str) -> list[str]:
    """The words of a text, as they are compared: "de regio's" is de, regio."""
    return _WORD.findall(_OWNED.sub("", _folded(text)))


def tokens_of(text: str) -> list[Token]:
    """The same words with their places; a plural goes on to its end (regio's)."""
    folded, places = _placed(text)
    found = []
    for match in _WORD.finditer(_OWNED.sub(lambda end: "_" * len(end[0]), folded)):
        start, end = match.span()
        while end < len(folded) and folded[end] in APOSTROPHES and folded[end + 1 : end + 2] == "s":
            end += 2
        if places is not None:
            start, end = places[start], places[end]
        found.append(Token(match[0], start, end))
    return found


def has_digit(word: str) -> bool:
    """Whether it is a number or a code, of which no letter can be taken for another."""
    return any(letter.isdigit() for letter in word)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(map(_letter, text))


def _placed(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and where each of its letters stood; None where that is the same place."""
    if text.isascii():
        return text.lower(), None
    letters = [_letter(letter) for letter in text]
    places = [place for place, some in enumerate(letters) for _ in some]
    return "".join(letters), [*places, len(text)]


@lru_cache(4096)
def _letter(letter: str) -> str:
    """One letter, folded as unicode61 does: an accent goes from a letter of our alphabet."""
    apart = unicodedata.normalize("NFD", letter)
    if unicodedata.combining(apart[0]):
        return ""
    return (apart[0] if apart[0].isascii() else letter).lower()[:1]


def distinct(words: Iterable[str]) -> list[str]:
    """These words, each once, in their order."""
    return [*dict.fromkeys(words)]
