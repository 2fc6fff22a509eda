"""An entry of the logbook in words."""

from storage.views.page_elements import Entry
from tui.locale import known, say
from tui.locale.charset import in_charset
from tui.words.record_words import short_code
from tui.words.terms import as_said

ACTION, DECISION = "action", "decision"


def entry_text(entry: Entry) -> str:
    """The text of an entry, after its kind where that says something."""
    if entry.kind == "remark" or not known(f"entry_kind.{entry.kind}"):
        return entry.text
    return f"{say(f'entry_kind.{entry.kind}').capitalize()}: {entry.text}"


def entry_asks(entry: Entry) -> str:
    """What stands with it: by when, and of an action who does it and whether it is done."""
    said, reading = as_said(entry.term or {})
    parts = [said, reading]
    if entry.kind == ACTION:
        done = say("action.done" if entry.done else "action.open")
        parts = [_who(entry), said, reading, done, became_told(entry)]
    return in_charset(" · ").join(part for part in parts if part)


def became_told(entry: Entry) -> str:
    """Which agreement a meeting made of an action."""
    return say("action.became", code=short_code(entry.became)) if entry.became else ""


def wrote(entry: Entry) -> str:
    """Who wrote it, and for whom; and that it stays within the own organisation."""
    own = say("page.own") if entry.own else ""
    names = (entry.author, "" if entry.kind == ACTION else _who(entry), own)
    return in_charset(" · ").join(name for name in names if name)


def _who(entry: Entry) -> str:
    return ", ".join(name for name in (entry.who, entry.function) if name)
