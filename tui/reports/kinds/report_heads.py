"""What stands above a report."""

from storage.errors import Refused
from storage.reader import Reader
from storage.views.meeting import MeetingFacts
from tui.locale import say
from tui.words import dates


def arrangement_called(store: Reader) -> str:
    """The title of the arrangement."""
    return store.title(f"arrangement/{store.arrangement}")[1]


def under_meeting(kind: str, meeting: MeetingFacts) -> str:
    """What kind of report it is, and of which day."""
    day = dates.day(meeting.date) if meeting.date else meeting.phrase or ""
    return ", ".join(part for part in (say(f"report.{kind}"), day) if part)


def under_day(day: str, *said: str) -> str:
    """What is ``said``, and of which day the report tells."""
    told = ", ".join((*filter(None, said), say("report.at", day=dates.day(day))))
    return told[:1].upper() + told[1:]


def nothing_to_report(reason: str) -> Refused:
    """The refusal where there is nothing to tell of."""
    return Refused("empty_report", reason=reason)
