"""What is asked of a point while a meeting runs, one question after another."""

from storage.records.fields import ANSWERS
from storage.views.meeting import Decision, Point
from storage.views.page_elements import Entry
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.locale import say
from tui.screens.meetings.questions import Asking, ask_organisation, ask_values
from tui.store import Store
from tui.words.choice_words import choice_word
from tui.words.contents.agenda_contents import reservation_told
from tui.words.dates import typed_day

ANEW = "anew"


def ask_otherwise(store: Store, point: Point) -> Asking:
    """Something else than was proposed; gives the decision, or None where nothing was said."""
    wanted = yield from ask_values(store, point)
    return None if wanted is None else Decision("otherwise", wanted.why or None, wanted.values)


def ask_reservation(store: Store, point: Point) -> Asking:
    """Who has to agree yet, and until when; gives the decision. Raises Refused for no day."""
    who = yield from ask_organisation(store, say("meeting.reserved_by"))
    until = yield LineScreen(say("meeting.until_when"), say("meeting.may_be_empty"))
    outcome = "as_proposed" if point.proposal and point.outcome is None else point.outcome
    return Decision(outcome or "otherwise", reservation=(who, typed_day("until", until)))


def ask_answer(point: Point, *, anew: bool = False) -> Asking:
    """What was said of a reservation: lifted, or refused; or that there is one ``anew``."""
    assert point.reservation is not None
    told = [PickerOption(one, choice_word("reservation.answer", one)) for one in ANSWERS]
    told += [PickerOption(ANEW, say("meeting.reserved_anew"))] if anew else []
    answer = yield ChooseScreen(reservation_told(point.reservation), told)
    return answer


def ask_entry(store: Store, kind: str) -> Asking:
    """A decision, an action or a note; gives its fields, or None where nothing was typed."""
    text = yield LineScreen(say(f"meeting.text_of_{kind}"))
    if not text:
        return None
    entry: dict[str, object] = {"kind": kind, "text": text}
    if kind == "action":
        said = yield from _who_and_when(store, None, "")
        entry |= {name: value for name, value in said.items() if value is not None}
    return entry


def ask_again(store: Store, entry: Entry) -> Asking:
    """The same of something that was written down, as it stands now; gives its fields."""
    text = yield LineScreen(say(f"meeting.text_of_{entry.kind}"), before=entry.text)
    said: dict[str, object] = {"text": text or entry.text}
    if entry.kind == "action":
        who = store.record(entry.id)["who"]
        said |= yield from _who_and_when(
            store, str(who) if who else None, (entry.term or {}).get("phrase") or ""
        )
    return said


def _who_and_when(store: Store, who: str | None, phrase: str) -> Asking:
    """Who does it, and by when: each None for nobody and no day; ``who`` and ``phrase`` are now."""
    tail = yield from ask_organisation(store, say("meeting.who_does"), who, nobody=True)
    term = yield LineScreen(say("meeting.by_when"), say("meeting.may_be_empty"), phrase)
    said: dict[str, object] = {"who": tail}
    if term != phrase:
        read = store.phrase(term) if term else None
        said["term"] = {"phrase": term, **(read.keys if read else {})} if term else None
    return said
