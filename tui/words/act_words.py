"""An act in a few words."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from storage.views.to_erase import ToErase
from tui.draw.spans import clean
from tui.locale import known, say, say_count
from tui.words import dates
from tui.words.labels import field_name
from tui.words.record_words import person, short_code

if TYPE_CHECKING:
    from storage.views.act_row import ActRow
    from storage.views.field_change import FieldChange, LastSaid

SAID_OF_IT = ("text", "function", "term", "done")
"""What a new aantekening says besides that it is there, of which kind and of what."""


def act_fields(act: "ActRow") -> str:
    """What an act is about: its field, or how many."""
    names = _names(act)
    return names[0] if len(names) == 1 else say("history.several", n=len(names))


def act_what(act: "ActRow", room: int) -> str:
    """What an act changed, for a list: fields where they fit, or the first and how many more."""
    names = _names(act)
    whole = ", ".join(names)
    fits = len(names) == 1 or len(whole) <= room
    return whole if fits else say("history.and_more", field=names[0], n=len(names) - 1)


def changes_about(act: "ActRow") -> Sequence["FieldChange"]:
    """The changes that say which records an act is about; of an undo those that it takes back."""
    return act.changes or act.took_back


def _names(act: "ActRow") -> list[str]:
    """What was changed, each once."""
    if act.undoes:
        return [say("history.undo")]
    if not act.changes:
        return [say("history.nothing_set")]
    if all(change.record.startswith("authors/") for change in act.changes):
        return [say("history.author")]
    if passages := passages_in(act.changes):
        return [passages]
    new = {change.record for change in act.changes if is_new(change)}
    return [*dict.fromkeys(_name(change, new) for change in act.changes)]


def _name(change: "FieldChange", new: Collection[str]) -> str:
    if is_entry(change):
        return say("type.entries")
    if change.record in new:
        return say("changes.new")
    return life_word(change) if is_life(change) else field_name(change.field)


def is_life(change: "FieldChange") -> bool:
    """Whether it tells that a record came, went or came back."""
    return change.field == "life" and not isinstance(change.value, ToErase)


def is_new(change: "FieldChange") -> bool:
    """Whether it tells that a record was made."""
    return is_life(change) and change.before is None and change.value is not None


def life_word(change: "FieldChange") -> str:
    """That a record is new, that it was deleted, or that it is there again."""
    if change.value in (None, "deleted"):
        return say("life.deleted")
    return say("history.restored" if change.before == "deleted" else "changes.new")


def is_passage(change: "FieldChange") -> bool:
    """Whether it is something of the document."""
    return change.record.startswith("passages/")


def passages_in(changes: Sequence["FieldChange"]) -> str:
    """How many passages of the document these changes are about, where they are about nothing
    else; else \"\"."""
    records = {change.record for change in changes}
    if not records or not all(map(is_passage, changes)):
        return ""
    return say_count("count.passages", len(records))


def is_entry(change: "FieldChange") -> bool:
    """Whether it is something of an aantekening."""
    return change.record.startswith("entries/")


def told_by_text(change: "FieldChange") -> bool:
    """Whether the text of a new aantekening says enough, so that this need not be shown."""
    new = is_entry(change) and change.before is None
    return new and change.field not in SAID_OF_IT and change.value != "deleted"


def changed_title(changes: Sequence["FieldChange"]) -> str:
    """What a record that changed is called, never by its id: an aantekening by what it is about."""
    first = changes[0]
    if first.record_title and first.record_title != first.record:
        return clean(short_code(first.record_title) if is_entry(first) else first.record_title)
    type_ = first.record.partition("/")[0]
    return say(f"type.{type_}") if known(f"type.{type_}") else clean(first.record)


def listed_as(changes: Sequence["FieldChange"]) -> str:
    """The same where it is read in a list: of an aantekening with its text. That may be for
    nobody else, so what stands around the panes never says it."""
    said = (change for change in changes if is_entry(change) and change.field == "text")
    texts = (change.value or change.before for change in said)
    text = next((clean(text) for text in texts if isinstance(text, str)), "")
    return f"{changed_title(changes)} {text}" if text else changed_title(changes)


def act_title(act: "ActRow", *, text: bool = True) -> str:
    """What an act is about, as a list calls it: a record, how many agreements, or the document;
    what tells of points of an agenda too is about their meeting, or their agreements."""
    changes = _without_points(changes_about(act))
    if not changes:
        return ""
    if passages_in(changes):
        return say("history.passages")
    records = {change.record for change in changes if not is_entry(change)}
    if len(records) > 1 and all(record.startswith("agreements/") for record in records):
        return say_count("count.agreements", len(records))
    return listed_as(changes) if text else changed_title(changes)


def _without_points(changes: Sequence["FieldChange"]) -> Sequence["FieldChange"]:
    if any(change.record.startswith("items/") for change in changes):
        for type_ in ("meetings/", "agreements/"):
            if found := [change for change in changes if change.record.startswith(type_)]:
                return found
    return changes


def act_code(act: "ActRow") -> str:
    """The code of the one record that an act is about, or of what its note is about."""
    codes = {change.code for change in changes_about(act)}
    return codes.pop() or "" if len(codes) == 1 else ""


def beside_code(title: str, code: str) -> str:
    """A title where the code stands beside it: a note by its text, or as what it is."""
    short = short_code(code)
    return say("type.entries").capitalize() if title == short else title.removeprefix(f"{short} ")


def describe(act: "ActRow", *, text: bool = False) -> str:
    """The field and the record of an act; with the ``text`` of an aantekening where it is read."""
    names, title = act_fields(act), act_title(act, text=text)
    if passages_in(changes_about(act)) and not act.undoes:
        return title
    return say("history.of", field=names, title=title) if title else names


def act_author(act: "ActRow") -> str:
    """Who made an act; the arrangement itself for what came with it."""
    if act.seed:
        return say("history.arrangement")
    if act.author:
        return person(act.author)
    return say("history.you" if act.here else "history.someone")


def last_author(said: "LastSaid") -> str:
    """Who said something last; the arrangement itself for what came with it."""
    if said.seed:
        return say("history.arrangement")
    if said.author:
        return person(said.author)
    return say("history.you" if said.here else "history.someone")


def said_by(said: "LastSaid | None") -> str:
    """Who said something last, and on which day."""
    return "" if said is None else f"{last_author(said)}, {dates.day_short(said.when[:10])}"


def told_act(act: "ActRow") -> str:
    """An act in one line: what, of which record, who, when and why."""
    told = f"{describe(act, text=True)}, {act_author(act)}, {act_moment(act)}"
    return f"{told}: {act.why}" if act.why else told


def act_moment(act: "ActRow") -> str:
    """The moment by which lists date an act, with what a wrong clock claims beside it."""
    told = dates.moment_in_words(act.when)
    claims = [say("act.claims", at=dates.moment_in_words(act.at))] if act.wrong_clock else []
    return ", ".join([told, *claims])


def doubts(act: "ActRow") -> list[str]:
    """What of an act is not to be taken at its word: its time, and whether it is as it was made."""
    found = []
    if act.wrong_clock:
        key = "act.ahead" if act.at > act.when else "act.behind"
        found.append(say(key, at=dates.moment_in_words(act.at)))
    if act.unverified is not None:
        found.append(say("act.unverified", file=clean(act.unverified), who=act_author(act)))
    return found
