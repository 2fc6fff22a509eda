"""`source`: the document itself beside the arrangement, and what every block of it gave."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storage.errors import Refused
from storage.files.open_file import read_whole
from storage.records.validation import nearest
from storage.store import Store
from tui.cli.cmd_passage import empty_command, link_command, passage_add_command, reopen_command
from tui.cli.language import Spoken
from tui.cli.options import FILE, TEXT, gives, ids_option
from tui.cli.output import Out, as_data
from tui.cli.result import record_name
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.locale import in_all, say, say_count
from tui.words.locator import heading_in_words, locator_in_words, places_in_words

if TYPE_CHECKING:
    from seed.document.beside import Attached
    from seed.document.coverage import Coverage
    from seed.document.headings import Role
    from seed.document.revisions import BlockMove

    Changed = tuple[BlockMove, list[str]]


@click.group("source", cls=Spoken)
def source_command() -> None:
    """The document beside the arrangement."""


for command in (passage_add_command, link_command, empty_command, reopen_command):
    source_command.add_command(command)


@source_command.command("attach")
@click.argument("file", type=FILE)
@click.option("--profile", "given", type=FILE, metavar="FILE")
@click.option("--preview", is_flag=True)
@ids_option
@gives("table", "json")
def attach_command(
    session: Session, out: Out, *, file: Path, given: Path | None, preview: bool, ids: bool
) -> None:
    """Read a document into passages, each with its place."""
    from seed.document.beside import profile_of, read_document
    from seed.document.profile import read_profile

    text = None if given is None else read_whole(given).decode("utf-8-sig", "replace")
    with session.open() as store:
        profile = profile_of(store) if text is None else read_profile(text)
        found = read_document(store, file, profile)._replace(profile=text)
        _put(store, out, found, preview=preview, ids=ids)


@source_command.command("divide")
@click.argument("lines", type=TEXT, metavar="LOCATOR=ROLE…", nargs=-1, required=True)
@click.option("--preview", is_flag=True)
@ids_option
@gives("table", "json")
def divide_command(
    session: Session, out: Out, *, lines: tuple[str, ...], preview: bool, ids: bool
) -> None:
    """Divide the attached document otherwise: what these lines of it are."""
    from seed.document.beside import attached_now, divided
    from seed.document.block_places import places

    with session.open() as store:
        now = attached_now(store)
        numbers = {one.locator: n for n, one in enumerate(now.passages)}
        roles: dict[int, Role] = {}
        for line in lines:
            locator, _, role = line.rpartition("=")
            places(store).check(locator)
            roles[numbers[locator]] = _role(role)
        _put(store, out, divided(store, now, roles), preview=preview, ids=ids)


def _role(word: str) -> "Role":
    from seed.document.division import ROLES

    for role in ROLES:
        if word.casefold() in (role, *(said.casefold() for said in in_all(f"division.{role}"))):
            return role
    known = [say(f"division.{role}") for role in ROLES]
    raise Refused("unknown_value", field="ROLE", value=word, nearest=nearest(word, known))


def _put(store: Store, out: Out, found: "Attached", *, preview: bool, ids: bool) -> None:
    """Attach what was read or divided, unless only a preview is asked; and tell what it is."""
    from seed.document.beside import astray_in, changed_records

    changed = list(changed_records(store, found))
    rows = _differing(store, found, changed)
    astray = astray_in(store, found)
    said = 0
    if not preview:
        said = store.documents.attach(found.document, found.passages, found.profile, found.moves)
    headings = [one for one in found.passages if one.kind in ("heading", "label")]
    if out.is_json:
        out.json(
            {
                "document": found.document,
                "passages": len(found.passages),
                "headings": as_data(headings),
                "said": said,
                "compared": as_data(found.compared),
                "changed": {one.was: records for one, records in changed},
                "astray": as_data(astray),
            }
        )
    else:
        columns = ("locator", "heading", *(["address"] if ids else []))
        table = out.table_lines(
            [say(f"cli.column.{name}") for name in columns],
            [
                [locator_in_words(one.locator), one.text, *([one.locator] if ids else [])]
                for one in headings
            ],
        )
        names = ("locator", "now", "what", "records")
        differing = out.table_lines([say(f"cli.column.{name}") for name in names], rows)
        out.lines([*table, *([""] if rows else []), *(differing if rows else [])])
    count = "cli.would_attach" if preview else "cli.attached"
    tell(say_count(count, len(found.passages)))
    if found.compared:
        tell(say_count("cli.compared", len(found.differing)))
    for record, locator in astray:
        tell(
            say("cli.astray_at", name=record_name(store, record), locator=locator_in_words(locator))
        )


@source_command.command("coverage")
@ids_option
@gives("table", "json", "csv")
def coverage_command(session: Session, out: Out, ids: bool) -> None:
    """Per chapter and heading what the blocks of the document gave."""
    from seed.document.decided import coverage_of

    with session.open() as store:
        found = coverage_of(store)
        if out.is_json:
            out.json(as_data(found))
            return
        _show(store, out, found, ids=ids)


def _show(store: Store, out: Out, found: "Coverage", *, ids: bool) -> None:
    names = ("heading", "blocks", "placed", "agreements", "others", "empty", "undecided")
    header = [say(f"cli.column.{name}") for name in names]
    rows = [
        [heading_in_words(one.chapter, one.heading), *(str(count) for count in one[2:])]
        for one in found.under
    ]
    total = [say("cli.total"), *(str(count) for count in found.total[2:])]
    if out.form == "csv":
        out.csv(header, [*rows, total])
        return
    lines = out.table_lines(header, [*rows, total] if rows else [])
    out.lines([*lines, *_reasons(store, out, found, ids=ids)])
    if not rows:
        tell(say("cli.no_document"))


def _reasons(store: Store, out: Out, found: "Coverage", *, ids: bool) -> Iterator[str]:
    """Why blocks gave nothing, which are undecided, and which records stand at no block; with
    ``ids`` the address of those by which a command takes them."""
    empty = [(locator_in_words(one.locator), places_in_words(one.reason)) for one in found.empty]
    undecided = [(locator_in_words(one.locator), one.locator) for one in found.undecided]
    for key, pairs, second in (
        ("empty_blocks", empty, "reason"),
        ("undecided_blocks", undecided, "address"),
        ("astray", [(record_name(store, one.record), one.locator) for one in found.astray],
         "address"),
    ):  # fmt: skip
        if pairs:
            yield from ("", out.bold(say(f"cli.{key}")))
            first = "records" if key == "astray" else "locator"
            wide = 2 if ids or second == "reason" else 1
            header = [say(f"cli.column.{name}") for name in (first, second)[:wide]]
            yield from out.table_lines(header, [[*pair[:wide]] for pair in pairs])


def _differing(store: Store, found: "Attached", changed: "list[Changed]") -> list[list[str]]:
    """The blocks that are not as they were, with the codes of the records that stand in them."""
    codes = {
        one: ", ".join(record_name(store, record) for record in records) for one, records in changed
    }
    return [
        [
            *(locator_in_words(place or "") for place in (one.was, one.now)),
            *(say(f"compared.{one.state}"), codes.get(one, "")),
        ]
        for one in found.differing
    ]
