"""Snapshots: writing one, and what differs between two."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import click

from storage.formats.profiles import OWN, PROFILES
from storage.store import Store
from storage.views.exchange_folders import Share
from tui.cli.options import FILE, TEXT, ChoiceParam, gives
from tui.cli.output import Out, as_data
from tui.cli.progress_bar import watching
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.cli.streams import STREAM, incoming
from tui.cli.text_tables import change_rows, table_field_name
from tui.locale import number, say, say_count
from tui.words.contents.readership import INTERNAL
from tui.words.leaving import apart_counted, goes_and_stays

MOST = 12  # clashes that are named


@click.command("export")
@click.argument("file", type=FILE)
@click.option("--profile", type=ChoiceParam(PROFILES), default=PROFILES[0])
@click.option("--since", type=TEXT, metavar="FILE|D")
@gives("table", "json")
def export_command(session: Session, out: Out, file: Path, profile: str, since: str | None) -> None:
    """One file with the arrangement and everything said of it."""
    with session.open() as store:
        if file != STREAM:
            store.check_target(file, "export", force=out.force)
        only = None if since is None else _since(store, since)
        shares = store.shares(profile, only)
        _tell_leaving(shares)
        if profile == INTERNAL:
            tell(say("cli.internal_file"))
        if file == STREAM:
            with closing(store.snapshots.pieces(profile, only)) as pieces:
                out.pieces(pieces)
            store.snapshots.sent(profile, only)
            return
        with watching() as watch:
            size = store.snapshots.export(file, profile, only, watch, force=out.force)
    if out.is_json:
        left = {one.what: one.count for one in shares if not one.goes}
        if own := sum(left.get(what, 0) for what in OWN):
            left["own"] = own  # all that is own, as ever; the others tell which
        out.json({"path": str(file), "profile": profile, "bytes": size, "stays": left})
    tell(say("cli.exported", path=file))
    if profile == "public":
        tell(say("cli.public"))


@click.command("diff")
@click.argument("a", type=FILE)
@click.argument("b", type=FILE, required=False)
@gives("table", "json")
def diff_command(session: Session, out: Out, a: Path, b: Path | None) -> None:
    """What snapshot B says otherwise than A; without B, what the arrangement here does."""
    from storage.snapshot.file_difference import of_files

    with incoming(a) as first:
        if b is not None:
            with incoming(b) as second:
                found = of_files(first, second)
        else:
            with session.open() as store:
                found = store.snapshots.difference(first)
    if out.is_json:
        out.json(as_data(found))
        return
    out.table(*change_rows(found.changes))
    tell(say_count("cli.differences", len(found.changes)))
    if found.acts is not None:
        tell(say("cli.counted", **{name: number(n) for name, n in found.acts._asdict().items()}))
    if apart := apart_counted(found):
        tell(say("difference.apart", what=", ".join(apart)))
    if found.clashes:
        fields = ", ".join(
            f"{one.title}: {table_field_name(one.field)}" for one in found.clashes[:MOST]
        )
        tell(f"{say_count('cli.clashes', len(found.clashes))}: {fields}")


def _tell_leaving(shares: Iterable[Share]) -> None:
    """What goes along and what stays, before anything is written."""
    for word, counted in goes_and_stays(shares):
        tell(f"{word}: {', '.join(counted)}")


def _since(store: Store, since: str) -> set[str]:
    file = Path(since)
    return store.snapshots.lacking(file) if file.is_file() else store.log.arrived_since(since)
