"""`exchange`: the folders and what waits in them, and who sent what."""

from dataclasses import asdict
from pathlib import Path

import click

from storage.errors import Refused
from storage.store import Store
from storage.views.exchange_folders import Folder, Waiting
from tui.cli.language import Spoken
from tui.cli.options import FILE, gives
from tui.cli.output import Out, as_data
from tui.cli.session import Session
from tui.cli.stderr import refusal_line, tell
from tui.cli.text_tables import when
from tui.locale import say, say_count
from tui.words.contents.sender_words import laptop_line
from tui.words.contents.sync_result import spoilt_lines
from tui.words.contents.waiting_words import waiting_line
from tui.words.leaving import profile_name


@click.group("exchange", cls=Spoken)
def exchange_command() -> None:
    """Exchange folders, and who sent what."""


@exchange_command.command("folders")
@gives("table", "json")
def folders_command(session: Session, out: Out) -> None:
    """The folders that were synced with, and what waits in each."""
    with session.open() as store:
        known = store.exchange.folders()
        found = [(folder, _waiting(store, folder)) for folder in known]
    if out.is_json:
        out.json({"folders": [_as_data(*one) for one in found]})
    else:
        names = ("place", "for_whom", "when", "waits")
        header = [say(f"cli.column.{name}") for name in names]
        out.table(header, [_row(*one) for one in found])
    tell(say_count("cli.folders", len(found)) if found else say("cli.no_folders"))


@exchange_command.command("devices")
@gives("table", "json")
def devices_command(session: Session, out: Out) -> None:
    """Of each laptop who write on it, how many of its changes are here, and since when."""
    with session.open() as store:
        found = store.log.devices()
    if out.is_json:
        out.json({"devices": as_data(found)})
        return
    names = ("who", "number", "arrived", "clock")
    rows = [[laptop_line(one), str(one.acts), when(one.arrived), when(one.last)] for one in found]
    out.table([say(f"cli.column.{name}") for name in names], rows)


@exchange_command.command("forget")
@click.argument("place", type=FILE)
@gives("table", "json")
def forget_command(session: Session, out: Out, place: Path) -> None:
    """Sync with a folder no longer; what lies there stays."""
    with session.open() as store:
        store.exchange.forget(place)
    if out.is_json:
        out.json({"forgotten": str(place)})
    tell(say("exchange.forgotten"))


def _waiting(store: Store, folder: Folder) -> Waiting | Refused:
    try:
        return store.exchange.waiting(folder.place)
    except Refused as refused:  # one that is not there says nothing of the others
        return refused


def _row(folder: Folder, found: Waiting | Refused) -> list[str]:
    if isinstance(found, Refused):
        waits = refusal_line(found)
    else:
        new = [waiting_line(found)] if found.bringers else []
        waits = "; ".join([*new, *map(spoilt_lines, found.spoilt)])
    return [str(folder.place), profile_name(folder.profile), when(folder.synced), waits]


def _as_data(folder: Folder, found: Waiting | Refused) -> dict[str, object]:
    there = None if isinstance(found, Refused) else found
    return {
        "place": str(folder.place),
        "profile": folder.profile,
        "was": folder.was,
        "synced": folder.synced,
        "waiting": [asdict(one) for one in there.bringers] if there else [],
        "spoilt": [
            {"file": str(one.path), "reason": one.why.key, "sentence": refusal_line(one.why)}
            for one in (there.spoilt if there else ())
        ],
        "unreachable": refusal_line(found) if isinstance(found, Refused) else None,
    }
