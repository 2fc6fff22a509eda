"""The questions can be trusted: their answers exist, the halves are alike, absent is absent."""

from collections import Counter
from functools import cache

from rapidfuzz.distance import OSA

from seed.loader import load
from tests.search.questions import ABSENT, HALVES, absent_words, questions
from tests.search.shown_texts import words_in

MANY = 200
ONE, TWO = 5, 9
"""Letters from which search may take a word for one with an error, or with two."""


@cache
def words_of_the_arrangement() -> frozenset[str]:
    texts = [str(value) for one in load() for pair in one.values.items() for value in pair]
    return frozenset(words_in(" ".join(texts)))


def test_there_are_many_and_none_is_asked_twice() -> None:
    asked = [one.ask for half in HALVES for one in questions(half)]
    assert len(asked) == len(set(asked)) >= MANY


def test_the_halves_have_as_many_of_each_class() -> None:
    tune, report = (Counter(one.kind for one in questions(half)) for half in HALVES)
    assert tune.keys() == report.keys()
    assert all(tune[kind] - report[kind] in {0, 1} for kind in tune)


def test_every_answer_is_there_and_only_what_is_absent_has_none() -> None:
    known = {one.id for one in load()}
    for half in HALVES:
        for one in questions(half):
            assert one.expect <= known, one
            assert bool(one.expect) == (one.kind != ABSENT), one


def test_absent_words_stand_nowhere() -> None:
    """Nor does any word of the arrangement begin with one, stand at its begin or end, or differ
    from it by no more than errors of typing."""
    known = words_of_the_arrangement()
    long = {word for word in known if len(word) > 3}
    asked = [one.ask for half in HALVES for one in questions(half) if one.kind == ABSENT]
    for word in [*asked, *(one for half in HALVES for one in absent_words(half))]:
        assert not [one for one in known if one.startswith(word)]
        assert not [one for one in long if word.startswith(one) or word.endswith(one)]
        errors = (len(word) >= ONE) + (len(word) >= TWO)
        assert not [one for one in known if OSA.distance(word, one) <= errors]
