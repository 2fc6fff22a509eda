"""Whatever is typed ends in an answer or a sentence, and in no more work than a question may be."""

import sys
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.reader import Reader
from storage.views.search_hit import Found
from tests.depth import DEPTH, examples
from tests.search.shown_texts import shown_texts, words_in

LIMIT = 20
EVERY = 3
"""One in so many titles is tried; all of them where someone has the time."""
STEPS, CALLS = 3_000_000, 300_000
"""Of SQLite and of Python: what a question may cost in the arrangement that the app brings."""

HOSTILE = (
    '"', '""', "'", "*", "-", "--", "-*", "(", ")", ":", "NEAR", "NEAR(a b, 3)", "OR", "AND", "NOT",
    "^a", "{title}", "+", "title:", "title : a", "regio:", "region:zzz", "voor:31-02-2015",
    "voor:gisteren-overmorgen", "wacht:misschien", "gewijzigd:99999999w", "stil:-1", "is:",
    "zonder:alles", "vindplaats:..", '-"', '"open', "regio:\"", "-regio:twente", "\0", "\u202e",
    "\u05d0\u05d1\u05d2", "\U0001f469\u200d\U0001f52c", "\u0301", "\ufeff", "ß", "İ", "%", "_",
    "\\", ";", "--; DROP TABLE texts", "\ud800",
)  # fmt: skip
WORDS = sorted({word for one in shown_texts() for word in words_in(one.title)})
PIECES = st.one_of(st.sampled_from(HOSTILE), st.sampled_from(WORDS), st.text(max_size=12))
TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.tuples(PIECES, st.sampled_from(["", " "])).map(lambda one: "".join(one) * 10_000),
)


class Work:
    """Counts steps of SQLite and calls of Python while something is asked."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.steps = self.calls = 0

    def of(self, ask: Callable[[], Found]) -> Found:
        self._reader.connection.set_progress_handler(self._step, 1000)
        sys.setprofile(self._call)
        try:
            return ask()
        finally:
            sys.setprofile(None)
            self._reader.connection.set_progress_handler(None, 0)

    def _step(self) -> int:
        self.steps += 1000
        return 0

    def _call(self, _frame: object, event: str, _argument: object) -> None:
        self.calls += event == "call"


@pytest.fixture(scope="module")
def known(oost_opened: Reader) -> Reader:
    """What is remembered between questions is there."""
    oost_opened.search("technikcampus", LIMIT)
    return oost_opened


@given(TEXTS)
@examples(40)
@example("\0")
@example("a " * 5_000)
@example("techniek " * 1_200)
@example(" ".join(WORDS))
@example("abcdefghij" * 1_000)
@example('"' * 10_000)
@example("-" * 10_000)
@example("x:" * 5_000)
def test_any_text_is_answered_with_little_work(known: Reader, text: str) -> None:
    work = Work(known)
    found = work.of(lambda: known.search(text[:10_000], LIMIT))
    assert len(found.hits) <= LIMIT
    assert work.steps <= STEPS
    assert work.calls <= CALLS


def test_a_title_typed_in_full_comes_first(oost_opened: Reader) -> None:
    """Or another record that has the same title."""
    titles = {one.id: one.title for one in shown_texts() if one.title}
    first = {}
    for id_, title in [*titles.items()][:: 1 if DEPTH > 1 else EVERY]:
        hits = oost_opened.search(title, 1).hits
        first[id_] = hits[0].id if hits else ""
    wrong = {
        titles[id_]: titles.get(found, found)
        for id_, found in first.items()
        if words_in(titles.get(found, "")) != words_in(titles[id_])
    }
    assert wrong == {}
