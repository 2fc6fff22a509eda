"""What is asked of a point while a meeting runs, one question after another."""

from storage.views.meeting import Decision, Point
from tui.base.line_asked import LineScreen
from tui.locale import say
from tui.screens.meetings.questions import Asking, ask_organisation, ask_values
from tui.store import Store
from tui.words.dates import typed_day


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


def ask_entry(store: Store, kind: str) -> Asking:
    """A decision, an action or a note; gives its fields, or None where nothing was typed."""
    text = yield LineScreen(say(f"meeting.text_of_{kind}"))
    if not text:
        return None
    entry: dict[str, object] = {"kind": kind, "text": text}
    if kind == "action":
        entry["who"] = yield from ask_organisation(store, say("meeting.who_does"))
        term = yield LineScreen(say("meeting.by_when"), say("meeting.may_be_empty"))
        if term:
            read = store.phrase(term)
            entry["term"] = {"phrase": term, **(read.keys if read else {})}
    return entry
