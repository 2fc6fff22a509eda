"""An act in a few words."""

from storage.views import ActRow
from tui.locale import say
from tui.pages import field_name
from tui.spans import clean


def fields_of(act: ActRow) -> str:
    """What an act is about: its field, or how many."""
    if act.undoes:
        return say("history.undo")
    names = list(dict.fromkeys(_name(act, n) for n in range(len(act.changes))))
    if not names:
        return say("history.nothing_set")
    return names[0] if len(names) == 1 else say("history.several", n=len(names))


def _name(act: ActRow, n: int) -> str:
    change = act.changes[n]
    if change.record.startswith("entries/"):
        return say("type.entries")
    return field_name(change.field)


def describe(act: ActRow) -> str:
    """The field and the record of an act, for a toast."""
    names = fields_of(act)
    if not act.changes:
        return names
    title = clean(act.changes[0].record_title)
    return say("history.of", field=names, title=title) if title else names


def who(act: ActRow) -> str:
    """Who made an act; the arrangement itself for what came with it."""
    if act.seed:
        return say("history.arrangement")
    if act.author:
        return clean(act.author)
    return say("history.you" if act.own_device else "history.someone")
