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
from tui.pages.change_spans import change_spans
from tui.screens.meetings.rows import sign_of_point
from tui.words import dates
from tui.words.contents.agenda_contents import agreement_now, change_told, outcome_told
from tui.words.contents.log_entry import entry_asks, entry_text
from tui.words.labels import LABEL, field_name
from tui.words.record_words import short_code, word

AIR = 4
"""Cells before the text of the card: air, its bar, and air again."""
MOST = 96
"""Cells of the widest card."""


class Placed(NamedTuple):
    """Where a point stands among those that the room sees: ``place`` counts from 1."""

    agenda: Agenda
    points: Sequence[Point]
    place: int


def room_lines(
    card: PointCard, placed: Placed, width: int, *, colour: bool, large: bool
) -> Iterator[Line]:
    """Where the meeting is, and the card; ``large`` has the number in large digits."""
    whole = min(width, MOST)
    yield from _head(card.point, placed, whole, large=large)
    inner = max(whole - 2 * AIR - 2, 20)
    body = chain(_title(card.point, inner), _body(card, placed, inner, colour=colour), [[]])
    for line in chain([[]], body) if large else body:
        yield [gap(2), Sign(signs.BAR, "accent"), *_on_page([gap(AIR - 2), *line], inner + AIR)]


def _on_page(line: Line, width: int) -> list[Span]:
    return [one if one.back else one._replace(back="page") for one in crop(line, width)]


def _head(point: Point, placed: Placed, width: int, *, large: bool) -> Iterator[Line]:
    """The heading it stands under, how far the meeting is, and its number."""
    above = next((one for one in placed.points if tail_of(one.id) == point.part_of), None)
    total = number(len(placed.points))
    told = say("meeting.place", place=number(placed.place), total=total)
    title = ink(cut(clean(above.title), width // 2)) if above else gap()
    label = f"{point.number}{point.variant}"
    digits = _digits(label) if large and not charset.is_ascii() else None
    if digits is None:
        yield row(width, [gap(2), quiet(title.text), gap(2 if above else 0), quiet(label)],
                  [quiet(told), gap(2)])  # fmt: skip
        yield _progress(placed, width - 6)
        yield []
        return
    wide = len(digits[0]) + len(told) + 8
    lefts: list[Line] = [[gap(2), quiet(title.text)], [], _progress(placed, width - wide)]
    for n, (left, drawn) in enumerate(zip(lefts, digits, strict=True)):
        end = quiet(told) if n == 2 else gap(len(told))
        yield row(width, left, [Span(drawn, bold=True), gap(2), end, gap(2)])
    yield []


def _progress(placed: Placed, width: int) -> Line:
    """How far the meeting is, as a line."""
    cells = max(width - 4, 8)
    done = round(cells * (placed.place - 1) / max(len(placed.points), 1))
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


def _title(point: Point, inner: int) -> Iterator[Line]:
    code = short_code(point.row.code) if point.row else ""
    for line in wrap(point.title, inner - 14):
        bold = [span._replace(bold=True) for span in line]
        yield row(inner, bold, [quiet(code)] if code else ())
        code = ""
    yield []


def _body(card: PointCard, placed: Placed, inner: int, *, colour: bool) -> Iterator[Line]:
    point, text, since, last, said = card
    if text:
        yield from (row(inner, line) for line in wrap(text, inner - 4))
        yield []
    yield from _below(point, placed, inner)
    yield from _stands(point, last, inner)
    if since:
        yield []
        yield row(inner, [quiet(say("agenda.since"))])
        yield from _changes("", since, inner, colour=colour)
    if point.proposal is not None and point.outcome is None:
        yield []
        yield from _changes(say("agenda.proposal"), point.proposal.changes, inner, colour=colour)
        if point.proposal.by:
            yield row(inner, [gap(LABEL), quiet(say("agenda.proposed_by", who=point.proposal.by))])
        if point.proposal.stale:
            fields = ", ".join(field_name(one) for one in point.proposal.stale)
            told = warned(say("agenda.stale", fields=fields))
            yield from (row(inner, line) for line in wrap(told, inner - 4, "amber"))
    if point.outcome is not None:
        yield []
        spans = ink(outcome_told(point), bold=True)
        yield from _signed(signs.DECISION, [spans], inner)
    for entry in said:
        spoken = ", ".join(part for part in (entry_text(entry), entry_asks(entry)) if part)
        yield from _signed(signs.ENTRY.get(entry.kind, signs.NOTE), [ink(spoken)], inner)


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
        yield from _labelled(say("agenda.now"), now, inner)
        if row_.signal in signs.SIGNAL:
            told = [signs.SIGNAL[row_.signal], gap(), ink(word("signal", row_.signal))]
            yield from _labelled(field_name("signal").capitalize(), told, inner)
    if point.reason:
        yield from _labelled(say("agenda.why"), [ink(point.reason)], inner)
    if last is not None:
        day = f"{dates.day_short(last.date)}  " if last.date else ""
        yield from _labelled(say("agenda.last"), [quiet(day), ink(entry_text(last))], inner)


def _changes(
    label: str, changes: Iterable[FieldChange], inner: int, *, colour: bool
) -> Iterator[Line]:
    """Field by field what went and what came."""
    for change in changes:
        told: list[Span] = [ink(change_told(change), bold=True)]
        if not change.field.startswith("parties/"):  # says its role itself
            told = [quiet(field_name(change.field)), gap(2), *change_spans(change, colour=colour)]
        yield from _labelled(label, told, inner)
        label = ""


def _labelled(label: str, spans: Iterable[Span], inner: int) -> Iterator[Line]:
    start = quiet(cut(label, LABEL - 1).ljust(LABEL))
    for line in wrap_spans(spans, inner - LABEL - 4):
        yield row(inner, [start, *line])
        start = gap(LABEL)


def _signed(sign: Span, spans: Iterable[Span], inner: int) -> Iterator[Line]:
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
