"""How many errors of typing lie between two words. A swap of two neighbours is one."""

from collections.abc import Iterable

SWAP_FROM, ONE_FROM, TWO_FROM = 4, 5, 9  # letters from which a swap, an error, two are forgiven
NAMED_FROM = 7  # letters from which two are forgiven in a word that something is called
MOST = 2
BEGUN_FROM = 7  # letters of a beginning in which one is forgiven


def errors_allowed(word: str) -> int:
    """How many errors are forgiven in a word of this length."""
    return (len(word) >= ONE_FROM) + (len(word) >= TWO_FROM)


def whole_parts(word: str) -> tuple[str, str]:
    """A beginning and an end of which at least one stands in every word with one error."""
    size = max(1, (len(word) - 1) // 2)
    return word[:size], word[-size:]


def may_be_like(word: str, known: Iterable[str]) -> list[str]:
    """Those of these that have enough letters, and pairs of them, in common with a word to be two
    errors from it: found much quicker than how many errors it is."""
    letters, pairs = {*word}, _pairs(word)
    return [
        other
        for other in known
        if len(letters.difference(other)) <= MOST
        and len(pairs & _pairs(other)) >= len(pairs) - BROKEN
    ]


def swapped(word: str) -> list[str]:
    """The words of which two neighbours are swapped in this one."""
    pairs = range(len(word) - 1)
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in pairs]


BROKEN = 6  # pairs of letters that two errors can break, two swaps


def _pairs(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(len(word) - 1)}


def fewest_errors(word: str, known: Iterable[str]) -> tuple[int, list[str]]:
    """The words with the fewest errors, and how many that are; none where all have more than are
    forgiven in a word of their length."""
    from rapidfuzz.distance import OSA

    best, found = MOST, list[str]()
    for other in known:
        most = min(best, errors_allowed(other))
        errors = OSA.distance(word, other, score_cutoff=most)
        if errors > most:
            continue
        if errors < best:
            best, found = errors, []
        found.append(other)
    return best, found


def only_like(word: str, named: Iterable[str]) -> list[str]:
    """The one of these words that is two errors from it; none where there are more."""
    from rapidfuzz.distance import OSA

    found = [one for one in named if OSA.distance(word, one, score_cutoff=MOST) <= MOST]
    return found if len(found) == 1 else []


def begun_like(word: str, known: Iterable[str]) -> list[str]:
    """Longer words that begin as this one does, but for one error."""
    from rapidfuzz.distance import OSA

    size, letters = len(word), {*word}
    return [
        other
        for other in known
        if size >= BEGUN_FROM
        and len(other) > size
        and len(letters.difference(other[: size + 1])) < MOST
        and any(OSA.distance(word, other[: size + n], score_cutoff=1) < MOST for n in (-1, 0, 1))
    ]
