"""Words to type at the command line: for each command and option there is, good ones and bad."""

from typing import Any, NamedTuple

import click
from hypothesis import strategies as st

from storage.records.fields import ENTRY_KINDS, FIELDS, KINDS, OUTCOMES, STATUSES
from tests.play import games
from tests.play.odd import TEXTS
from tests.play.worlds import WORLDS
from tests.play.zoo import NAMES
from tests.tui.nasty import NASTY
from tui.cli.group import cli
from tui.cli.options import ChoiceParam, FileParam, NumberParam

CALLS = 10
RECORDS = tuple(f"{{{what} {n}}}" for what in ("code", "id", "tail") for n in range(12))
"""Stand for what the file holds: a code, an id, a tail, an act."""
ACTS = tuple(f"{{act {n}}}" for n in range(8))
NEW = ("uit.docx", "uit.html", "uit.md",
       "uit.json", "uit.json.gz", "uit.db", "uit.csv", "map/uit", "geen/map/uit.json", "-", "",
       ".", "x" * 300, "é \u202e.json", "NUL", "a\x1bb", "C:\\x.json")  # fmt: skip
DATES = ("2014-10-07", "2014-13-01", "1-1-2014", "gisteren", "#1", "#5", "#999999999999999", "#",
         "2014-10-07T10:00", "9999-12-31", "0001-01-01", "", "NaN", "2024-02-30",
         "9999-12-31T23:59:59-12:00", "0001-01-01T00:00+14:00")  # fmt: skip
NUMBERS = ("1", "2", "3", "0", "-1", "99", "9" * 30, "x", "1.5", "\u0661", "")
FORMATS = ("json", "table", "csv")

_text = st.sampled_from((*TEXTS, NASTY, *games.WORDS)) | st.text(max_size=6)
_record = st.sampled_from((*RECORDS, *RECORDS, "twe-04", "TWE-04", "niemand", "agreements/", "/"))
_file = st.sampled_from((*NAMES, *NAMES, *NEW))
_names = [field.name for fields in FIELDS.values() for field in fields.values()]
_parts = [f"{field.name}.{key}" for fields in FIELDS.values() for field in fields.values()
          for key in field.names]  # fmt: skip
_meeting = st.sampled_from(
    ("{meeting 0}", "{meeting 1}", "{meeting 2}", "Overleg", "2014-12-01", "niets", "")
)
_point = st.sampled_from(
    ("1", "2", "2.1", "2.2", "2.9", "3", "0", "{item 0}", "{item 1}", "{code 1}", "Opening", "")
)
_query = (
    st.sampled_from(
        (
            "",
            "zoek:heen",
            "zoek:weer",
            "zoek:zelf -zoek:zelf",
            "is:open",
            "te:laat -is:open",
            "stil:2",
            "OR NEAR(",
            '"',
            "actie:open",
            "overleg:Overleg",
        )
    )
    | _text
)
_field = st.sampled_from([*_names, *_parts, "life", "vreemd", "", "regions/twente", "a.b", "term."])
_value = st.one_of(
    _text, _record, st.sampled_from(DATES),
    st.sampled_from((*STATUSES, *KINDS, "amber:omdat", "red", "lead:platform", "lead:", ":", "null",
                     "true", "repeats:{code 1}", "{}", "[]", '{"date": null}')),
)  # fmt: skip
_assignment = st.tuples(_field, st.sampled_from(["=", "=", "=", "+=", "-=", ""]), _value).map(
    "".join
)
HINTS: dict[str, st.SearchStrategy[str]] = {
    "type_": st.sampled_from([*FIELDS, *FIELDS, "agreement", "vreemd", ""]),
    "assignments": _assignment, "code": _record, "into": _record, "successor": _record,
    "act": st.sampled_from(ACTS) | _text, "status": st.sampled_from([*STATUSES, "x", ""]),
    "kind": st.sampled_from([*KINDS, *ENTRY_KINDS, "x"]), "region": _record, "programme": _record,
    "party": _record, "who": _record, "as_of": st.sampled_from(DATES),
    "since": st.sampled_from(DATES) | _file, "changed_since": st.sampled_from(DATES),
    "field": _field, "place": _file,
    "profile": st.sampled_from(["partners", "internal", "public", "x"]),
    "meeting": _meeting, "following": _meeting, "item": _point, "under": _point,
    "excepted": _point | _record, "body": _record, "organisation": _record, "reserve": _record,
    "noted_for": _record, "outcome": st.sampled_from([*OUTCOMES, "x", ""]), "query": _query,
    "sources": _query, "until": st.sampled_from(DATES), "date": st.sampled_from(DATES),
    "what": st.one_of(_record, _meeting, _query, st.just("")),
}  # fmt: skip


