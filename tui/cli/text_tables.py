"""Acts, conflicts, problems, hits and changes as tables: a header and rows, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.cli.output import marked
from tui.locale import known, say, say_count
from tui.words.record_words import SHORT_ID, person
from tui.words.values import NO_NAMES, in_words

if TYPE_CHECKING:
    from storage.views.act_row import ActRow
    from storage.views.disagreement import Claim, Conflict
    from storage.views.field_change import FieldChange
    from storage.views.problem import Problem
    from storage.views.search_hit import Hit
    from tui.words.contents.story_sentences import Story

Table = tuple[list[str], list[list[str]]]


def act_rows(acts: Sequence["ActRow"], *, whole: bool) -> Table:
    """One line an act, or with ``whole`` one for each field that it set."""
    from tui.words.act_words import act_author

    rows: list[list[str]] = []
    for act in acts:
        why = ", ".join([*_state(act), *([act.why] if act.why else [])])
        head = [act.id[:SHORT_ID], when(act.when), act_author(act)]
        rows += [[*head, what, why] for what in _what(act, whole=whole)]
    return _header("act", "when", "who", "what", "why"), rows


def _state(act: "ActRow") -> list[str]:
    """That it was taken back, or is not to be taken at its word."""
    return [*([say("history.taken_back")] if act.void else []), *_doubts(act)]


def _doubts(said: "ActRow | Claim") -> list[str]:
    """That the clock was wrong, and that it came from a file that was not whole."""
    found = [say("act.claims", at=when(said.at))] if said.when != said.at else []
    if said.unverified is not None:
        found.append(say("act.unverified_short", file=said.unverified))
    return found


def change_rows(changes: Iterable["FieldChange"]) -> Table:
    """What a file or an act changes, field by field."""
    rows = [
        [
            change.record_title,
            table_field_name(change.field, change.names),
            _value(change.field, change.before, change.names),
            _value(change.field, change.value, change.names),
            change.record,
        ]
        for change in changes
    ]
    return _header("title", "field", "before", "value", "record"), rows


def change_sentences(changes: Iterable["FieldChange"]) -> list[str]:
    """The same as sentences, for stderr."""
    return [
        f"  {title}, {field}: {before} → {value}"
        for title, field, before, value, _ in change_rows(changes)[1]
    ]


def conflict_rows(conflicts: Sequence["Conflict"]) -> Table:
    """One line for each value; the number is the one that `resolve --take` wants."""
    rows = [
        [
            conflict.code or conflict.record,
            conflict.field,
            str(n),
            in_words(conflict.field, claim.value, conflict.names),
            person(claim.author),
            when(claim.when),
            ", ".join([*_doubts(claim), *([claim.why] if claim.why else [])]),
        ]
        for conflict in conflicts
        for n, claim in enumerate(conflict.claims, start=1)
    ]
    rows += [  # nothing stands there any more: it is contested, or was taken back
        [one.code or one.record, one.field, "", say("cli.taken_back"), "", "", ""]
        for one in conflicts
        if not one.claims
    ]
    return _header("record", "field", "take", "value", "who", "when", "why"), rows


def story_sentences(conflicts: Sequence["Conflict"], stories: "Sequence[Story]") -> Iterator[str]:
    """How each of these fields came to what it says."""
    from tui.words.contents.story_sentences import state, story_paragraphs

    for conflict, story in zip(conflicts, stories, strict=True):
        name = table_field_name(conflict.field, story.names)
        yield ""
        yield say("cli.story_of", code=conflict.code or conflict.title, field=name)
        yield state(conflict, story)
        for paragraph in story_paragraphs(story):
            yield ""
            yield from paragraph.split("\n")


def problem_table(problems: Iterable["Problem"]) -> Table:
    """What is wrong, where, and what it stands on."""
    rows = [
        [
            problem.code or problem.record,
            problem.title,
            say(f"cli.problem.{problem.kind}")
            if known(f"cli.problem.{problem.kind}")
            else problem.kind,
            ", ".join(str(value) for value in problem.details.values() if value),
        ]
        for problem in problems
    ]
    return _header("record", "title", "problem", "details"), rows


def care_rows(problems: Sequence["Problem"], told: Sequence[str]) -> Table:
    """What is wrong, where, and what is the matter, numbered as `--seen` takes it."""
    rows = []
    for n, (problem, sentence) in enumerate(zip(problems, told, strict=True), start=1):
        key = f"cli.problem.{problem.kind}"
        kind = say(key) if known(key) else problem.kind
        named = say("cli.seen", problem=kind) if problem.resting else kind
        rows.append([str(n), problem.code or problem.record, problem.title, named, sentence])
    return _header("take", "record", "title", "problem", "details"), rows


def hit_table(hits: Iterable["Hit"]) -> Table:
    """What search found; the words that were found are marked."""
    rows = [
        [
            hit.code or hit.id,
            marked(hit.title, hit.title_marks),
            marked(hit.snippet.text, hit.snippet.marks) if hit.snippet else "",
            say(f"type.{hit.type}"),
        ]
        for hit in hits
    ]
    return _header("record", "title", "snippet", "type"), rows


def table_field_name(field: str, names: Mapping[str, str] = NO_NAMES) -> str:
    """What a field is called, an element of a set with what it holds; ``names`` has what that is
    called."""
    name, slash, _ = field.partition("/")
    key = "cli.life" if name == "life" else f"field.{name}"
    held = f" {in_words(field, True, names)}" if slash else ""
    return (say(key) if known(key) else name) + held


def when(at: str) -> str:
    """A moment of an act in the time of this computer, as short as a column needs."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError):  # what no calendar holds
        return at


def _what(act: "ActRow", *, whole: bool) -> list[str]:
    if act.undoes:
        return [say("cli.undoes", ids=", ".join(one[:SHORT_ID] for one in act.undoes))]
    if not act.changes:
        return [""]
    if not whole:
        records = {change.record: change.record_title for change in act.changes}
        titles = list(records.values())
        more = [say("list.others", n=len(titles) - 1)] if len(titles) > 1 else []
        return [" ".join([f"{titles[0]}:", say_count("cli.fields", len(act.changes)), *more])]
    return [
        f"{table_field_name(change.field.partition('/')[0])}:"
        f" {_value(change.field, change.value, change.names)}"
        for change in act.changes
    ]


def _value(field: str, value: object, names: Mapping[str, str]) -> str:
    if field == "life" and value is None:
        return ""
    return in_words(field, value, names)


def _header(*columns: str) -> list[str]:
    return [say(f"cli.column.{column}") for column in columns]
