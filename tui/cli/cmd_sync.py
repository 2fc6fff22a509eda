"""`sync`: an exchange folder and the file get the same acts."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from storage.store import Store
from storage.views.exchange_folders import FolderLook, SpoiltSegment, Synced
from tui.cli.cmd_import import (
    new_problems,
    tell_asked,
    tell_erased,
    tell_gone,
    tell_held,
    tell_senders,
    tell_upshot,
    told_taken,
)
from tui.cli.options import FILE, TEXT, gives
from tui.cli.output import Out, as_data
from tui.cli.progress_bar import watching
from tui.cli.session import Session
from tui.cli.stderr import refusal_line, tell
from tui.locale import say, say_count
from tui.words.contents.readership import INTERNAL, asks_internal, read_by, really, was_told
from tui.words.leaving import going_told
from tui.words.record_words import waits_for


@click.command("sync")
@click.argument("place", type=FILE)
@click.option("--profile", type=TEXT, metavar="partners|internal")
@click.option("--preview", "looking", is_flag=True)
@gives("table", "json")
def sync_command(
    session: Session, out: Out, place: Path, *, profile: str | None, looking: bool
) -> int:
    """Take in what lies in a folder and put there what it lacks; 3 when that brought conflicts or
    problems, or something could not be read or written."""
    if looking:
        with _opened_for(session, place, looking=True) as store, watching() as watch:
            found = store.exchange.look_into(place, watch)
        for one in found.spoilt:
            tell(say("cli.sync.spoilt", file=_within(place, one), reason=refusal_line(one.why)))
        nothing = "exchange.rest_known" if found.spoilt else "exchange.nothing_new_there"
        told_taken(out, found.preview, looking=True, nothing=nothing)
        _tell_leaving(found, profile or found.profile)
        return 3 if found.spoilt else 0
    with _opened_for(session, place) as store:
        if profile == INTERNAL:
            _ask(store, place)
        before = store.problems.all()
        with watching() as watch:
            done = store.exchange.sync(place, profile, watch)
        wrong = new_problems(store, before)
        done = replace(done, follows=done.follows.beside(wrong))
        trouble = done.conflicts or done.spoilt or done.unwritten or done.gone or done.held
        care = bool(trouble or wrong)
    if out.is_json:
        out.json(_as_data(done))
    _tell(done)
    return 3 if care else 0


def _ask(store: Store, place: Path) -> None:
    """Say who reads there before own notes go to a folder for the first time, and ask once more
    where a person is there to answer. Raises Abort for a no."""
    whole = Path(os.path.abspath(place))
    if (whole, INTERNAL) in [(one.place, one.profile) for one in store.exchange.folders()]:
        return
    tell(asks_internal(store.exchange.readers(place)))
    if sys.stdin.isatty() and sys.stderr.isatty():
        click.confirm(say("readers.sure"), abort=True, err=True)


def _tell_leaving(found: FolderLook, profile: str) -> None:
    """What would go there, who reads there, and when something really came and went last."""
    goes = going_told(found.going[profile])
    tell(f"{say('share.goes')}: {goes} ({say(f'cli.sync.profile.{profile}')})")
    if found.was is not None:
        tell(was_told(found.was, found.profile))
    asks = profile == INTERNAL != found.profile
    tell(asks_internal(found.readers) if asks else read_by(found.readers))
    tell(f"{say('waits.last')}: {really(found.exchanged)}")


@contextmanager
def _opened_for(session: Session, place: Path, *, looking: bool = False) -> Iterator[Store]:
    """The store that syncs. A new one takes the folder's arrangement, and is not there when the
    folder is refused; only looking leaves none at all."""
    if session.path.exists():
        with session.open() as store:
            yield store
        return
    from storage.exchange.folder_owner import arrangement_of

    session.check_folder()
    arrangement = arrangement_of(place)
    with tempfile.TemporaryDirectory() as folder:
        new = session.at(Path(folder) / "looking.db") if looking else session
        with new.on_trial(arrangement) as store:
            yield store
    if not looking:
        tell(say("cli.made", path=session.path))


def _tell(done: Synced) -> None:
    """What came in and from whom, what went out under which profile, and what needs care."""
    for one in done.spoilt:
        tell(say("cli.sync.spoilt", file=_within(done.place, one), reason=refusal_line(one.why)))
    if done.new_acts:
        tell_senders(done.new_acts, done.senders)
    elif not (done.held or done.erased or done.idle or done.spoilt):
        tell(say("exchange.nothing_new_there"))
    tell_upshot(done.follows)
    tell_gone(done.gone)
    if done.missing:
        tell(waits_for(done.missing))
    tell_held(done.held, done.held_as)
    tell_erased(done.erased, done.idle)
    tell_asked(done.erasures)
    if done.written:
        tell(
            say_count(
                "cli.sync.written", done.written, profile=say(f"cli.sync.profile.{done.profile}")
            )
        )
    if done.was is not None:
        tell(f"{was_told(done.was, done.profile)} {say('readers.set_back')}")
    if done.joined:
        tell(say_count("cli.sync.joined", done.joined))
    if done.unwritten is not None:
        tell(say("cli.sync.unwritten", reason=refusal_line(done.unwritten)))


def _as_data(done: Synced) -> dict[str, object]:
    return {
        "place": str(done.place),
        "profile": done.profile,
        "new_acts": done.new_acts,
        "senders": [list(one) for one in done.senders],
        "conflicts": done.conflicts,
        "follows": as_data(done.follows),
        "missing": list(done.missing),
        "gone": as_data(done.gone),
        "written": done.written,
        "joined": done.joined,
        "segments": done.segments,
        "spoilt": [
            {
                "file": _within(done.place, one),
                "reason": one.why.key,
                "sentence": refusal_line(one.why),
            }
            for one in done.spoilt
        ],
        "held": done.held,
        "held_as": done.held_as,
        "erased": done.erased,
        "idle": done.idle,
        "erasures": as_data(done.erasures),
        "was": done.was,
        "unwritten": None if done.unwritten is None else refusal_line(done.unwritten),
    }


def _within(place: Path, one: SpoiltSegment) -> str:
    """The name of a file as it stands in the folder."""
    return one.path.relative_to(place).as_posix()
