"""The facts of a meeting, changed one after another: when, where, who leads it, who is asked."""

from typing import TYPE_CHECKING

from storage.identity.device_identity import new_id
from storage.records.ids import tail_of
from storage.views.change import Change
from storage.views.meeting import MeetingFacts
from tui.base.asked_steps import Steps
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import say
from tui.screens.meetings.questions import NOBODY, Asking, ask_any_organisation
from tui.words import dates
from tui.words.meeting_hours import day_and_hours

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.store import Store

FACTS = ("title", "when", "place", "chair", "secretary", "participants")
MORE = "+"


def facts_steps(store: "Store", meeting: MeetingFacts, done: "Callable[[], None]") -> Steps:
    """Which fact is to change, and what it is to say; ``done`` is called once that is written."""
    now = {
        "title": meeting.title, "when": when_told(meeting), "place": meeting.place or "",
        "chair": meeting.chair or "", "secretary": meeting.secretary or "",
        "participants": str(len(meeting.participants) or ""),
    }  # fmt: skip
    options = [PickerOption(one, say(f"meeting.fact_{one}"), now[one]) for one in FACTS]
    what = yield ChooseScreen(say("meeting.which_fact"), options)
    if what in ("chair", "secretary"):
        change = yield from _person(store, what)
    elif what == "participants":
        change = yield from _participant(store, meeting)
    else:
        change = Change(sets=(yield from _text(what, now[what])))
    if change.sets:
        store.apply(change._replace(records=(meeting.id,)))
    done()


def when_told(meeting: MeetingFacts) -> str:
    """Day and hours, as one types them."""
    day = dates.day(meeting.date) if meeting.date else ""
    return ", ".join(part for part in (day, meeting.phrase) if part)


def _text(what: str, now: str) -> Asking:
    told = say("meeting.day_told") if what == "when" else ""
    typed = yield LineScreen(say(f"meeting.fact_{what}").capitalize(), told, now)
    if typed == now:
        return {}
    if what == "when":
        date, phrase = day_and_hours(typed)
        return {"date": date, "phrase": phrase}
    return {what: typed or None}


def _person(store: "Store", what: str) -> Asking:
    """Who leads it or writes it down; one who is not known here yet is made in the same act."""
    people = store.records("people")
    options = [
        PickerOption(
            tail_of(str(one["id"])), str(one["name"] or one["function"] or ""),
            str(one["function"] or ""),
        )
        for one in people if one["life"] != "deleted" and (one["name"] or one["function"])
    ]  # fmt: skip
    options.append(PickerOption(MORE, say("meeting.another_person"), always=True))
    options.append(PickerOption(NOBODY, say("meeting.nobody")))
    chosen = yield ChooseScreen(say(f"meeting.fact_{what}").capitalize(), options)
    if chosen == MORE:
        name = yield LineScreen(say("meeting.person_name"))
        if not name:
            return Change()
        chosen = new_id()
        return Change(sets={what: chosen}, make={f"people/{chosen}": name})
    return Change(sets={what: None if chosen == NOBODY else chosen})


def _participant(store: "Store", meeting: MeetingFacts) -> Asking:
    """Someone is asked, or is not asked any more."""
    asked = {f"{one.organisation}/{one.function}": one for one in meeting.participants}
    options = [PickerOption(MORE, say("meeting.one_more"), always=True)]
    options += [
        PickerOption(key, f"{one.name}, {one.function}", chosen=True) for key, one in asked.items()
    ]
    chosen = yield ChooseScreen(say("meeting.who_is_asked"), options)
    if chosen != MORE:
        return Change(sets={f"participants/{chosen}": False})
    tail, make = yield from ask_any_organisation(store, say("meeting.guest_from"))
    function = yield LineScreen(say("meeting.guest_function"), say("meeting.guest_told"))
    place = f"participants/{tail}/{function or say('meeting.member')}"
    return Change(sets={place: True}, make=make)
