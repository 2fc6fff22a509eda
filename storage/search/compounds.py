"""Words made of words: "investeringsfonds" of investering and fonds."""

from collections.abc import Callable, Iterator

from storage.search.small_words import SMALL

SHORTEST = 4  # letters of a part: a shorter one stands in anything
LINKS = ("", "s", "e", "en", "n")
"""What may stand between the parts."""


def splits(word: str) -> Iterator[tuple[str, str]]:
    """Every way to take a word apart in two, without what links them, the most even first."""
    size = len(word)
    for at in sorted(range(SHORTEST, size - SHORTEST + 1), key=lambda at: abs(2 * at - size)):
        first, second = word[:at], word[at:]
        for link in LINKS:
            if first.endswith(link) and len(first) - len(link) >= SHORTEST - 1:
                yield first.removesuffix(link), second


def split(word: str, is_known: Callable[[str], bool]) -> tuple[str, str] | None:
    """The two words that a word is made of, both known; None where it is none."""
    known = {part: is_known(part) for pair in splits(word) for part in pair}
    return next((pair for pair in splits(word) if known[pair[0]] and known[pair[1]]), None)


def in_pieces(word: str) -> Iterator[tuple[str, ...]]:
    """Every way in which a word may be two that stand side by side, or with a small one between."""
    for at in range(2, len(word) - 1):
        first, rest = word[:at], word[at:]
        yield first, rest
        for small in SMALL:
            if rest.startswith(small) and len(rest) - len(small) > 1:
                yield first, small, rest.removeprefix(small)
