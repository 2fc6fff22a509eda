"""`new` and `seed check`: an arrangement of one's own, from a folder or empty."""

import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from seed.beginning import arrangement_title, begin, period_of, prefix_of
from seed.document.profile import read_profile
from seed.loader import read_folder
from seed.releases import PROFILE, brought_lines
from seed.seed_acts import acts_of
from seed.seeded import BadSeed, Mistake, Remark, Seed
from storage.errors import Refused
from storage.files.open_file import read_whole
from storage.records.fields import TYPES
from storage.records.ids import type_of
from storage.store import Store
from tui.cli import seed_findings
from tui.cli.language import Spoken
from tui.cli.options import FILE, TEXT, gives
from tui.cli.output import Out
from tui.cli.session import Session
from tui.cli.stderr import refusal_line, tell
from tui.cli.streams import STREAM
from tui.locale import number, say, say_count
from tui.user import recent
from tui.words import dates, terms


@click.command("new")
@click.argument("file", type=FILE)
@click.option("--from", "folder", type=FILE, metavar="FOLDER")
@click.option("--title", type=TEXT)
@click.option("--period", type=TEXT)
@click.option("--prefix", type=TEXT)
@gives("table", "json")
def new_command(
    session: Session,
    out: Out,
    *,
    file: Path,
    folder: Path | None,
    title: str | None,
    period: str | None,
    prefix: str | None,
) -> int:
    """A new file: with the arrangement of a folder, or an empty one. At a terminal it asks for
    its title, its period and the prefix of its codes; else the file's name says them."""
    if file == STREAM:
        raise Refused("invalid_value", field="FILE", value=file)
    given = [name for name, said in (("title", title), ("period", period), ("prefix", prefix))
             if said is not None]  # fmt: skip
    if folder is not None and given:
        raise Refused("folder_says", field=given[0])
    try:
        seed = read_folder(folder) if folder is not None else _empty(file, title, period, prefix)
        profile = _profile(folder) if folder is not None else None
    except BadSeed as bad:
        return _refuse(bad)
    if brought_lines(seed.arrangement):  # with other acts it would be cut off from who has these
        raise Refused("arrangement_of_app", arrangement=seed.arrangement)
    Store.create(file, seed.arrangement, acts_of(seed), profile)
    recent.remember_file(file, seed.arrangement)
    if out.is_json:
        out.json({"path": str(file), **_told(seed)})
    tell(say("cli.made", path=file))
    tell(say("cli.opens", path=file))
    return 0


@click.group("seed", cls=Spoken)
def seed_command() -> None:
    """Folders that hold an arrangement."""


@seed_command.command("check")
@click.argument("folder", type=FILE)
@gives("table", "json")
def seed_check_command(session: Session, out: Out, *, folder: Path) -> int:
    """Tell all that is wrong in a folder, or how much of each type it holds."""
    try:
        seed = read_folder(folder)
        _profile(folder)
    except BadSeed as bad:
        if out.is_json:
            out.json({"mistakes": [_as_json(one) for one in bad.mistakes]})
        return _refuse(bad)
    told = _told(seed)
    for one in seed.remarks:
        tell(_remark(one))
    if out.is_json:
        out.json(
            {**told, "mistakes": [], "remarks": [_as_json_remark(one) for one in seed.remarks]}
        )
    else:
        counts = _counts(seed).items()
        header = [say("cli.column.type"), say("cli.column.number")]
        out.table(header, [[type_, number(count)] for type_, count in counts])
    tell(say("cli.good_folder", arrangement=seed.arrangement, day=dates.day(seed.released)))
    return 0


def _profile(folder: Path) -> str | None:
    """How the folder says that its document is divided. Raises BadSeed for what is no such text."""
    path = folder / PROFILE
    if not path.exists():
        return None
    text = read_whole(path).decode("utf-8-sig", "replace")
    try:
        read_profile(text)
    except Refused as reason:
        raise BadSeed([Mistake(path, 0, "", "", reason)]) from reason
    return text


def _empty(file: Path, title: str | None, period: str | None, prefix: str | None) -> Seed:
    """An arrangement without anything in it yet. What was not said is asked at a terminal."""
    today = datetime.now(UTC).date()
    asks = title is None and _at_keyboard()
    if os.path.lexists(file):  # said before anything is asked
        raise Refused("file_exists", path=file)
    if title is None:
        usual = arrangement_title(file)
        title = _ask("cli.ask_title", usual, lambda said: begin(said, today)) if asks else usual
    if period is None:
        period = _ask("cli.ask_period", "", partial(period_of, today=today)) if asks else ""
    if prefix is None and asks:
        prefix = _ask("cli.ask_prefix", prefix_of(title), partial(begin, title, today))
    return begin(title, today, prefix or "", period_of(period, today))


def _at_keyboard() -> bool:
    """Whether someone is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _ask(key: str, usual: str, check: Callable[[str], object]) -> str:
    """What a person answers; asked again for as long as the check refuses it."""

    def answer(said: str) -> str:
        try:
            check(said)
        except Refused as refused:
            raise click.UsageError(refusal_line(refused)) from refused
        return said

    return str(
        click.prompt(say(key), default=usual, show_default=bool(usual), value_proc=answer, err=True)
    )


def _counts(seed: Seed) -> dict[str, int]:
    """How many records of each type, in the order of the contract."""
    found = Counter(type_of(record.id) for record in seed.records)
    return {type_: found[type_] for type_ in TYPES if found[type_]}


def _told(seed: Seed) -> dict[str, object]:
    return {
        "arrangement": seed.arrangement,
        "released": seed.released,
        "counts": _counts(seed),
    }


def _remark(one: Remark) -> str:
    """How a term is read, or that it is not."""
    where, phrase = f"{one.file}:{one.line}", one.term["phrase"]
    return say("cli.remark", where=where, record=one.record, phrase=phrase, told=_as_read(one))


def _as_read(one: Remark) -> str:
    return terms.term_kept(one.term, one.reading, one.day.isoformat())


def _as_json_remark(one: Remark) -> dict[str, object]:
    return {
        "file": str(one.file), "line": one.line, "record": one.record, "term": one.term,
        "reading": _as_read(one),
    }  # fmt: skip


def _as_json(mistake: Mistake) -> dict[str, object]:
    return {
        "file": str(mistake.file),
        "line": mistake.line,
        "record": mistake.record,
        "field": mistake.field,
        "reason": seed_findings.finding_sentence(mistake),
    }


def _refuse(bad: BadSeed) -> int:
    """Every mistake where it stands, one a line; gives the exit code."""
    for one in bad.mistakes:
        where = f"{one.file}:{one.line}" if one.line else f"{one.file}"
        what = " ".join(part for part in (one.record, one.field) if part)
        tell(": ".join(part for part in (where, what, seed_findings.finding_sentence(one)) if part))
    tell(say_count("cli.mistakes", len(bad.mistakes)))
    return 1
