"""Titles and texts that read like those of the arrangement, any number of them: its sentences with
other words of it in them, as often as it has those, and new compounds, so that there are more words
the more texts there are."""

import random
import re
from collections.abc import Callable
from functools import cache

from seed.loader import load

Said = Callable[[int], tuple[str, str]]
"""The title and the text of the agreement with this number."""

OTHER, NEW = 0.3, 0.03
"""Of a hundred words, how many are others, and how many are compounds."""

_SENTENCE = re.compile(r"(?<=[.!?]) ")
_WORD = re.compile(r"\w+")


@cache
def _source() -> tuple[list[str], list[str], list[str]]:
    """The titles, the sentences and every word as often as it stands there."""
    agreements = [one.values for one in load() if one.id.startswith("agreements/")]
    titles = [str(one["title"]) for one in agreements]
    sentences = [line for one in agreements for line in _SENTENCE.split(str(one["text"]))]
    return titles, sentences, _WORD.findall(" ".join([*titles, *sentences]))


def dutch(number: int) -> tuple[str, str]:
    """The same for the same number: a title and a text of one to four sentences."""
    titles, sentences, words = _source()
    chance = random.Random(number)

    def other(found: re.Match[str]) -> str:
        odds = chance.random()
        if odds < NEW:
            first, second = (chance.choice(words) for _ in range(2))
            return f"{first}{second.lower()}"
        return chance.choice(words) if odds < OTHER else found[0]

    title = _WORD.sub(other, chance.choice(titles))
    text = " ".join(chance.choice(sentences) for _ in range(chance.randint(1, 4)))
    return title, _WORD.sub(other, text)
