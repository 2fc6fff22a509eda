"""An erasure as lines: one that someone asks, and what erasing would do."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from storage.views.erasures import AlsoThere, Erasure, Holder, OldCopy, SaidAgain, WouldErase
from tui.draw.spans import Line, clean, quiet, room_in, row, wrap
from tui.locale import say, say_count
from tui.pages.act_page import change_lines, titled
from tui.words import dates
from tui.words.act_words import act_author, describe, told_by_text
from tui.words.contents.erasure_request import named_places
from tui.words.labels import field_name
from tui.words.record_words import title_or_kind
from tui.words.values import in_words

SHOWN = 12  # acts that are shown whole


def erasure_lines(one: Erasure, old: Sequence[OldCopy], width: int) -> Iterator[Line]:
    """How many changes it is about and what was chosen, why, of which fields, and where else it
    stands: also in these ``old`` copies."""
    room, edge = room_in(width), room_in(width) + 4
    for text in _state(one):
        yield from (row(edge, line) for line in wrap(text, room))
    if one.why:
        yield from titled(say("history.why"), wrap(one.why, room), edge)
    yield from _listed("erase.of", named_places(one), room, edge)
    yield row(edge, [])
    yield row(edge, [quiet(say("erase.holders"))])
    for copy in old:
        key = "erase.old_copy" if copy.why is None else "erase.spoilt_copy"
        yield from (row(edge, line) for line in wrap(say(key, name=copy.path.name), room, "amber"))
    yield from (row(edge, line) for line in wrap(say("erase.out_of_reach"), room))


def _state(one: Erasure) -> Iterator[str]:
    if one.confirmed is None:
        yield say_count("erase.told_waiting", one.acts)
        yield say_count("erase.here", one.here) if one.here else say("erase.none_here")
    else:
        yield say_count(f"erase.told_{'confirmed' if one.confirmed else 'refused'}", one.acts)
        yield say("erase.chosen", when=dates.moment_in_words(one.decided))


def would_erase_lines(found: WouldErase, width: int, *, colour: bool) -> Iterator[Line]:
    """What goes, what is said again, where names also stand, and who has a copy."""
    room, edge = room_in(width), room_in(width) + 4
    for act in found.acts[:SHOWN]:
        yield row(edge, [])
        said = f"{describe(act, text=True)}, {act_author(act)}, {dates.moment_in_words(act.at)}"
        yield from (row(edge, line) for line in wrap(said, room, "quiet"))
        if act.why:
            yield from titled(say("history.why"), wrap(act.why, room), edge)
        told = [one for one in act.changes if not told_by_text(one)]
        yield from change_lines(told, width, colour=colour)
    if found.number > SHOWN:
        yield row(edge, [])
        yield row(edge, [quiet(say_count("undo.more_acts", found.number - SHOWN))])
    otherwise = [one for one in found.again if one.value != one.before]
    again = [*map(_said_again, otherwise)]
    same = len(found.again) - len(otherwise)
    again += [say_count("erase.unchanged", same)] if same else []
    yield from _listed("erase.again", again, room, edge)
    names = clean(", ".join(found.names))
    also = [*dict.fromkeys(map(_also, found.also))]
    also += [say_count("erase.more_places", found.more)] if found.more else []
    yield from _listed("erase.also", also, room, edge, names=names)
    holders = [*map(_holder, found.holders), say("erase.out_of_reach")]
    yield from _listed("erase.holders", holders, room, edge)


def _listed(title: str, texts: Sequence[str], room: int, edge: int, **parts: str) -> Iterator[Line]:
    lines = [line for text in texts for line in wrap(text, room)]
    if lines:
        yield from titled(say(title, **parts), lines, edge)


def _said_again(one: SaidAgain) -> str:
    stuck = f" ({say('erase.stuck')})" if one.stuck else ""
    title, value = title_or_kind(one.title, one.record), in_words(one.field, one.value, one.names)
    return f"{title}, {field_name(one.field)}: {value}{stuck}"


def _also(place: AlsoThere) -> str:
    if place.apart is not None:
        return say("erase.apart", n=place.apart)
    if place.field == "why":
        return say("erase.in_reason_of", when=dates.moment_in_words(place.at))
    return f"{title_or_kind(place.title, place.record)}, {field_name(place.field)}"


def _holder(one: Holder) -> str:
    name = Path(one.name).name if one.kind in ("copy", "replaced") else one.name
    return say(f"erase.holder.{one.kind}", name=name, when=dates.day(one.when[:10]))
