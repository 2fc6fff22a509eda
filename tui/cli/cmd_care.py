"""Looking after the file."""

import tempfile
from pathlib import Path

import click

from tui.cli.options import FILE, gives
from tui.cli.output import Out, as_data
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.cli.streams import STREAM, incoming
from tui.cli.text_tables import problem_table
from tui.locale import say, say_count


@click.command("check")
@gives("table", "json")
def check_command(session: Session, out: Out) -> int:
    """Prove that the file is intact and its tables are what its acts make; 3 when not."""
    with session.open() as store:
        found = store.check()
    if out.is_json:
        out.json(as_data(found))
    else:
        out.table(*problem_table(found))
    tell(say_count("cli.findings", len(found)) if found else say("cli.sound"))
    return 3 if found else 0


@click.command("backup")
@click.argument("file", type=FILE)
@gives("table", "json")
def backup_command(session: Session, out: Out, file: Path) -> None:
    """A copy of the whole file."""
    with session.open() as store:
        if file == STREAM:
            with tempfile.TemporaryDirectory() as folder:
                copy = Path(folder) / "copy.db"
                store.backup(copy)
                out.bytes(copy.read_bytes())
            return
        store.backup(file, force=out.force)
    if out.is_json:
        out.json({"path": str(file)})
    tell(say("cli.backed_up", path=file))


@click.command("restore-backup")
@click.argument("file", type=FILE)
@gives("table", "json")
def restore_backup_command(session: Session, out: Out, file: Path) -> None:
    """Go back to a copy; what stood there is kept beside it."""
    from storage.backups.backup import restore_backup

    session.check_folder()
    session.keep_clear(file)
    with incoming(file) as path:
        kept = restore_backup(path, session.path)
    if out.is_json:
        out.json({"path": str(session.path), "kept": None if kept is None else str(kept)})
    tell(say("cli.went_back", path=session.path))
    if kept is not None:
        tell(say("cli.kept", path=kept))


@click.command("selftest")
@gives("table", "json")
def selftest_command(session: Session, out: Out) -> int:
    """What this laptop has of what the app needs; 3 when something is wrong."""
    from tui.selftest import as_lines, look_at_all
    from tui.selftest.terminal import by_command

    parts = look_at_all(session.path, by_command(plain=session.plain))
    if out.is_json:
        out.json({part.name: as_data(part.findings) for part in parts})
    else:
        out.lines(as_lines(parts))
    return 3 if any(one.wrong for part in parts for one in part.findings) else 0
