"""How many questions of each class are answered first and among the first three, and how soon."""

import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from statistics import quantiles
from typing import NamedTuple

from tests.search.contenders import Ask
from tests.search.questions import (
    DOCUMENT,
    Half,
    Question,
    absent_words,
    questions,
)
from tests.search.shown_texts import Shown
from tests.search.typing_errors import COUNT, HOW_MANY, wrongly_typed

ALL = "all questions"
"""Those that were written, without those of the document."""
ABSENT_WORDS = "absent words"
APART = (*HOW_MANY, ABSENT_WORDS, DOCUMENT)
"""Classes that do not count among all questions."""


class Answer(NamedTuple):
    """A question with what answered it, and in how many seconds."""

    question: Question
    found: tuple[str, ...]
    took: float

    def right(self, among: int) -> bool:
        """Whether one of the first so many is right; what is absent must have no answer."""
        expect = self.question.expect
        return bool(expect & {*self.found[:among]}) if expect else not self.found


class Success(NamedTuple):
    """Of how many questions, and how many are answered by the first and by the first three."""

    asked: int
    first: float
    third: float


def asked(
    half: Half, texts: Sequence[Shown], errors: int = COUNT, *, document: bool = False
) -> list[Question]:
    """Everything that one half asks, with so many random errors of each sort."""
    words = [Question(ABSENT_WORDS, word, frozenset()) for word in absent_words(half)]
    written = [one for one in questions(half) if document or one.kind != DOCUMENT]
    return [*written, *wrongly_typed(texts, half, errors), *words]


def answers(ask: Ask, asked: Iterable[Question]) -> list[Answer]:
    found = []
    for one in asked:
        start = time.process_time()
        ids = tuple(ask(one.ask))
        found.append(Answer(one, ids, time.process_time() - start))
    return found


def by_class(answers: Collection[Answer]) -> dict[str, Success]:
    """In the order in which they were asked, all of them together last."""
    found: dict[str, list[Answer]] = defaultdict(list)
    for one in answers:
        found[one.question.kind].append(one)
    found[ALL] = [one for one in answers if one.question.kind not in APART]
    return {kind: _success(those) for kind, those in found.items() if those}


def _success(answers: Sequence[Answer]) -> Success:
    first, third = (sum(one.right(among) for one in answers) for among in (1, 3))
    return Success(len(answers), first / len(answers), third / len(answers))


def times(answers: Collection[Answer]) -> tuple[float, float]:
    """The median and the 95th percentile, in seconds."""
    steps = quantiles([one.took for one in answers], n=20)
    return steps[9], steps[18]


GOALS = {
    ALL: 0.97, "abbreviation": 1.0, "accent": 1.0, "punctuation": 1.0,
    HOW_MANY[0]: 0.97, HOW_MANY[2]: 0.9, ABSENT_WORDS: 0.95,
}  # fmt: skip
"""What must be answered among the first three."""
