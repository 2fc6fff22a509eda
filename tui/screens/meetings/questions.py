"""What is asked to propose or decide something about an agreement, one question after another."""

from collections.abc import Generator
from typing import Any, NamedTuple

from storage.errors import Refused
from storage.identity.device_identity import new_id
from storage.meetings.agenda_changes import needs_reason
from storage.records.fields import STATUSES
from storage.views.meeting import Point
from tui.base.asked_steps import Question
from tui.base.line_asked import LineScreen
from tui.base.option_picker import ChooseScreen, PickerOption
from tui.base.organisation_options import organisation_options
from tui.locale import say
from tui.store import Store
from tui.words.contents.agenda_contents import point_title
from tui.words.terms import as_said

WHAT = ("status", "term", "lead", "goal", "condition", "lapsed")
KEEP, DISCUSS = "keep", "discuss"
NOBODY, OTHER = "-", "+"  # begin no tail
Asking = Generator[Question, str, Any]


class Wanted(NamedTuple):
    """Values for an agreement, by field as acts name it, and why."""

    values: dict[str, object]
    why: str


def ask_values(store: Store, point: Point, *, proposing: bool = False, why: str = "") -> Asking:
    """What an agreement is to say; gives a ``Wanted``, or None where nothing was said. Who is
    ``proposing`` can also say that it stays, or that it is only talked about: no values. ``why`` is
    asked where it is not known."""
    status = point.row.status if point.row else None
    kept = [KEEP] if proposing and status else []
    what_else = [*kept, *([DISCUSS] if proposing else [])]
    kinds = [PickerOption(one, say(f"meeting.what_{one}")) for one in (*WHAT, *what_else)]
    what = yield ChooseScreen(say("meeting.what_changes", title=point_title(point)), kinds)
    fixed: dict[str, dict[str, object]] = {
        KEEP: {"status": status}, DISCUSS: {}, "lapsed": {"status": "lapsed"},
    }  # fmt: skip
    if what in fixed:
        values = fixed[what]
    else:
        values = yield from _VALUES.get(what, _text)(store, point, what)
    if values is None:
        return None
    if not why:
        told = "meeting.why_needed" if needs_reason(values) else "meeting.why_told"
        why = yield LineScreen(say("meeting.why"), say(told))
    return Wanted(values, why)


def _status(store: Store, point: Point, what: str) -> Asking:
    now = point.row.status if point.row else None
    options = [PickerOption(one, say(f"status.{one}"), chosen=one == now) for one in STATUSES]
    chosen = yield ChooseScreen(say("meeting.which_status"), options)
    return {"status": chosen}


def _term(store: Store, point: Point, what: str) -> Asking:
    def reading(words: str) -> str:
        read = store.phrase(words)
        return as_said({"phrase": words, **(read.keys if read else {})})[1]

    phrase = yield LineScreen(say("meeting.which_term"), say("meeting.term_told"), reading=reading)
    if not phrase:
        return None
    read = store.phrase(phrase)
    said: dict[str, object] = {"phrase": phrase, **(read.keys if read else {})}
    return {"term": {key: value for key, value in said.items() if value is not None}}


def _lead(store: Store, point: Point, what: str) -> Asking:
    chosen = yield from ask_organisation(store, say("meeting.which_lead"))
    if point.row is None:
        return None
    now = store.record(point.row.id)["parties"]
    leads = [one["organisation"] for one in now if one["role"] == "lead"]  # type: ignore[attr-defined]
    gone = {f"parties/lead/{one}": False for one in leads if one != chosen}
    return {**gone, f"parties/lead/{chosen}": True}


def _text(store: Store, point: Point, what: str) -> Asking:
    text = yield LineScreen(say(f"meeting.what_{what}"))
    return {what: text} if text else None


def ask_organisation(
    store: Store, asked: str, before: str | None = "", *, nobody: bool = False
) -> Asking:
    """The tail of an organisation; ``before`` is the one that stands there now. It can also be
    ``nobody``, which is None."""
    options = [PickerOption(NOBODY, say("meeting.nobody"))] if nobody else []
    screen = ChooseScreen(asked, [*options, *organisation_options(store)])
    screen.before = before or ""
    chosen = yield screen
    return None if nobody and chosen == NOBODY else chosen


def ask_any_organisation(store: Store, asked: str) -> Asking:
    """The tail of an organisation, and the name by id of one that is not known here yet and is
    made along."""
    other = PickerOption(OTHER, say("meeting.other_organisation"), always=True)
    chosen = yield ChooseScreen(asked, [*organisation_options(store), other])
    if chosen != OTHER:
        return chosen, {}
    name = yield LineScreen(say("meeting.organisation_name"))
    if not name:
        raise Refused("required", field="name")
    tail = new_id()
    return tail, {f"organisations/{tail}": name}


_VALUES = {"status": _status, "term": _term, "lead": _lead}
