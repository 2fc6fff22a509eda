"""A term as it was said, and how we read it: in words, with dates as people write them."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tui.locale import say
from tui.words import dates

if TYPE_CHECKING:
    from storage.phrases import Interpretation

DAYS = ("from", "to")


def as_said(term: Mapping[str, object]) -> tuple[str, str]:
    """The phrase, and beside it our reading, or that it has none; without a phrase only what is
    known of the term."""
    phrase, reading = _text(term, "phrase"), _reading(term)
    if not phrase:
        return reading, ""
    if not reading and not term.get("trigger"):
        if not _says_no_day(phrase):
            return phrase, say("term.not_read")
        reading = say("term.no_date")
    same = reading.casefold() == phrase.casefold()
    return phrase, say("term.our_reading", reading=reading) if reading and not same else ""


def term_kept(term: Mapping[str, object], reading: "Interpretation | None", since: str = "") -> str:
    """What a term that is being typed will be kept as: as it was ``reading`` or as someone put
    right, and what was assumed; or that nothing was read. ``since`` is the day that it was
    counted from, where that is not today."""
    bare = not any(term.get(key) for key in (*DAYS, "every", "trigger"))
    if bare and reading is None:
        return say("term.unread")
    if bare and reading is not None and reading.nature in (None, "once"):
        known = say("term.our_reading", reading=say("term.no_date"))
        return say("term.left_out") if reading.nature else known
    words = _reading(term)
    if awaited := _text(term, "trigger"):
        words = ", ".join(part for part in (words, say("term.once", trigger=awaited)) if part)
    said = say("term.our_reading", reading=words)
    kept = reading is not None and all(
        (term.get(key) or None) == value for key, value in reading.keys.items() if key in DAYS
    )
    if reading is None or not reading.assumed or not kept:
        return said
    assumed = say("term.assumed_since", day=dates.day(since)) if since else ""
    return f"{said} ({assumed or say(f'term.assumed_{reading.assumed}')})"


def trigger_words(term: Mapping[str, object], met: Mapping[str, object] | None) -> tuple[str, str]:
    """What must happen first, and whether it has; nothing where the term waits for nothing."""
    said = _text(term, "trigger")
    if not said and not met:
        return "", ""
    if not met:
        return said, say("term.not_yet")
    on = met.get("date")
    happened = say("term.happened_on", day=dates.day(str(on))) if on else say("term.happened")
    evidence = met.get("evidence")
    return said or happened, f"{happened}: {evidence}" if evidence else happened if said else ""


def _says_no_day(phrase: str) -> bool:
    """Whether we read the words as "some day", such as "zo spoedig mogelijk"; others that go
    without a reading are not understood, or someone left the reading out."""
    from storage.phrases import read_phrase

    found = read_phrase(phrase, date.today())
    return found is not None and found.nature is None


def _reading(term: Mapping[str, object]) -> str:
    nature, every = term.get("nature"), _text(term, "every")
    parts = [_period(_text(term, "from"), _text(term, "to"))]
    if nature in ("recurring", "standing"):
        parts.append(say(f"nature.{nature}"))
    if every:
        parts.append(say("term.every", every=every))
    return ", ".join(part for part in parts if part)


def _period(start: str, end: str) -> str:
    if start and start == end:
        return say("term.on", day=dates.day(start))
    if start and end:
        year = start[:4] != end[:4]
        return say("term.between", start=dates.day(start, year=year), end=dates.day(end))
    if end:
        return say("term.until", end=dates.day(end))
    return say("term.since", start=dates.day(start)) if start else ""


def _text(term: Mapping[str, object], key: str) -> str:
    value = term.get(key)
    return str(value) if value else ""
