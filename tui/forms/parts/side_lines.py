"""The values of a line in conflict: numbered while one chooses, else those besides what shows."""

from collections.abc import Iterator
from typing import NamedTuple

from storage.views.disagreement import Claim, Conflict
from tui.draw.spans import (
    Line,
    Span,
    accent,
    amber,
    clean,
    cut,
    gap,
    ink,
    quiet,
    width_of,
    wrap_spans,
)
from tui.forms.model.answer import Answer
from tui.forms.model.watched_record import claimed
from tui.locale import say
from tui.locale.charset import ellipsis
from tui.words import dates
from tui.words.record_words import person
from tui.words.redline import from_difference, redlined


class ConflictValue(NamedTuple):
    """One of the values, and what it is in conflict about."""

    conflict: Conflict
    claim: Claim


def sides_of(answer: Answer) -> list[ConflictValue]:
    """The values that can be chosen, in the order in which they are numbered."""
    return [ConflictValue(one, claim) for one in answer.conflicts for claim in one.claims]


def own_value(answer: Answer) -> str:
    """The number and the words for a value of one's own, which stands last."""
    return f"{len(sides_of(answer)) + 1} {say('form.own_value')}"


def side_lines(answer: Answer, width: int) -> Iterator[Line]:
    """The values under each other, differing words marked, with who said it, when and why."""
    yield [amber(say("form.several_values")), gap(3), quiet(say("form.both_stay"))]
    sides = sides_of(answer)
    for number, (conflict, claim) in enumerate(sides, 1):
        words = [claimed(conflict, one, answer) for one in conflict.claims]
        place = conflict.claims.index(claim)
        who = ink(cut(clean(person(claim.author)), 30), bold=True)
        why = clean(claim.why or "") or (say("form.stood_here") if not place else "")
        head: list[Span] = [accent(str(number), bold=True), gap(), who, gap(3)]
        head.append(quiet(dates.moment_in_words(claim.when)))
        room = width - width_of(head) - 3
        yield [*head, gap(3), quiet(cut(why, room))] if why and room > 8 else head
        other = words[0 if place else 1]
        for line in wrap_spans(redlined(words[place], other), width - 3):
            marked = (one._replace(back="chipsel") if one.back == "sel" else one for one in line)
            yield [gap(2), *marked]


def others_beneath(answer: Answer, width: int) -> Iterator[Line]:
    """What stands there besides what shows, by whom and since when."""
    for conflict in answer.conflicts:
        for claim in conflict.claims[1:]:
            said = quiet(f"{person(claim.author)}, {dates.day_whole(claim.when)}")
            value = claimed(conflict, claim, answer)
            start = [quiet(say("form.otherwise")), gap()]
            room = width - width_of(start)
            if width_of([ink(value), gap(3), said]) <= room:
                yield [*start, ink(value), gap(3), said]
            else:
                shown = claimed(conflict, conflict.claims[0], answer)
                first, *more = wrap_spans(from_difference(value, shown), max(room - 2, 1))
                yield [*start, *first, *([quiet(f" {ellipsis()}")] if more else [])]
                yield [gap(width_of(start)), said]