class Call(NamedTuple):
    """What is typed behind ``arrangement``, and what stands on stdin."""

    words: tuple[str, ...]
    stdin: str


class Desk(NamedTuple):
    """A file with an arrangement, and the commands that are typed at it."""

    world: str
    odd: int
    calls: list[Call]


def leaves(group: click.Group = cli, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    """Every command there is, by the words that call it."""
    found: dict[tuple[str, ...], Any] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        words = (*path, name)
        if isinstance(command, click.Group):
            found |= leaves(command, words)
            if command.invoke_without_command:
                found[words] = command
        elif command is not None:
            found[words] = command
    return found


def _of(param: click.Parameter) -> st.SearchStrategy[str]:
    if isinstance(param.type, ChoiceParam):
        return st.sampled_from([*param.type.choices, *param.type.choices, "vreemd", ""])
    if isinstance(param.type, NumberParam):
        return st.sampled_from(NUMBERS)
    if isinstance(param.type, FileParam):
        return _file
    return HINTS.get(param.name or "", _text)


@st.composite
def _words(draw: st.DrawFn, words: tuple[str, ...], command: click.Command) -> tuple[str, ...]:
    """A command with some of its options, and mostly with as many arguments as it asks."""
    typed: list[str] = [*words]
    often = st.integers(0, 3).map(lambda n: n == 3)
    for param in command.params:
        if isinstance(param, click.Argument):
            asked = 1 if param.required or param.nargs == -1 else int(draw(st.booleans()))
            many = draw(st.integers(1, 3)) if param.nargs == -1 else asked
            typed += [draw(_of(param)) for _ in range(many)]
        elif draw(often):
            typed.append(draw(st.sampled_from(param.opts)))
            if not (isinstance(param, click.Option) and param.is_flag):
                typed.append(draw(_of(param)))
    if draw(st.integers(0, 15)) == 15:
        typed.insert(draw(st.integers(0, len(typed))), draw(st.sampled_from(ODD_WORDS)))
    return tuple(typed)


ODD_WORDS = (
    "--vreemd",
    "--",
    "-",
    "-o",
    "--help",
    "--format",
    "--known",
    "--format=json",
    "-x",
    "",
)
GLOBAL = (*((),) * 90, ("--lang", "en"), ("--plain",), ("--by", NASTY), ("--by", ""),
          ("--lang", "x"),
          ("--db", "ander.db"), ("--db", "kapot.db"), ("--db", "leeg.db"), ("--db", "map"),
          ("--db", "nieuw.db"), ("--db", "geen/nieuw.db"), ("--db", "in.json"),
          ("--db", "lus.json"),
          ("--version",), ("--help",))  # fmt: skip

_call = st.one_of([_words(words, command) for words, command in leaves().items()])
CALL = st.builds(
    lambda before, words, stdin: Call((*before, *words), stdin),
    st.sampled_from(GLOBAL), _call, st.sampled_from(("", "in.json", "kapot.json", "tekst.txt")),
)  # fmt: skip
DESKS = st.builds(
    Desk,
    world=st.sampled_from([name for name in WORLDS for _ in range(1 if name == "many" else 4)]),
    odd=st.integers(0, 60).map(lambda n: max(n - 30, 0)),
    calls=st.lists(CALL, min_size=CALLS // 2, max_size=CALLS * 2),
)
