"""`import`: taking a file in."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from storage.errors import Refused
from storage.files.open_file import reading
from storage.queries.problems.found_problem import problem_key
from storage.store import Store
from storage.views.consequences import Consequences
from storage.views.erasures import Erasure
from storage.views.field_change import FieldChange
from storage.views.import_preview import Gone, Preview
from storage.views.problem import Problem
from tui.cli.options import FILE, TEXT, gives
from tui.cli.output import Out, as_data
from tui.cli.progress_bar import watching
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.cli.streams import incoming
from tui.cli.text_tables import change_rows, change_sentences
from tui.locale import say, say_count, wrong_in
from tui.words.contents.erasure_request import request_line
from tui.words.contents.upshot import upshot
from tui.words.record_words import apart_told, gone_name, lines_apart, sender, waits_for


@click.command("import")
@click.argument("file", type=FILE)
@click.option("--preview", "looking", is_flag=True)
@click.option("--edits", is_flag=True)
@click.option("--why", type=TEXT)
@click.option("--skip-bad", is_flag=True)
@gives("table", "json")
def import_command(
    session: Session,
    out: Out,
    *,
    file: Path,
    looking: bool,
    edits: bool,
    why: str | None,
    skip_bad: bool,
) -> int:
    """Take a file in; 3 when it brought conflicts or problems, or something was set apart."""
    if looking + edits + skip_bad > 1:
        raise click.UsageError(say("cli.usage.one_way"))
    with incoming(file) as path, _opened_for(session, path, looking, skip_bad) as store:
        if looking:
            with watching() as watch:
                found, care = store.snapshots.preview(path, watch=watch), False
        else:
            before = store.problems.all()
            found = _taken(store, path, edits=edits, skip_bad=skip_bad, why=why)
            wrong = new_problems(store, before)
            found = found._replace(follows=found.follows.beside(wrong))
            care = needs_care(found) or bool(wrong)
    told_taken(out, found, looking=looking)
    return 3 if care else 0


def needs_care(taken: Preview) -> bool:
    """Whether what came in brought something that asks for a person."""
    return bool(taken.conflicts or taken.set_apart or taken.held or taken.gone)


def told_taken(
    out: Out, found: Preview, *, looking: bool, nothing: str = "exchange.nothing_new",
    whole: bool = False,
) -> None:  # fmt: skip
    """Print what came in, or would; ``nothing`` says that there is nothing new. What someone asks
    to erase is told before anything that would come in. What the source fills in is counted; it
    stands there ``whole`` where the source itself is looked at."""
    for one in found.erasures if looking else ():
        tell(request_line(one))
    if out.is_json:
        out.json(as_data(found))
    elif looking:
        of_people = [one for one in found.changes if whole or not _of_seed(one)]
        out.table(*change_rows([*of_people, *found.edits]))
        if folded := len(found.changes) - len(of_people):
            tell(say_count("cli.of_arrangement", folded))
    _tell(found, nothing)
    if not looking:
        tell_asked(found.erasures)


def _of_seed(one: FieldChange) -> bool:
    """Whether the source of the arrangement fills in what was not there: nobody reads that here."""
    return one.said is not None and one.said.seed and one.before in (None, [])


@contextmanager
def _opened_for(session: Session, file: Path, looking: bool, skip_bad: bool) -> Iterator[Store]:
    """The store that takes a file in. A new one takes the file's arrangement, and is not there
    when the file is refused; only looking leaves none at all."""
    if session.path.exists():
        with session.open() as store:
            yield store
        return
    session.check_folder()
    arrangement = _arrangement_of(file, skip_bad=skip_bad)
    with tempfile.TemporaryDirectory() as folder:
        new = session.at(Path(folder) / "looking.db") if looking else session
        with new.on_trial(arrangement) as store:
            yield store
    if not looking:
        tell(say("cli.made", path=session.path))


def _arrangement_of(path: Path, *, skip_bad: bool) -> str:
    from storage.snapshot.salvage import read_or_salvage
    from storage.snapshot.snapshot_reader import open_snapshot

    file = (read_or_salvage if skip_bad else open_snapshot)(partial(reading, path))
    if file.arrangement is None:
        raise Refused("no_arrangement")
    return file.arrangement


def _taken(store: Store, path: Path, *, edits: bool, skip_bad: bool, why: str | None) -> Preview:
    """Take in; where that is refused because of edits by hand, list them first."""
    try:
        with watching() as watch:
            return store.snapshots.import_(
                path, edits=edits or None, skip_bad=skip_bad, why=why, watch=watch
            )
    except Refused as refused:
        if refused.key in ("edited_by_hand", "records_only"):
            for line in change_sentences(store.snapshots.preview(path).edits):
                tell(line)
        raise


def new_problems(store: Store, before: Iterable[Problem]) -> list[Problem]:
    """What is wrong now and was not before."""
    known = {*map(problem_key, before)}
    return [one for one in store.problems.all() if problem_key(one) not in known]


def tell_senders(new: int, senders: Sequence[tuple[str, int]]) -> None:
    """How many new acts came in, and from whom."""
    names = ", ".join(f"{sender(name)} ({count})" for name, count in senders)
    tell(f"{say_count('count.acts', new)}: {names}")


def tell_upshot(found: Consequences) -> None:
    """What becomes of what people said, each part in a sentence."""
    for one in upshot(found):
        tell(one.sentence)
    if found.conflicts:
        tell(say("cli.see_conflicts"))


def tell_gone(gone: Sequence[Gone]) -> None:
    """Which records stand in no list any more, one a line."""
    if gone:
        tell(say_count("exchange.gone", len(gone)))
    for one in gone:
        tell(f"  {gone_name(one)}")


def tell_held(held: int, number: int | None) -> None:
    """That something in the name of the source was set apart, and where to see it."""
    if held:
        tell(say_count("cli.held", held, number=number))


def tell_erased(erased: int, idle: int) -> None:
    """Of what only came where it stood, and whether that counts."""
    if erased:
        tell(say_count("exchange.erased", erased))
    if idle:
        tell(say_count("exchange.idle", idle))


def tell_asked(erasures: Sequence[Erasure]) -> None:
    """What someone asks to erase."""
    if erasures:
        tell(say_count("cli.to_erase", len(erasures)))


def _tell(found: Preview, nothing: str) -> None:
    """What came in, from whom, and what needs care."""
    if found.new_acts:
        tell_senders(found.new_acts, found.senders)
    if found.edits:
        tell(say_count("cli.edits", len(found.edits)))
    stubs = found.erased + found.idle
    if not any((found.new_acts, found.edits, found.held, stubs, found.set_apart)):
        tell(say(nothing))
    tell_upshot(found.follows)
    tell_gone(found.gone)
    if found.missing:
        tell(waits_for(found.missing))
    if found.more:
        tell(say_count("exchange.more_records", found.more))
    if found.fails:
        tell(say("exchange.fails_why", reason=wrong_in(found.fails)))
    if lines_apart(found):
        tell(say_count("cli.set_apart", lines_apart(found)))
    for told in apart_told(found):
        tell(f"  {told}")
    tell_held(found.held, found.held_as)
    tell_erased(found.erased, found.idle)
    if found.kept:
        tell(say_count("cli.kept_fields", len(found.kept)))
    for line in change_sentences(found.kept):
        tell(line)
