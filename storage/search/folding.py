"""Words as they are compared: without capitals, accents and marks, as FTS5's unicode61 has them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'’‘`´"
_WORD = re.compile(r"[^\W_]+")
_OWNED = re.compile(rf"[{APOSTROPHES}]s\b(?<=\w.s)")  # regio's, foto’s
_MARKED = re.compile(r"[^\x00-\x7f]")
_OWNERS = frozenset(APOSTROPHES)


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
    return split_folded(_OWNED.sub("", _folded(text)))


def fold_lines(texts: Sequence[str]) -> str:
    """Texts, each a line, of which `split_folded` gives the same words: all at once is quicker."""
    joined = "\n".join(texts)
    if joined.count("\n") >= len(texts):  # one of them is more lines
        joined = "\n".join(text.replace("\n", " ") for text in texts)
    return _OWNED.sub("", _folded(joined))


def split_folded(folded: str) -> list[str]:
    """The words of a text that is folded."""
    return _WORD.findall(folded)


def tokens_of(text: str) -> list[Token]:
    """The same words with their places; a plural goes on to its end (regio's)."""
    folded, places = _placed(text)
    found = []
    for match in _WORD.finditer(_OWNED.sub(lambda end: "_" * len(end[0]), folded)):
        start, end = match.span()
        end = _end_of_plural(folded, end)
        if places is not None:
            start, end = places[start], places[end]
        found.append(Token(match[0], start, end))
    return found


def places_of(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where these words of more than one letter stand, as `tokens_of` says it, and much quicker."""
    folded, places = _placed(text)
    found = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            end = at + len(word)
            if not folded[at - 1 : at].isalnum() and not folded[end : end + 1].isalnum():
                last = _end_of_plural(folded, end)
                found.append((at, last) if places is None else (places[at], places[last]))
            at = folded.find(word, end)
    return found


def _end_of_plural(folded: str, end: int) -> int:
    while folded[end : end + 1] in _OWNERS and folded[end + 1 : end + 2] == "s":
        end += 2
    return end


def has_digit(word: str) -> bool:
    """Whether it is a number or a code, of which no letter can be taken for another."""
    return any(letter.isdigit() for letter in word)


def _folded(text: str) -> str:
    if not text.isascii():
        text = _MARKED.sub(lambda found: _letter(found[0]), text)
    return text.lower()


def _placed(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and where each of its letters stood; None where that is the same place."""
    folded = _folded(text)
    if len(folded) == len(text):  # accents went, and nothing else
        return folded, None
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
