"""Terms typed as people say them, read into an interval, a rhythm or a trigger.

Pure: the reference date and the meetings that are known come from outside. What we read into
words that name no day stands in one table (``ours``), and is shown as "onze lezing". What is not
understood whole is not read at all: it stays as it was said.
"""

from collections.abc import Sequence
from datetime import date

from storage.phrases.around_meetings import Meeting, around_meeting
from storage.phrases.english import in_dutch
from storage.phrases.interpretation import Interpretation
from storage.phrases.intervals import interval
from storage.phrases.number_words import plain_phrase
from storage.phrases.rhythms import rhythm, without_date
from storage.phrases.triggers import after_event, trigger_phrase

__all__ = ["Interpretation", "Meeting", "read"]

LONGEST = 200  # letters; what is longer is a story, and no term


def read_phrase(
    phrase: str, today: date, meetings: Sequence[Meeting] = ()
) -> Interpretation | None:
    """What we read into a phrase, Dutch or plain English; None where that is nothing.

    ``today`` is the reference date; ``meetings`` those that are known, of which only the coming
    ones count.
    """
    said = plain_phrase(phrase)
    if not said or len(said) > LONGEST:
        return None
    coming = [meeting for meeting in meetings if meeting.day >= today]
    found = _dutch(said, phrase, today, coming)
    if found is None and (dutch := in_dutch(said)) is not None:
        found = _dutch(dutch, phrase, today, coming)
    return found


def _dutch(said: str, phrase: str, today: date, coming: Sequence[Meeting]) -> Interpretation | None:
    return (
        without_date(said)
        or rhythm(said, today)
        or trigger_phrase(said, phrase)
        or around_meeting(said, phrase, coming)
        or interval(said, today)
        or after_event(said, phrase)
    )
