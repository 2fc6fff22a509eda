"""Who is at a meeting that runs: those who were asked, and guests."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from storage.errors import Refused
from storage.views.change import Change
from storage.views.meeting import InOffice, MeetingFacts
from tui.base.asked_steps import Steps
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import say
from tui.screens.meetings.questions import Asking, ask_any_organisation
from tui.store import Store
from tui.words import dates
from tui.words.contents.minutes_contents import came_told

GUEST = "guest"
TIME = re.compile(r"([01]?[0-9]|2[0-3])(?:[.:]([0-5][0-9]))?(?: *uur)?")


def attendance_steps(
    store: Store, meeting: MeetingFacts, last: InOffice | None, done: Callable[[InOffice], None]
) -> Steps:
    """Who comes or goes, and when; ``last`` is who was told of before, ``done`` is called with who
    it was once that is written."""
    here = {(one.organisation, one.function) for one in meeting.present}
    came = came_told(store.meetings.minutes(meeting.id))
    people = dict.fromkeys([*meeting.participants, *meeting.present])
    keyed = {f"{one.organisation}/{one.function}": one for one in people}
    there = say("meeting.there")
    options = [
        PickerOption(
            key, _called(one),
            came.get((one.name, one.function), there) if _office(one) in here else "",
            chosen=_office(one) in here,
        )
        for key, one in keyed.items()
    ]  # fmt: skip
    asked = ChooseScreen(
        say("meeting.who_is_there"),
        [*options, PickerOption(GUEST, say("meeting.guest"), always=True)],
    )
    asked.before = _next_key(keyed, here, last)
    chosen = yield asked
    make: dict[str, str] = {}
    if chosen == GUEST:
        one, make = yield from _guest(store)
    else:
        one = keyed[chosen]
    if _office(one) not in here:  # ticked
        store.meetings.attend(meeting.id, one.organisation, one.function, make=make)
        done(one)
        return
    ways = ("left", "came", "away")
    how = yield ChooseScreen(
        _called(one), [PickerOption(way, say(f"meeting.way_{way}")) for way in ways]
    )
    text = None
    if how in ("came", "left"):
        time = yield from _time(say(f"meeting.way_{how}"))
        text = say(f"meeting.text_{how}", time=time)
    untrue = _untrue(store, meeting, one, how)
    if untrue:
        store.apply(Change(untrue, sets={"life": "deleted"}))
    store.meetings.attend(meeting.id, one.organisation, one.function, here=how != "away", text=text)
    done(one)


def _untrue(store: Store, meeting: MeetingFacts, one: InOffice, how: str) -> tuple[str, ...]:
    """What was told before of the same, and of who is not there at all everything."""
    start = "" if how == "away" else say(f"meeting.text_{how}", time="|").partition("|")[0]
    return tuple(
        entry.id
        for entry in store.meetings.minutes(meeting.id).entries
        if entry.kind == "remark" and (entry.who, entry.function) == (one.name, one.function)
        if entry.text.startswith(start)
    )


def _next_key(
    keyed: Mapping[str, InOffice], here: Collection[tuple[str, str]], last: InOffice | None
) -> str:
    """Who comes after the ``last`` and is not ticked yet; else that one."""
    if last is None:
        return ""
    at = f"{last.organisation}/{last.function}"
    keys = [*keyed]
    after = keys[keys.index(at) + 1 :] if at in keyed else keys
    return next((key for key in after if _office(keyed[key]) not in here), at)


def _guest(store: Store) -> Asking:
    """Someone who is not on the list, and what is made along of which organisation."""
    tail, make = yield from ask_any_organisation(store, say("meeting.guest_from"))
    known = (one.name for one in store.lists.organisations() if one.tail == tail)
    name = next(known, "".join(make.values()))
    function = yield LineScreen(say("meeting.guest_function"), say("meeting.guest_told"))
    return InOffice(tail, name, function or say("meeting.member")), make


def _time(asked: str) -> Asking:
    """A time as it is told: 10.15; nothing typed is now. Raises Refused for what is none."""
    now = dates.time_of(datetime.now().astimezone().isoformat())
    typed = yield LineScreen(asked, say("meeting.time_told", now=now))
    if not typed:
        return now
    found = TIME.fullmatch(typed)
    if found is None:
        raise Refused("no_time", text=typed)
    return f"{int(found[1])}.{found[2] or '00'}"


def _office(one: InOffice) -> tuple[str, str]:
    return one.organisation, one.function


def _called(one: InOffice) -> str:
    return f"{one.name}, {one.function}"
