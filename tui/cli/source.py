"""`source`: the document itself beside the arrangement, and what every block of it gave."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storage.files import read_whole
from storage.store import Store
from tui.cli.options import FILE, gives
from tui.cli.output import Out, as_data
from tui.cli.session import Session
from tui.cli.spoken import Spoken
from tui.cli.words import tell
from tui.locale import say, say_count
from tui.locator import heading_in_words, in_words

if TYPE_CHECKING:
    from seed.document.beside import Attached
    from seed.document.compared import Compared
    from seed.document.coverage import Coverage

    Changed = tuple[Compared, list[str]]


@click.group("source", cls=Spoken)
def source_command() -> None:
    """The document beside the arrangement."""


@source_command.command("attach")
@click.argument("file", type=FILE)
@click.option("--profile", "given", type=FILE, metavar="FILE")
@gives("table", "json")
def attach_command(session: Session, out: Out, file: Path, given: Path | None) -> None:
    """Read a document into passages, each with its place."""
    from seed.document.beside import changed_records, profile_of, read_document
    from seed.document.profile import read_profile

    text = None if given is None else read_whole(given).decode("utf-8-sig", "replace")
    with session.open() as store:
        profile = profile_of(store) if text is None else read_profile(text)
        found = read_document(store, file, profile)
        changed = list(changed_records(store, found))
        rows = _differing(store, found, changed)
        told = store.attach(found.document, found.passages, text)
    if out.is_json:
        out.json(
            {
                "document": found.document,
                "passages": len(found.passages),
                "said": told,
                "compared": as_data(found.compared),
                "changed": {one.was: records for one, records in changed},
            }
        )
    else:
        names = ("locator", "now", "what", "records")
        out.table([say(f"cli.column.{name}") for name in names], rows)
    tell(say_count("cli.attached", len(found.passages)))
    if found.compared:
        tell(say_count("cli.compared", len(found.differing)))


@source_command.command("coverage")
@gives("table", "json", "csv")
def coverage_command(session: Session, out: Out) -> None:
    """Per chapter and heading what the blocks of the document gave."""
    from seed.document.beside import coverage_of

    with session.open() as store:
        found = coverage_of(store)
    if out.is_json:
        out.json(as_data(found))
        return
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
    out.lines([*lines, *_reasons(out, found)])
    if not rows:
        tell(say("cli.no_document"))


def _reasons(out: Out, found: "Coverage") -> Iterator[str]:
    """Why blocks gave nothing, which are undecided, and which records stand at no block."""
    for key, pairs in (
        ("empty_blocks", [(in_words(one.locator), one.reason) for one in found.empty]),
        ("undecided_blocks", [(in_words(one.locator), one.locator) for one in found.undecided]),
        ("astray", [(one.record, one.locator) for one in found.astray]),
    ):
        if pairs:
            yield from ("", out.bold(say(f"cli.{key}")))
            header = [say("cli.column.locator"), say("cli.column.reason")]
            yield from out.table_lines(header, [list(p) for p in pairs])


def _differing(store: Store, found: "Attached", changed: "list[Changed]") -> list[list[str]]:
    """The blocks that are not as they were, with the codes of the records that stand in them."""
    codes = {
        one: ", ".join(store.title(record)[0] or record for record in records)
        for one, records in changed
    }
    return [
        [one.was or "", one.now or "", say(f"compared.{one.state}"), codes.get(one, "")]
        for one in found.differing
    ]
