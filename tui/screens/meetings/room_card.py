"""A point of the agenda as a room reads it: few words, much air, nothing of one's own."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from textual.renderables.digits import DIGITS, DIGITS3X3

from storage.records.ids import tail_of
from storage.views.field_change import FieldChange
from storage.views.meeting import Agenda, Point, PointCard
from storage.views.page_elements import Entry
from tui.draw import signs
from tui.draw.signs import Sign
from tui.draw.spans import (
    Line,
    Span,
    accent,
    clean,
    crop,
    cut,
    gap,
    ink,
    quiet,
    row,
    wrap,
    wrap_spans,
)
from tui.draw.text_signs import warned
from tui.locale import charset, number, say
from tui.screens.meetings.rows import became, sign_of_point
from tui.words import dates
from tui.words.contents.agenda_contents import agreement_now, change_told, outcome_told
from tui.words.contents.log_entry import entry_asks, entry_text
from tui.words.labels import LABEL, field_name
from tui.words.record_words import short_code, word

AIR = 4
"""Cells before the text of the card: air, its bar, and air again."""
HIGH = 28
"""Rows of the screen from which its number is large."""
MOST = 96
"""Cells of the widest card."""


class Placed(NamedTuple):
    """Where a point stands among those that the room sees: ``place`` counts from 1; ``decided`` is
    what the meeting changed in its agreement."""

    agenda: Agenda
    points: Sequence[Point]
    place: int
    decided: Sequence[FieldChange] = ()


def room_lines(
    card: PointCard, placed: Placed, width: int, *, colour: bool, large: bool
) -> Iterator[Line]:
    """Where the meeting is, and the card; ``large`` has the number in large digits."""
    point = card.point
    above = next((one for one in placed.points if tail_of(one.id) == point.part_of), None)
    named, label = above.title if above else "", f"{point.number}{point.variant}"
    yield from head_lines(named, label, placed.place, len(placed.points), width, large=large)
    inner = inner_width(width)
    body = chain(title_lines(point, inner), _body(card, placed, inner, colour=colour))
    yield from on_card(body, width, large=large)


def inner_width(width: int) -> int:
    """The cells of a line on the card."""
    return max(min(width, MOST) - 2 * AIR - 2, 20)


def on_card(body: Iterable[Line], width: int, *, large: bool) -> Iterator[Line]:
    """These lines on the ground of a page with a bar before it."""
    wide = inner_width(width) + AIR
    for line in chain([[]] if large else [], body, [[]]):
        yield [gap(2), Sign(signs.BAR, "accent"), *_on_page([gap(AIR - 2), *line], wide)]


def _on_page(line: Line, width: int) -> list[Span]:
    return [one if one.back else one._replace(back="page") for one in crop(line, width)]


def head_lines(
    title: str, label: str, place: int, total: int, width: int, *, large: bool
) -> Iterator[Line]:
    """What comes under which heading, its number, and how far one is."""
    whole = min(width, MOST)
    told = say("meeting.place", place=number(place), total=number(total))
    named = cut(clean(title), whole // 2)
    digits = _digits(label) if large and not charset.is_ascii() else None
    if digits is None:
        label = "" if label == number(place) else label
        left = [gap(2), quiet(named), gap(2 if named else 0), quiet(label)]
        yield row(whole, left, [quiet(told), gap(2)])
        yield _progress(place, total, whole - 6)
        yield []
        return
    wide = len(digits[0]) + len(told) + 8
    lefts: list[Line] = [[gap(2), quiet(named)], [], _progress(place, total, whole - wide)]
    for n, drawn in enumerate(digits):
        end = quiet(told) if n == 2 else gap(len(told))
        yield row(whole, lefts[n], [Span(drawn, bold=True), gap(2), end, gap(2)])
    yield []


def _progress(place: int, total: int, width: int) -> Line:
    """How far one is, as a line."""
    cells = max(width - 4, 8)
    done = round(cells * (place - 1) / max(total, 1))
    return [gap(2), Sign(signs.DONE * done, "accent"), Sign(signs.DONE * (cells - done), "line")]


def _digits(label: str) -> list[str] | None:
    """A number in digits of three rows; None where one of them cannot be drawn."""
    if any(one not in DIGITS and one != "." for one in label):
        return None
    drawn = [(" ", " ", ".") if one == "." else _digit(one) for one in label]
    return ["".join(rows) for rows in zip(*drawn, strict=True)]


def _digit(one: str) -> tuple[str, ...]:
    start = DIGITS.index(one) * 3
    return tuple(line.ljust(3) for line in DIGITS3X3[start : start + 3])


def title_lines(point: Point, inner: int) -> Iterator[Line]:
    """What a point is called, with its code."""
    code = short_code(point.row.code) if point.row else ""
    for line in wrap(point.title, inner - 14):
        bold = [span._replace(bold=True) for span in line]
        yield row(inner, bold, [quiet(code)] if code else ())
        code = ""
    yield []


def _body(card: PointCard, placed: Placed, inner: int, *, colour: bool) -> Iterator[Line]:
    point, text, since, last, said, *_ = card
    if text:
        yield from (row(inner, line) for line in wrap(text, inner - 4))
        yield []
    yield from _below(point, placed, inner)
    yield from _stands(point, last, inner)
    if since:
        yield []
        yield row(inner, [quiet(say("agenda.since"))])
        yield from changes_marked("", since, inner, colour=colour)
    if point.proposal is not None and point.outcome is None:
        yield []
        yield from changes_marked(
            say("agenda.proposal"), point.proposal.changes, inner, colour=colour
        )
        if point.proposal.by:
            yield row(inner, [gap(LABEL), quiet(say("agenda.proposed_by", who=point.proposal.by))])
        if point.proposal.stale:
            fields = ", ".join(field_name(one) for one in point.proposal.stale)
            told = warned(say("agenda.stale", fields=fields))
            yield from (row(inner, line) for line in wrap(told, inner - 4, "amber"))
    if point.outcome is not None:
        yield []
        spans = ink(outcome_told(point), bold=True)
        yield from signed_lines(signs.DECISION, [spans], inner)
        yield from changes_marked("", placed.decided, inner, colour=colour)
    for entry in said:
        spoken = ", ".join(part for part in (entry_text(entry), entry_asks(entry)) if part)
        yield from signed_lines(signs.ENTRY.get(entry.kind, signs.NOTE), [ink(spoken)], inner)


def _below(point: Point, placed: Placed, inner: int) -> Iterator[Line]:
    """The points that stand under this one."""
    for one in placed.points:
        if one.part_of == tail_of(point.id):
            code = [quiet(short_code(one.row.code))] if one.row else []
            left = [quiet(f"{one.number}{one.variant}".ljust(5)), ink(one.title)]
            yield row(inner, left, code, sign_of_point(one))


def _stands(point: Point, last: Entry | None, inner: int) -> Iterator[Line]:
    """How the agreement stands, its signal, why it is here, and what was said last."""
    if point.row is not None:
        row_ = point.row
        sign = signs.of_agreement(row_.kind, row_.status, late=row_.overdue)
        now = [*([sign, gap()] if sign else []), ink(agreement_now(point))]
        yield from label_lines(say("agenda.now"), now, inner)
        if row_.signal in signs.SIGNAL:
            told = [signs.SIGNAL[row_.signal], gap(), ink(word("signal", row_.signal))]
            yield from label_lines(field_name("signal").capitalize(), told, inner)
    if point.reason:
        yield from label_lines(say("agenda.why"), [ink(point.reason)], inner)
    if last is not None:
        day = f"{dates.day_short(last.date)}  " if last.date else ""
        yield from label_lines(say("agenda.last"), [quiet(day), ink(entry_text(last))], inner)


def changes_marked(
    label: str, changes: Iterable[FieldChange], inner: int, *, colour: bool
) -> Iterator[Line]:
    """Field by field what went and what came."""
    for change in changes:
        told: list[Span] = [ink(change_told(change), bold=True)]
        if not change.field.startswith("parties/") and change.before != change.value:
            told = [quiet(field_name(change.field)), gap(2), *became(change, colour=colour)]
        yield from label_lines(label, told, inner)
        label = ""


def label_lines(label: str, spans: Iterable[Span], inner: int) -> Iterator[Line]:
    """A quiet label, and what it says beside it."""
    start = quiet(cut(label, LABEL - 1).ljust(LABEL))
    for line in wrap_spans(spans, inner - LABEL - 4):
        yield row(inner, [start, *line])
        start = gap(LABEL)


def signed_lines(sign: Span, spans: Iterable[Span], inner: int) -> Iterator[Line]:
    """A text with its sign before the first line."""
    first: Span | None = sign
    for line in wrap_spans(spans, inner - 4):
        yield row(inner, line, (), first)
        first = None


def key_lines(keys: Iterable[tuple[str, str]], width: int) -> Iterator[Line]:
    """Keys under the card, each with its word."""
    lines: list[list[Span]] = [[]]
    room = min(width, MOST) - 2 * AIR
    for key, said in keys:
        spans = [accent(key, bold=True), gap(), quiet(said)]
        size = sum(len(one.text) for one in (*lines[-1], *spans))
        if lines[-1] and size + 3 > room:
            lines.append([])
        lines[-1] += [*([gap(3)] if lines[-1] else []), *spans]
    for line in lines:
        yield []
        yield [gap(AIR + 2), *line]
