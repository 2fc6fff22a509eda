"""What a Dutch word has in common with its other forms: its stem, and the stem of that."""

import sys
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec
from typing import Protocol

LONGEST = 40  # letters; what is longer is no word that has other forms
_VOWELS = "aeiouy"


class Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - as Snowball calls it


@lru_cache(20_000)
def stems(word: str) -> tuple[str, str]:
    """The stem and the stem of the stem: *fondsen* has fonds and fond."""
    if len(word) > LONGEST or not word.isalpha():
        return word, word
    stem = _dutch().stemWord(word)
    if stem == word and len(word) > 3 and word[-1] == "s" and word[-2] in _VOWELS:
        stem = word[:-1]  # programmas, regios: plurals without their apostrophe
    return stem, _dutch().stemWord(stem)


@cache
def _dutch() -> Stemmer:
    """Snowball's Dutch stemmer alone: its package imports those of thirty languages, which takes
    longer than a whole search."""
    name = "snowballstemmer"
    if name not in sys.modules and (spec := find_spec(name)) is not None:
        sys.modules[name] = module_from_spec(spec)
        try:
            from snowballstemmer.dutch_stemmer import DutchStemmer
        finally:
            del sys.modules[name]
    else:
        from snowballstemmer.dutch_stemmer import DutchStemmer
    found: Stemmer = DutchStemmer()
    return found
