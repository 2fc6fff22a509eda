"""An act in a few words."""

from collections.abc import Sequence

from storage.views.act_row import ActRow
from storage.views.field_change import FieldChange
from tui.draw.spans import clean
from tui.locale import known, say, say_count
from tui.words import dates
from tui.words.labels import field_name
from tui.words.record_words import person, short_code

SAID_OF_IT = ("text", "function", "term", "done")
"""What a new aantekening says besides that it is there, of which kind and of what."""


def act_fields(act: ActRow) -> str:
    """What an act is about: its field, or how many."""
    if act.undoes:
        return say("history.undo")
    if act.changes and all(change.record.startswith("authors/") for change in act.changes):
        return say("history.author")
    names = list(dict.fromkeys(_name(act, n) for n in range(len(act.changes))))
    if not names:
        return say("history.nothing_set")
    return names[0] if len(names) == 1 else say("history.several", n=len(names))


def _name(act: ActRow, n: int) -> str:
    change = act.changes[n]
    if is_entry(change):
        return say("type.entries")
    if change.field == "life" and change.value == "deleted":
        return say("life.deleted")
    if change.field == "life" and change.before == "deleted":
        return say("history.restored")
    return field_name(change.field)


def is_entry(change: FieldChange) -> bool:
    """Whether it is something of an aantekening."""
    return change.record.startswith("entries/")


def told_by_text(change: FieldChange) -> bool:
    """Whether the text of a new aantekening says enough, so that this need not be shown."""
    return is_entry(change) and change.before is None and change.field not in SAID_OF_IT


def changed_title(changes: Sequence[FieldChange]) -> str:
    """What a record that changed is called, never by its id: an aantekening by what it is about."""
    first = changes[0]
    if first.record_title and first.record_title != first.record:
        return clean(short_code(first.record_title) if is_entry(first) else first.record_title)
    type_ = first.record.partition("/")[0]
    return say(f"type.{type_}") if known(f"type.{type_}") else clean(first.record)


def listed_as(changes: Sequence[FieldChange]) -> str:
    """The same where it is read in a list: of an aantekening with its text. That may be for
    nobody else, so what stands around the panes never says it."""
    said = (change for change in changes if is_entry(change) and change.field == "text")
    texts = (change.value or change.before for change in said)
    text = next((clean(text) for text in texts if isinstance(text, str)), "")
    return f"{changed_title(changes)} {text}" if text else changed_title(changes)


def describe(act: ActRow, *, text: bool = False) -> str:
    """The field and the record of an act; with the ``text`` of an aantekening where it is read."""
    names = act_fields(act)
    if not act.changes:
        return names
    if all(change.record.startswith("passages/") for change in act.changes):
        return say("history.passages")
    records = {change.record for change in act.changes if not is_entry(change)}
    if len(records) > 1 and all(record.startswith("agreements/") for record in records):
        title = say_count("count.agreements", len(records))
    else:
        title = listed_as(act.changes) if text else changed_title(act.changes)
    return say("history.of", field=names, title=title) if title else names


def act_author(act: ActRow) -> str:
    """Who made an act; the arrangement itself for what came with it."""
    if act.seed:
        return say("history.arrangement")
    if act.author:
        return person(act.author)
    return say("history.you" if act.here else "history.someone")


def act_moment(act: ActRow) -> str:
    """The moment by which lists date an act, with what a wrong clock claims beside it."""
    told = dates.moment_in_words(act.when)
    claims = [say("act.claims", at=dates.moment_in_words(act.at))] if act.wrong_clock else []
    return ", ".join([told, *claims])


def doubts(act: ActRow) -> list[str]:
    """What of an act is not to be taken at its word: its time, and whether it is as it was made."""
    found = []
    if act.wrong_clock:
        key = "act.ahead" if act.at > act.when else "act.behind"
        found.append(say(key, at=dates.moment_in_words(act.at)))
    if act.unverified is not None:
        found.append(say("act.unverified", file=clean(act.unverified), who=act_author(act)))
    return found
