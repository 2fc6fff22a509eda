"""Words as the readers compare them, and numbers in words."""

import re
import unicodedata

NUMBERS = {
    word: n
    for n, words in enumerate((
        (), ("een", "eens"), ("twee",), ("drie",), ("vier",), ("vijf",), ("zes",), ("zeven",),
        ("acht",), ("negen",), ("tien",), ("elf",), ("twaalf",),
    ))
    for word in words
}  # fmt: skip
NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"


def plain_phrase(text: str) -> str:
    """Small letters without accents, single blanks, no full stop; "vóór" can only mean before."""
    text = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    text = re.sub(r"\bv[óò][óò]r\b", "eerder dan", text)
    text = unicodedata.normalize("NFD", text)
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return re.sub(r"[\s,;]+", " ", text.replace("–", "-")).strip(" .!")


def number_in_words(word: str) -> int:
    """A number in figures or in words, up to twelve."""
    return NUMBERS[word] if word in NUMBERS else int(word)


def choice(words: object) -> str:
    """A pattern for one of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]
