"""Words of titles and names, typed wrongly at random: the same ones each time."""

import random
import string
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tests.search.questions import Half, Question
from tests.search.shown_texts import Shown, words_in

SHORTEST = 6
LONG = 9
COUNT = 200
SEEDS: dict[Half, int] = {"tune": 1416, "report": 2014}
HOW_MANY = ("random error, one", "random errors, two", "random errors, two, nine letters")


def wrongly_typed(texts: Sequence[Shown], half: Half, count: int = COUNT) -> list[Question]:
    """So many with one error in words of six letters and more, with two in those, and with two in
    words of nine and more. What has the word in its title or a name answers it."""
    by_word = _words(texts)
    known = {word for one in texts for word in words_in(f"{one.title} {one.text}")}
    chance = random.Random(SEEDS[half])
    found = []
    for kind, errors, shortest in zip(HOW_MANY, (1, 2, 2), (SHORTEST, SHORTEST, LONG), strict=True):
        words = sorted(word for word in by_word if len(word) >= shortest)
        for word in chance.choices(words, k=count):
            wrong = word
            while wrong in known:  # a right word, which may well mean something else
                wrong = _spoilt(word, errors, chance)
            found.append(Question(kind, wrong, frozenset(by_word[word]), word))
    return found


def _words(texts: Sequence[Shown]) -> dict[str, set[str]]:
    """The words of titles and names, with the records that have them there."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in texts:
        for word in words_in(" ".join((one.title, *one.names))):
            if word.isalpha():
                found[word].add(one.id)
    return found


def _spoilt(word: str, errors: int, chance: random.Random) -> str:
    """With as many errors, none of which takes another back."""
    wrong = {word}
    for _ in range(errors):
        last, word = word, chance.choice([*_errors(word, chance)])
        while word in wrong:
            word = chance.choice([*_errors(last, chance)])
        wrong.add(word)
    return word


def _errors(word: str, chance: random.Random) -> Iterator[str]:
    """One of each sort, somewhere: another letter, one more, one less, two swapped."""
    at = chance.randrange(len(word) - 1)
    letter = chance.choice(string.ascii_lowercase)
    yield word[:at] + letter + word[at + 1 :]
    yield word[:at] + letter + word[at:]
    yield word[:at] + word[at + 1 :]
    yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
