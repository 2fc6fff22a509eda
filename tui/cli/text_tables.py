"""Acts, conflicts, problems, hits and changes as tables: a header and rows, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.cli.output import marked
from tui.locale import known, say
from tui.words.record_words import SHORT_ID, person, title_or_kind
from tui.words.values import BEHIND, NO_NAMES, in_words

if TYPE_CHECKING:
    from storage.views.act_row import ActRow
    from storage.views.disagreement import Claim, Conflict
    from storage.views.field_change import FieldChange
    from storage.views.problem import Problem
    from storage.views.search_hit import Hit
    from tui.words.contents.story_sentences import Story

Table = tuple[list[str], list[list[str]]]
WHAT = 32  # columns for the fields that an act changed


def act_rows(acts: Sequence["ActRow"], *, whole: bool, ids: bool = False) -> Table:
    """One line an act, or with ``whole`` one for each field that it set; with ``ids`` the beginning
    of its id."""
    from tui.words.act_words import act_author

    rows: list[list[str]] = []
    for act in acts:
        why = ", ".join([*_state(act), *([act.why] if act.why else [])])
        head = [*([act.id[:SHORT_ID]] if ids else []), when(act.when), act_author(act)]
        rows += [[*head, what, why] for what in _what(act, whole=whole)]
    return _header(*(["act"] if ids else []), "when", "who", "what", "why"), rows


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
    """What a file or an act changes, field by field; of a record that is new, gone or back only
    that, and of passages how many."""
    from tui.words.act_words import is_life, is_passage, life_word, listed_as, passages_in

    every = [*changes]
    rows = [
        [listed_as([change]), life_word(change), "", "", _code(change)]
        if is_life(change)
        else [
            listed_as([change]),
            table_field_name(change.field, change.names),
            ""
            if change.before and change.field in BEHIND
            else _value(change.field, change.before, change.names),
            _value(change.field, change.value, change.names),
            _code(change),
        ]
        for change in every
        if not is_passage(change)
    ]
    if passages := passages_in([*filter(is_passage, every)]):
        rows.append([say("history.passages"), passages, "", "", ""])
    return _header("title", "field", "before", "value", "record"), rows


def _code(change: "FieldChange") -> str:
    return change.code or ""


def change_sentences(changes: Iterable["FieldChange"]) -> list[str]:
    """The same as sentences, for stderr."""
    return [
        f"  {title}, {field}" + (f": {before} → {value}" if before or value else "")
        for title, field, before, value, _ in change_rows(changes)[1]
    ]


def conflict_rows(conflicts: Sequence["Conflict"], *, ids: bool = False) -> Table:
    """One line for each value; the number is the one that `resolve --take` wants. With ``ids`` the
    id of each record in front, for one without a code."""
    rows = [
        [
            *([conflict.record] if ids else []),
            _coded(conflict.code, conflict.title, conflict.record),
            table_field_name(conflict.field, conflict.names),
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
        [
            *([one.record] if ids else []),
            _coded(one.code, one.title, one.record),
            *(table_field_name(one.field, one.names), "", say("cli.taken_back"), "", "", ""),
        ]
        for one in conflicts
        if not one.claims
    ]
    first = ["id"] if ids else []
    return _header(*first, "record", "field", "take", "value", "who", "when", "why"), rows


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
    """What is wrong and where."""
    from tui.words.contents.problem_words import problem_kind, whose

    rows = [
        [
            problem.code or whose(problem),
            whose(problem),
            problem_kind(problem),
        ]
        for problem in problems
    ]
    return _header("record", "title", "problem"), rows


def care_rows(problems: Sequence["Problem"], told: Sequence[str]) -> Table:
    """What is wrong, where, and what is the matter, numbered as `--seen` takes it."""
    from tui.words.contents.problem_words import problem_kind, whose

    rows = []
    for n, (problem, sentence) in enumerate(zip(problems, told, strict=True), start=1):
        kind, of = problem_kind(problem), whose(problem)
        named = say("cli.seen", problem=kind) if problem.resting else kind
        rows.append([str(n), problem.code or of, of, named, sentence])
    return _header("take", "record", "title", "problem", "details"), rows


def _coded(code: str | None, title: str, record: str) -> str:
    """What one types for a record: its code, or its name."""
    return code or title_or_kind(title, record)


def hit_table(hits: Iterable["Hit"]) -> Table:
    """What search found; the words that were found are marked."""
    rows = [
        [
            hit.code or "",
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
    from tui.words.act_words import act_title, act_what, is_life, is_passage, life_word

    shown = [change for change in act.changes if not is_passage(change)]
    if not whole or not shown:
        title, what = act_title(act), act_what(act, WHAT)
        return [f"{title}: {what}" if title else what]
    return [
        life_word(change)
        if is_life(change)
        else f"{table_field_name(change.field.partition('/')[0])}:"
        f" {_value(change.field, change.value, change.names)}"
        for change in shown
    ]


def _value(field: str, value: object, names: Mapping[str, str]) -> str:
    if field == "life" and value is None:
        return ""
    return in_words(field, value, names)


def _header(*columns: str) -> list[str]:
    return [say(f"cli.column.{column}") for column in columns]
