"""One record as a page of plain text, for people and for screen readers."""

import textwrap
from collections.abc import Iterator, Sequence

from storage.records.as_json import Json
from storage.records.fields import FIELDS, type_of
from storage.text import shown
from storage.views import Entry
from tui import dates
from tui.cli.columns import words_for
from tui.cli.names import Names
from tui.cli.output import Out, cells_in
from tui.locale import known, say

WIDTH = 80
INDENT = 2
HEADINGS = ("title", "name", "abbreviation")
BODY = ("text", "description")


def page(out: Out, record: Json, entries: Sequence[Entry], names: Names) -> list[str]:
    """The record: what it is called, its text, then every field that has a value."""
    type_ = type_of(str(record["id"]))
    width = min(out.width or WIDTH, WIDTH)
    heading = next((name for name in HEADINGS if record.get(name)), "id")
    title = shown(str(record[heading])).replace("\n", " ")
    lines = [out.bold(title), " · ".join(_called(type_, record)), *_care(record)]
    for name in BODY:
        if record.get(name):
            lines += ["", *_wrapped(str(record[name]), width)]
    fields = list(_fields(type_, record, names, (heading, "code", *BODY)))
    label_width = max((cells_in(label) for label, _ in fields), default=0) + INDENT
    if fields:
        lines.append("")
    for label, value in fields:
        first, *rest = _wrapped(value, width - label_width) or [""]
        lines.append(f"{label.ljust(label_width)}{first}")
        lines += [" " * label_width + line for line in rest]
    if entries:
        lines += ["", out.bold(say("page.logbook")), *_log(entries, width)]
    return lines


def _called(type_: str, record: Json) -> list[str]:
    code = [shown(str(record["code"]))] if record.get("code") else []
    return [say(f"type.{type_}"), *code, shown(str(record["id"]))]


def _care(record: Json) -> Iterator[str]:
    """What is the matter with it."""
    if record["life"] != "live":
        yield f"! {say('life.' + str(record['life']))}"
    for key in ("conflicts", "incomplete"):
        fields: list[str] = record[key]  # type: ignore[assignment]
        if fields:
            told = ", ".join(_field_name(field) for field in fields)
            sentence = "conflict_in" if key == "conflicts" else "incomplete"
            yield f"! {say(f'page.{sentence}', fields=shown(told))}"


def _fields(
    type_: str, record: Json, names: Names, besides: Sequence[str]
) -> Iterator[tuple[str, str]]:
    for name, field in FIELDS[type_].items():
        if name not in besides:
            label = _field_name(name).capitalize()
            for value in words_for(type_, field, record[name], names):
                yield label, value
                label = ""


def _field_name(field: str) -> str:
    name, _, element = field.partition("/")
    said = say(f"field.{name}") if known(f"field.{name}") else name
    if name == "life":
        said = say("cli.life")
    return f"{said} {element}".rstrip()


def _log(entries: Sequence[Entry], width: int) -> Iterator[str]:
    for entry in entries:
        kind = say(f"entry_kind.{entry.kind}") if known(f"entry_kind.{entry.kind}") else entry.kind
        told = [dates.day(entry.date), kind, *(who for who in (entry.who, entry.author) if who)]
        own = [say("cli.own")] if entry.own else []
        yield shown(", ".join([*told, *own]))
        indent = " " * INDENT
        yield from (f"{indent}{line}" for line in _wrapped(entry.text, width - INDENT))


def _wrapped(text: str, width: int) -> list[str]:
    """Text in lines of a width, its own line breaks kept."""
    found = []
    for line in shown(text).split("\n"):
        found += textwrap.wrap(line, max(width, 20), break_on_hyphens=False) or [""]
    return found
