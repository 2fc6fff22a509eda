"""The store of this project: acts in a SQLite file, exchanged as snapshots."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from storage.acts import Act, Setting, make_act
from storage.snapshot import importer  # noqa: F401 - loaded before the clock runs, as the others are
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from tests.benchmarks.engines.edits import FIELD, Edit, clashes, edits, record, visible

AT, LATER = "2014-10-07T09:12:03.120Z", "2014-11-07T09:12:03.120Z"
ARRANGEMENT = "oost-2014-2016"


def prepare(folder: Path, many: int) -> None:
    base = [_first(number) for number in range(many)]
    ours, theirs = folder / "b.db", folder / "a.db"
    Store.create(ours, ARRANGEMENT, base)
    shutil.copy(ours, theirs)
    _take(Store(ours), _edits(edits(many, "b"), "b", [one.id for one in base]))
    parents = [one.id for one in base]
    with_edits = Store(theirs)
    with_edits.snapshots.export(folder / "full.json")
    for round_, name in enumerate(("first.json", "next.json")):
        made = _edits(edits(many, "a", round_), "a", parents, round_)
        _take(with_edits, made)
        with_edits.snapshots.export(folder / name, only={one.id for one in made})


def merge(folder: Path, many: int) -> dict[str, float]:
    place = folder / "open"
    shutil.rmtree(place, ignore_errors=True)  # with the copy of the day that lies in it
    place.mkdir()
    path = place / "b.db"
    shutil.copy(folder / "b.db", path)
    start = perf_counter()
    store = Store(path, by="b")
    store.record(_id(0))
    opened = perf_counter()
    store.edit(_id(1), {"goal": "de eerste wijziging van de dag"})  # the file is copied first
    copied = perf_counter()
    store.snapshots.import_(folder / "first.json")
    first = perf_counter()
    store.snapshots.import_(folder / "next.json")
    done = perf_counter()
    shown = dict.fromkeys(clashes(many), "")
    for conflict in store.conflicts():
        number = int(conflict.record.partition("/")[2], 16)
        shown[number] = " ".join(str(claim.value) for claim in conflict.claims)
    return {
        "open": opened - start, "copy": copied - opened,
        "first": first - copied, "next": done - first,
        "visible": visible(shown), "disk": path.stat().st_size,
        "sent": (folder / "first.json").stat().st_size,
    }  # fmt: skip


def full(folder: Path, many: int) -> dict[str, float]:
    Store.create(folder / "new.db", ARRANGEMENT)
    store = Store(folder / "new.db", by="c")
    start = perf_counter()
    store.snapshots.import_(folder / "full.json")
    took = perf_counter() - start
    (folder / "new.db").unlink()
    return {"full": took, "sent whole": (folder / "full.json").stat().st_size}


def _first(number: int) -> Act:
    said = [Setting(_id(number), field, value, ()) for field, value in record(number).items()]
    return make_act(at=AT, by="b" * 16, device="d" * 16, seq=number + 1, set=said)


def _edits(made: Iterable[Edit], side: str, parents: list[str], round_: int = 0) -> list[Act]:
    """An act for each, on the act that set the title before; ``parents`` is brought up."""
    found = []
    for seq, (number, title) in enumerate(made, 1 + round_ * 1000):
        said = [Setting(_id(number), FIELD, title, (parents[number],))]
        found.append(make_act(at=LATER, by=side * 16, device=side * 16, seq=seq, set=said))
        parents[number] = found[-1].id
    return found


def _take(store: Store, made: list[Act]) -> None:
    with transaction(store.connection):
        take_in(store.connection, made, (), LATER)


def _id(number: int) -> str:
    return f"agreements/{number:016x}"
