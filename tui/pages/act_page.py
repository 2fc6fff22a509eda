"""An act as a page: who, when, where from, why, and what it changed, in lines."""

from collections.abc import Iterable, Iterator, Sequence

from storage.views.act_row import ActRow
from storage.views.field_change import FieldChange
from storage.views.undo_effect import TakingBack
from tui.draw.spans import (
    Line,
    clean,
    cut,
    ink,
    parts,
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
from tui.pages.upshot_lines import upshot_lines
from tui.words import dates
from tui.words.act_words import (
    act_author,
    changed_title,
    doubts,
    is_entry,
    is_life,
    is_passage,
    life_word,
    passages_in,
    told_act,
    told_by_text,
)
from tui.words.contents.undo_words import told_of
from tui.words.labels import field_name

MOST = 200  # fields that are shown of one act


def act_lines(
    act: ActRow, width: int, *, undone: Sequence[ActRow] = (), known: str = "", colour: bool = True
) -> Iterator[Line]:
    """Everything of an act; ``undone`` are the acts that it takes back, ``known`` the record whose
    name need not be said."""
    room, edge = room_in(width), room_in(width) + 4
    for head in _when_and_who(act, room):
        yield row(width, head)
    for doubt in doubts(act):
        yield from (row(width, one) for one in wrap(warned(doubt), room, "amber"))
    for line in _from_where(act):
        yield from (row(width, one) for one in wrap(line, room, "quiet"))
    if act.void:
        yield row(width, [ink(say("history.taken_back"))])
    if act.to_erase:
        told = say("history.to_erase")
        yield from (row(width, one) for one in wrap(told, room, "amber"))
    if act.why:
        yield from titled(say("history.why"), wrap(act.why, room), edge)
    if undone:
        whole = "\n".join(map(told_act, undone))
        yield from titled(say("history.undone_acts"), wrap(whole, room), edge)
        back = [
            change._replace(before=change.value, value=change.before)
            for one in undone
            for change in one.changes
            if not told_by_text(change)
        ]
        yield from change_lines(back, width, about=known, colour=colour)
    yield from change_lines(act.changes, width, about=known, colour=colour)


def _when_and_who(act: ActRow, room: int) -> list[Line]:
    """In one line where that fits, else in two; how long ago it is where there is room for that."""
    when, who = ink(dates.moment_in_words(act.when)), quiet(act_author(act))
    ago = [quiet(said)] if (said := dates.long_ago(dates.local_day(act.when))) else []
    fitting: list[list[Line]]
    fitting = [[parts([when, *ago, who])], [parts([when, *ago]), [who]], [parts([when, who])]]
    fits = (heads for heads in fitting if width_of(heads[0]) <= room)
    return next(fits, [[when], [who]])


def change_lines(
    changes: Sequence[FieldChange], width: int, *, about: str = "", colour: bool = True
) -> Iterator[Line]:
    """Field by field, from what to what: words that went and came are coloured and marked. What a
    record is besides new, what its text tells already, and passages one by one are left out."""
    room, edge = room_in(width), room_in(width) + 4
    rest = [one for one in changes if not is_passage(one)]
    if passages := passages_in([one for one in changes if one not in rest]):
        yield from titled(say("history.passages"), [[ink(passages)]], edge)
    order = {record: n for n, record in enumerate(dict.fromkeys(one.record for one in rest))}
    found = [one for one in rest if not told_by_text(one)]
    found.sort(key=lambda one: (order[one.record], not is_life(one)))
    for change in found[:MOST]:
        title = cut(_title(change, about), room)
        body = () if is_life(change) else _change(change, room, colour=colour)
        yield from titled(title, body, edge)
    if len(found) > MOST:
        told = say_count("history.more_fields", len(found) - MOST)
        yield from titled("", [[quiet(told)]], edge)


def taking_back_lines(found: TakingBack, width: int, *, colour: bool = True) -> Iterator[Line]:
    """What taking back would do, and what would stay as it is."""
    room, edge = room_in(width), room_in(width) + 4
    follows = [*upshot_lines(found.follows, width)]
    if follows:
        yield row(edge, [])
        yield from follows
    if found.passages:
        told = say_count(f"undo.passages_{found.passages_then}", found.passages)
        yield from titled(say("history.passages"), wrap(told, room), edge)
    if not found.changes and not follows and not found.passages:
        yield from titled("", wrap(say("undo.nothing_changes"), room), edge)
    records = {one.record for one in found.changes} | {one.record for one in found.stays}
    about = next(iter(records)) if len(records) == 1 else ""
    yield from change_lines(found.changes, width, about=about, colour=colour)
    for stays in found.stays[:MOST]:
        yield from titled(say("undo.stays_title"), wrap(told_of(stays), room), edge)
    if found.besides:
        told = say_count("undo.besides", found.besides)
        yield from titled("", wrap(told, room, "quiet"), edge)


def titled(title: str, lines: Iterable[Line], edge: int) -> Iterator[Line]:
    """A blank line, a quiet title, and what stands under it."""
    yield row(edge, [])
    if title:
        yield row(edge, [quiet(title)])
    for line in lines:
        yield row(edge, line)


def _from_where(act: ActRow) -> Iterator[str]:
    """The device, and through which file it came; of what was made here neither is a question."""
    if act.seed:
        return
    if act.here:
        yield say("history.this_device")
    if act.file is not None:
        yield say("history.file", file=clean(act.file), at=dates.moment_in_words(act.arrived))
    elif not act.here:
        yield say("history.no_file", at=dates.moment_in_words(act.arrived))


def _title(change: FieldChange, about: str) -> str:
    name = life_word(change) if is_life(change) else field_name(change.field)
    if is_entry(change) and change.field == "text":
        name = say("type.entries")
    elsewhere = change.record != about and not (is_entry(change) and about)
    return name.capitalize() + (f"   {changed_title([change])}" if elsewhere else "")


def _change(change: FieldChange, room: int, *, colour: bool) -> Iterable[Line]:
    return wrap_spans(change_spans(change, colour=colour), room)
