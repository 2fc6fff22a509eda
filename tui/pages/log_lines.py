"""The logbook, newest first: day, text, and quietly who wrote it."""

from collections.abc import Iterator

from storage.views.page_elements import Entry
from tui.draw import signs
from tui.draw.spans import Line, Span, clean, cut, gap, quiet, row, wrap
from tui.words import dates
from tui.words.contents.log_entry import ACTION, entry_asks, entry_text, wrote

DAY = 8


def log_lines(entries: tuple[Entry, ...], room: int, edge: int) -> Iterator[Line]:
    """The logbook in lines."""
    start = max([DAY, *(len(dates.day_short(entry.date)) + 2 for entry in entries)])
    for n, entry in enumerate(entries):
        if n:
            yield row(edge, [])
        yield from _entry(entry, start, room, edge)


def _entry(entry: Entry, start: int, room: int, edge: int) -> Iterator[Line]:
    done = entry.kind == ACTION and entry.done
    sign: Span | None = signs.DECISION if done else signs.ENTRY.get(entry.kind, signs.NOTE)
    day = dates.day_short(entry.date)
    for n, line in enumerate(wrap(entry_text(entry), room - start)):
        before = quiet((day if n == 0 else "").ljust(start))
        yield row(edge, [before, *line], (), sign if n == 0 else None)
    for line in wrap(entry_asks(entry), room - start, "quiet") if entry_asks(entry) else ():
        yield row(edge, [gap(start), *line])
    if names := wrote(entry):
        yield row(edge, [gap(start), quiet(cut(clean(names), room - start))])
