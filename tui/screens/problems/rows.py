"""The problems as rows, under the kind that they are."""

from collections.abc import Iterator, Sequence

from storage.records.ids import type_of
from storage.views.problem import Problem
from tui.draw import signs
from tui.draw.spans import clean, cut, ink, quiet
from tui.locale import number, say
from tui.rows.row import Blank, ChoiceRow, Heading, Row
from tui.words.contents.problem_words import problem_kind, whose
from tui.words.record_words import short_code


def problem_row_key(problem: Problem) -> str:
    """The key of the row of a problem."""
    return repr((problem.kind, problem.record, sorted(problem.details.items(), key=repr)))


def problem_rows(problems: Sequence[Problem]) -> Iterator[Row]:
    """Those that rest come last, under a heading of their own."""
    groups: dict[str, list[Problem]] = {}
    for one in sorted(problems, key=lambda one: one.resting):
        name = say("problems.resting") if one.resting else problem_kind(one).capitalize()
        groups.setdefault(name, []).append(one)
    for n, (name, found) in enumerate(groups.items()):
        if n:
            yield Blank()
        yield Heading(name, number(len(found)))
        for one in found:
            yield _row(one)


def _row(problem: Problem) -> Row:
    type_ = type_of(problem.record)
    right = short_code(clean(problem.code)) if problem.code else ""
    if not right and type_:
        right = say(f"type.{type_}")
    title = whose(problem) if problem.title != problem.record else right.capitalize()
    if problem.resting:
        return ChoiceRow(
            problem_row_key(problem),
            [quiet(cut(clean(title), 200))],
            [quiet(problem_kind(problem))],
        )
    return ChoiceRow(
        problem_row_key(problem), [ink(cut(clean(title), 200))], [quiet(right)], signs.CAUTION
    )
