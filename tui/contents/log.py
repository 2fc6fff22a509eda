"""An entry of the logbook in words."""

from storage.views import Entry
from tui.charset import plain
from tui.locale import known, say


def told(entry: Entry) -> str:
    """The text of an entry, after its kind where that says something."""
    if entry.kind == "remark" or not known(f"entry_kind.{entry.kind}"):
        return entry.text
    return f"{say(f'entry_kind.{entry.kind}').capitalize()}: {entry.text}"


def wrote(entry: Entry) -> str:
    """Who wrote it, and for whom; and that it stays within the own organisation."""
    own = say("page.own") if entry.own else None
    return plain(" · ").join(name for name in (entry.author, entry.who, own) if name)
