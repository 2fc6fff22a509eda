"""An erasure as lines: one that someone asks, and what erasing would do."""

from collections.abc import Iterator, Sequence

from storage.views.erasure import AlsoThere, Erasure, Holder, SaidAgain, WouldErase
from tui import dates
from tui.acts import describe, told_by_text, who
from tui.contents.labels import field_name
from tui.locale import say, say_count
from tui.pages.act import change_lines, titled
from tui.spans import Line, clean, quiet, room_in, row, wrap
from tui.values import in_words
from tui.words import SHORT_ID

SHOWN = 12  # acts that are shown whole


def asker(one: Erasure) -> str:
    """Who asks it."""
    return clean(one.author or say("history.you" if one.own else "history.someone"))


def erasure_lines(one: Erasure, width: int) -> Iterator[Line]:
    """Who asks it, since when, why, and of which fields."""
    room, edge = room_in(width), room_in(width) + 4
    state = {None: "waiting", True: "confirmed", False: "refused"}[one.confirmed]
    told = [say(f"erase.told_{state}"), say_count("erase.acts", one.acts)]
    told += [say("erase.here", n=one.here)] if one.here else []
    told += [say_count("erase.unknown", one.unknown)] if one.unknown else []
    for text in told:
        yield from (row(edge, line) for line in wrap(text, room))
    if one.why:
        yield from titled(say("history.why"), wrap(one.why, room), edge)
    places = [f"{place.title}, {field_name(place.field)}" for place in one.places]
    places += [say_count("erase.more_places", one.more)] if one.more else []
    if places:
        yield from titled(say("erase.of"), [line for p in places for line in wrap(p, room)], edge)
    yield from titled("", wrap(say("erase.out_of_reach"), room, "quiet"), edge)


def would_erase_lines(found: WouldErase, width: int, *, colour: bool) -> Iterator[Line]:
    """What goes, what is said again, where names also stand, and who has a copy."""
    room, edge = room_in(width), room_in(width) + 4
    for act in found.acts[:SHOWN]:
        said = f"{describe(act, text=True)}, {who(act)}, {dates.moment(act.at)}"
        yield from (row(edge, line) for line in wrap(said, room, "quiet"))
        if act.why:
            yield from titled(say("history.why"), wrap(act.why, room), edge)
        told = [one for one in act.changes if not told_by_text(one)]
        yield from change_lines(told, width, colour=colour)
        yield row(edge, [])
    if found.number > SHOWN:
        yield row(edge, [quiet(say_count("undo.more_acts", found.number - SHOWN))])
    otherwise = [one for one in found.again if one.value != one.before]
    again = [*map(_said_again, otherwise)]
    same = len(found.again) - len(otherwise)
    again += [say_count("erase.unchanged", same)] if same else []
    yield from _listed("erase.again", again, room, edge)
    names = clean(", ".join(found.names))
    also = [*map(_also, found.also)]
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
    return f"{one.title}, {field_name(one.field)}: {in_words(one.field, one.value)}{stuck}"


def _also(place: AlsoThere) -> str:
    if place.apart is not None:
        return say("erase.apart", n=place.apart)
    if place.field == "why":
        return say("erase.in_reason", act=str(place.act)[:SHORT_ID])
    return f"{place.title}, {field_name(place.field)}"


def _holder(one: Holder) -> str:
    return say(f"erase.holder.{one.kind}", name=one.name, when=one.when[:10])
