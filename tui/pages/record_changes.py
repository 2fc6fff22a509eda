"""What a file or an act changes, record by record, as lines."""

from collections.abc import Iterable, Iterator, Sequence

from storage.views.field_change import FieldChange
from storage.views.import_preview import Preview
from tui.draw.spans import (
    Line,
    clean,
    cut,
    gap,
    ink,
    quiet,
    room_in,
    row,
    width_of,
    wrap,
    wrap_spans,
)
from tui.draw.text_signs import warned
from tui.locale import say, say_count
from tui.pages.change_spans import change_spans
from tui.words.act_words import (
    is_life,
    is_new,
    is_passage,
    life_word,
    listed_as,
    passages_in,
    said_by,
)
from tui.words.labels import LABEL, field_name
from tui.words.record_words import gone_name


def record_change_lines(preview: Preview, width: int, *, colour: bool) -> Iterator[Line]:
    """What changes, record by record, and what does that was changed by hand."""
    room = room_in(width)
    if preview.gone:
        yield row(width, [])
        for line in wrap(warned(say_count("exchange.gone", len(preview.gone))), room, "amber"):
            yield row(width, line)
    for one in preview.gone:
        yield row(width, [gap(2), ink(cut(clean(gone_name(one)), room - 2))])
    gone = {one.record for one in preview.gone}
    parts = (("changes", preview.changes), ("edits", preview.edits), ("kept", preview.kept))
    for name, changes in parts:
        records = _by_record(one for one in changes if one.record not in gone)
        passages = [*filter(is_passage, changes)]
        if records or passages:
            yield row(width, [])
            yield row(width, [quiet(say(f"exchange.{name}"))])
        if passages:
            told = say("history.of", field=say("history.passages"), title=passages_in(passages))
            yield row(width, [ink(cut(told, room))])
        for found in records.values():
            yield from _record(found, room, width, colour=colour)
    if preview.more:
        yield row(width, [quiet(say_count("exchange.more_records", preview.more))])


def _by_record(changes: Iterable[FieldChange]) -> dict[str, list[FieldChange]]:
    """The changes of each record; authors are named as senders already, passages are counted."""
    records: dict[str, list[FieldChange]] = {}
    for change in changes:
        if not change.record.startswith(("authors/", "passages/")):
            records.setdefault(change.record, []).append(change)
    return records


def _record(
    changes: Sequence[FieldChange], room: int, width: int, *, colour: bool
) -> Iterator[Line]:
    """What changes in one record, with who said so last, when and why; of a new one only that it
    is new."""
    new = any(map(is_new, changes))
    said = {one.said for one in changes if one.said is not None}
    once = said.pop() if len(said) == 1 else None
    who = [quiet(said_by(once))] if once is not None else []
    title = ink(cut(listed_as(changes), max(room - 12 - width_of(who), 12)))
    yield row(width, [title, gap(2), quiet(say("exchange.new_record"))] if new else [title], who)
    for change in () if new else changes:
        yield from _field(change, room, width, colour=colour)
        if once is None and change.said is not None:
            yield from _told(said_by(change.said), change.said.why, room, width)
    if once is not None and once.why:
        yield from _told("", once.why, room, width)


def _told(who: str, why: str | None, room: int, width: int) -> Iterator[Line]:
    for line in wrap(": ".join(filter(None, (who, why))), max(room - LABEL, 12), "quiet"):
        yield row(width, [gap(LABEL), *line])


def _field(change: FieldChange, room: int, width: int, *, colour: bool) -> Iterator[Line]:
    if is_life(change):
        yield row(width, [gap(2), ink(life_word(change))])
        return
    name = cut(field_name(change.field), LABEL - 3).ljust(LABEL - 2)
    spans = change_spans(change, colour=colour)
    for n, line in enumerate(wrap_spans(spans, room - LABEL)):
        yield row(width, [gap(2), quiet(name if n == 0 else " " * len(name)), *line])
