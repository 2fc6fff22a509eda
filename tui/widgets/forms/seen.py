"""What a file holds and what it would change, as lines."""

from collections.abc import Iterable, Iterator, Sequence

from storage.views import Change, Preview
from tui import dates
from tui.acts import title_of
from tui.locale import say, say_count
from tui.messages import Hinted
from tui.pages import LABEL, field_name, labelled
from tui.redline import redline
from tui.spans import Line, clean, cut, gap, ink, quiet, room_in, row, wrap, wrap_spans
from tui.values import in_words
from tui.widgets.lines import Lines
from tui.words import gone_name, sender, waits_for


class Seen(Lines):
    """What is shown of a file; another size makes that it fits or not, which the footer tells."""

    def on_resize(self) -> None:
        self.post_message(Hinted())


def preview_lines(
    preview: Preview, width: int, *, colour: bool, nothing: str = "exchange.nothing_new"
) -> Iterator[Line]:
    """What the file holds, and what it would change; ``nothing`` says that there is nothing new."""
    room = room_in(width)
    facts = (
        ("from", preview.exported_by and sender(preview.exported_by)),
        ("made", dates.moment(preview.exported_at) if preview.exported_at else None),
        ("contents", say_count("exchange.count_acts", preview.acts) if preview.acts else None),
        ("new", _news(preview, nothing)),
        ("result", _conflicts(preview) if preview.acts else None),
        ("waits", waits_for(preview.missing) if preview.missing else None),
        ("apart", say_count("exchange.count_apart", preview.set_apart)),
    )
    for name, text in facts:
        if text and (name != "apart" or preview.set_apart):
            yield from labelled(say(f"exchange.{name}"), text, room, width)
    if preview.gone:
        yield row(width, [])
        for line in wrap(f"! {say_count('exchange.gone', len(preview.gone))}", room, "amber"):
            yield row(width, line)
    for one in preview.gone:
        yield row(width, [gap(2), ink(cut(clean(gone_name(one)), room - 2))])
    gone = {one.record for one in preview.gone}
    for name, changes in (("changes", preview.changes), ("edits", preview.edits)):
        records = _by_record(one for one in changes if one.record not in gone)
        if records:
            yield row(width, [])
            yield row(width, [quiet(say(f"exchange.{name}"))])
        for found in records.values():
            yield from _record(found, room, width, colour=colour)
    if preview.more:
        yield row(width, [quiet(say_count("exchange.more_records", preview.more))])


def _by_record(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The changes of each record; authors are named as senders already."""
    records: dict[str, list[Change]] = {}
    for change in changes:
        if not change.record.startswith("authors/"):
            records.setdefault(change.record, []).append(change)
    return records


def _record(changes: Sequence[Change], room: int, width: int, *, colour: bool) -> Iterator[Line]:
    """What changes in one record; of a new one only that it is new."""
    title = ink(cut(title_of(changes) or say("type.entries"), room - 10))
    new = any(change.field == "life" and change.before is None for change in changes)
    yield row(width, [title, gap(2), quiet(say("exchange.new_record"))] if new else [title])
    for change in () if new else changes:
        now = in_words(change.field, change.value)
        old = in_words(change.field, change.before) if change.before is not None else ""
        name = cut(field_name(change.field), LABEL - 3).ljust(LABEL - 2)
        for n, line in enumerate(wrap_spans(redline(old, now, colour=colour), room - LABEL)):
            yield row(width, [gap(2), quiet(name if n == 0 else " " * len(name)), *line])


def _news(preview: Preview, nothing: str) -> str:
    if not preview.new_acts:
        return say(nothing)
    told = say_count("count.acts", preview.new_acts)
    who = ", ".join(f"{sender(name)} {n}" for name, n in preview.senders)
    return f"{told}   {who}" if who else told


def _conflicts(preview: Preview) -> str:
    if not preview.conflicts:
        return say("exchange.no_conflicts")
    return say_count("count.conflicts", preview.conflicts)
