"""Words that mean the same: abbreviations and what they stand for, other names, synonyms."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from storage.search.folding import folded_words

Words = tuple[str, ...]


class Wording(NamedTuple):
    """One way in which people say something; ``short`` says that it is an abbreviation."""

    words: Words
    short: bool


class Run(NamedTuple):
    """Typed words that are one way to say something, from ``start`` up to ``end``; and the others,
    each with whether one of the two is an abbreviation of the other."""

    start: int
    end: int
    others: tuple[tuple[Words, bool], ...]


class Sayings:
    """Groups of ways to say the same; ``places`` are the words in names of regions."""

    def __init__(
        self, groups: Iterable[Iterable[tuple[str, bool]]], places: Iterable[str] = ()
    ) -> None:
        """Each group of texts, with whether they are abbreviations; and the names of regions."""
        self.places = {word for name in places for word in folded_words(name)}
        self._groups: list[list[Wording]] = []
        self._first: dict[str, list[tuple[Wording, int]]] = defaultdict(list)
        for group in groups:
            known: dict[Words, Wording] = {}
            for text, short in group:
                words = tuple(folded_words(text))
                if words:
                    known.setdefault(words, Wording(words, short or _is_short(text)))
            if len(known) > 1:
                for one in known.values():
                    self._first[one.words[0]].append((one, len(self._groups)))
                self._groups.append([*known.values()])

    def runs(self, typed: Sequence[Collection[str]]) -> Iterator[Run]:
        """Every run of what was typed that is in a group; of each word all its forms are given."""
        for start, forms in enumerate(typed):
            for word in forms:
                for spoken, group in self._first.get(word, ()):
                    end = start + len(spoken.words)
                    if end <= len(typed) and all(
                        said in some
                        for said, some in zip(spoken.words, typed[start:end], strict=True)
                    ):
                        yield Run(start, end, tuple(self._others(spoken, group)))

    def _others(self, spoken: Wording, group: int) -> Iterator[tuple[Words, bool]]:
        for other in self._groups[group]:
            if not _holds(other.words, spoken.words):
                yield other.words, other.short != spoken.short


def _is_short(text: str) -> bool:
    return len(text) <= 6 and text.isupper()


def _holds(words: Words, part: Words) -> bool:
    """Whether words that stand side by side stand in these."""
    size = len(part)
    return any(words[at : at + size] == part for at in range(len(words) - size + 1))
