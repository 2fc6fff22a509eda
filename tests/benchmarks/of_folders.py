"""An exchange folder: memory while all of it goes out or comes in, what it takes to see that
nothing is new, and what a colleague's changes take in a small and a large arrangement."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from storage.formats.segment_layout import segment
from storage.store import Store
from tests.benchmarks import made
from tests.benchmarks.of_exchange import MOST, run
from tests.benchmarks.ratios import Ratio, in_turn

MANY, FEW = 20_000, 2_000  # agreements
CHANGES = 1_000  # of a colleague
ROUNDS = 3


def ratios(many: int = MANY, few: int = FEW, changes: int = CHANGES) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shared = place / "gedeeld"
        shared.mkdir()
        made.store(place / "source.db", many).close()
        Store.create(place / "empty.db", made.ARRANGEMENT)
        for way, db in (("into", "source.db"), ("from", "empty.db")):
            _, memory = run("sync", place / db, shared)
            what = f"memory above start, {many:,} agreements {way} a folder"
            yield Ratio(what, memory, MOST, 1, "MiB")
        yield _nothing_new(place / "source.db", shared)
        yield _changes(place, many, few, changes)


def _nothing_new(db: Path, shared: Path) -> Ratio:
    """The first sync of a day, which reads every file anew; each round is another day."""
    days = count(1)

    def ours() -> None:
        with closing(Store(db, today=date.today() + timedelta(next(days)))) as store:
            assert store.exchange.sync(shared).new_acts == 0

    def bare() -> None:
        for file in shared.rglob("*.jsonl"):
            hashlib.sha256(file.read_bytes()).hexdigest()

    took = in_turn(ours, bare, ROUNDS)
    return Ratio("first sync of a day with nothing new, against hashing its files", *took, 1.5)


def _changes(place: Path, many: int, few: int, changes: int) -> Ratio:
    """The same changes come into a large arrangement and into a small one."""
    took = in_turn(*(_coming(place / f"{size}", size, changes) for size in (many, few)), ROUNDS)
    return Ratio(f"sync that brings {changes:,} changes, {many:,} against {few:,}", *took, 1.3)


def _coming(folder: Path, many: int, changes: int) -> Callable[[], object]:
    shared = folder / "gedeeld"
    shared.mkdir(parents=True)
    store = made.store(folder / "here.db", many)
    store.exchange.sync(shared)
    rounds = count(1)

    def come() -> None:
        acts = made.edits(changes, 1, next(rounds))
        data = segment(made.ARRANGEMENT, [(act.id, act.data) for act in acts], ())
        (shared / f"{acts[0].id}.acts.jsonl").write_bytes(data)
        assert store.exchange.sync(shared).new_acts == changes

    return come
