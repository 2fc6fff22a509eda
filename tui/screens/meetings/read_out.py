"""What is read out before a meeting is closed: each decision, action and remark by itself."""

from collections.abc import Iterator
from typing import NamedTuple

from storage.views.meeting import Point
from storage.views.minutes import Minutes, PointMinutes
from storage.views.page_elements import Entry
from tui.draw import signs
from tui.draw.spans import Line, ink, row, wrap_spans
from tui.locale import say
from tui.screens.meetings.room_card import (
    changes_marked,
    head_lines,
    inner_width,
    label_lines,
    on_card,
    signed_lines,
    title_lines,
)
from tui.words.contents.action_contents import by_when, doer
from tui.words.contents.agenda_contents import outcome_told
from tui.words.contents.minutes_contents import DECIDED, SAID, of_attendance


class ReadOut(NamedTuple):
    """Something to read out: what came of a point (no ``entry``), or what was written down; at
    what is said of the meeting itself ``said`` is None."""

    said: PointMinutes | None
    entry: Entry | None

    @property
    def key(self) -> str:
        """What tells it apart, also after it was mended."""
        of = self.entry or self.point
        assert of is not None
        return of.id

    @property
    def point(self) -> Point | None:
        return self.said.point if self.said else None


def to_read(minutes: Minutes) -> list[ReadOut]:
    """The decisions in the order of the agenda, then the actions, then what else was said: what
    stands in the minutes can be mended before they are sent."""
    found: list[ReadOut] = []
    for one in minutes.points:
        if one.point.outcome in DECIDED:
            found.append(ReadOut(one, None))
        found += (ReadOut(one, entry) for entry in one.entries if entry.kind == "decision")
    found += (ReadOut(None, entry) for entry in minutes.entries if entry.kind == "decision")
    for kinds in (("action",), SAID):
        for one in minutes.points:
            found += (ReadOut(one, entry) for entry in one.entries if entry.kind in kinds)
        found += (
            ReadOut(None, entry)
            for entry in minutes.entries
            if entry.kind in kinds and not of_attendance(entry)
        )
    return found


def spoken_lines(
    one: ReadOut, place: int, total: int, width: int, *, colour: bool, large: bool
) -> Iterator[Line]:
    """One of them, large."""
    kind = say(f"entry_kind.{one.entry.kind if one.entry else 'decision'}").capitalize()
    yield from head_lines(kind, str(place), place, total, width, large=large)
    yield from on_card(_body(one, inner_width(width), colour=colour), width, large=large)


def _body(one: ReadOut, inner: int, *, colour: bool) -> Iterator[Line]:
    if one.point is not None:
        yield from title_lines(one.point, inner)
    if one.entry is None and one.said is not None:
        told = ink(outcome_told(one.said.point), bold=True)
        yield from signed_lines(signs.DECISION, [told], inner)
        if one.said.changes:
            yield []
            label = say("agenda.changed")
            yield from changes_marked(label, one.said.changes, inner, colour=colour)
    if one.entry is not None:
        for line in wrap_spans([ink(one.entry.text, bold=True)], inner - 4):
            yield row(inner, line)
        if one.entry.kind == "action":
            yield []
            for label, text in (
                (say("meeting.label_who"), doer(one.entry)),
                (say("agenda.when"), by_when(one.entry)),
            ):
                yield from label_lines(label, [ink(text)], inner) if text else ()
