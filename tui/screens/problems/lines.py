"""What is said of one problem: what is the matter, the keys that mend it, the page it is about."""

from collections.abc import Iterator

from storage.errors import Refused
from storage.queries.problems.resting import asks_nothing
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.views.problem import Problem
from tui.commands.keymap import hint as key_of
from tui.draw.spans import Line, accent, gap, quiet, room_in, row, wrap
from tui.locale import say
from tui.pages import page_heading, page_lines
from tui.store import Store
from tui.words.called import short_name_of
from tui.words.contents.problem_words import mending, target_of


def problem_lines(
    store: Store, problem: Problem, told: str, last_year: str, width: int
) -> Iterator[Line]:
    """All of it; ``told`` is the sentence of the problem."""
    for line in wrap(told, room_in(width)):
        yield row(width, line)
    yield row(width, [])
    for key, word in _remedies(store, problem):
        yield row(width, [accent(key, bold=True), gap(), quiet(word)])
    if problem.record:
        yield row(width, [])
        yield from _page(store, problem.record, last_year, width)


def _remedies(store: Store, problem: Problem) -> Iterator[tuple[str, str]]:
    how = mending(problem)
    if how is not None:
        yield say("key.enter"), say(f"mend.{how.way}")
    target = target_of(problem)
    if target is not None and (how is None or how.way != "restore"):
        yield key_of("restore"), say("mend.restore_it", name=short_name_of(store, target))
    if problem.kind == "double":
        yield key_of("apart"), say("mend.apart")
    if how is None:
        yield "", say("mend.nothing")
    if asks_nothing(problem):
        yield key_of("rest"), say("mend.no_rest" if problem.resting else "mend.rest")


def _page(store: Store, record: str, last_year: str, width: int) -> Iterator[Line]:
    if type_of(record) not in FIELDS:
        return
    try:
        page = store.page(record)
    except Refused:
        return
    title, right = page_heading(page, width, more=False)
    yield row(width, title, right)
    yield from page_lines(page, width, last_year, keys=False)
