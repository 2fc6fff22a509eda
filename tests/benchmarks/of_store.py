"""Saving, importing, merging and searching, beside bare SQLite doing the same rows."""

import hashlib
import itertools
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from tests.benchmarks import bare, made
from tests.benchmarks.ratios import Ratio, in_turn, seconds

MANY = 50_000  # agreements: a million field values
FEW = 1_000


def ratios(many: int = MANY, few: int = FEW) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = made.store(place / "source.db", many)
        file = place / "snapshot.json"
        source.snapshots.export(file, "internal")
        yield from _imports(place, source, file)
        yield from _search(source)
        yield _save(place, source)
        yield from _merge(place, source, many, few)


def _imports(place: Path, source: Store, file: Path) -> Iterator[Ratio]:
    Store.create(place / "fresh.db", made.ARRANGEMENT)
    fresh = Store(place / "fresh.db")
    rows = bare.rows_of(source.path)
    empty = bare.empty_like(source.path, place / "bare.db")
    theirs = seconds(lambda: bare.insert(empty, rows))
    ours = seconds(lambda: fresh.snapshots.import_(file))
    yield Ratio("import a fresh snapshot, against bare inserts of its rows", ours, theirs, 2)
    hashing = seconds(lambda: hashlib.sha256(file.read_bytes()).hexdigest())
    again = seconds(lambda: fresh.snapshots.import_(file))
    yield Ratio("import a file already known, against hashing it", again, hashing, 1.5)


def _search(source: Store) -> Iterator[Ratio]:
    index = "texts_fts_agreements"
    ranked = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY bm25({index}) LIMIT 20"
    run = source.connection.execute
    ours, theirs = in_turn(
        lambda: source.search("school 5", 20),
        lambda: run(ranked, ('"school" "5"*',)).fetchall(),
        9,
    )
    yield Ratio("search ranked, against a bare FTS5 ORDER BY bm25", ours, theirs, 1.5)


def _save(place: Path, source: Store) -> Ratio:
    rows = {"acts": bare.rows_of(source.path)["acts"][:1]}
    other = bare.empty_like(source.path, place / "one.db")
    counter = itertools.count()

    def insert() -> None:
        number = next(counter)
        row = (number, f"{number:064d}", *rows["acts"][0][2:])
        bare.insert(other, {"acts": [row]})

    ours, theirs = in_turn(
        lambda: source.edit(made.agreement(7), {"title": f"Titel {next(counter)}"}), insert, 31
    )
    return Ratio("save one act, against one bare insert", ours, theirs, 3)


def _merge(place: Path, source: Store, many: int, few: int) -> Iterator[Ratio]:
    """As many acts as there are records in the small file, into both."""
    small = made.store(place / "small.db", few)
    large, bare_large = _merged(place, source, many, few)
    little, bare_little = _merged(place, small, few, few)
    yield Ratio(f"merge {few:,} acts into {many:,} records, against bare", large, bare_large, 3)
    # More records lie on more pages, each of which is read, kept for a rollback and written.
    grown = little * bare_large / bare_little
    yield Ratio(f"the same, against into {few:,} records, grown as bare does", large, grown, 1.3)


def _merged(place: Path, source: Store, many: int, acts: int) -> tuple[float, float]:
    """Seconds to merge so many acts, and those of bare inserts and updates of the same rows."""
    before = place / f"before-{many}.db"
    source.connection.execute("VACUUM INTO ?", (str(before),))
    new = made.edits(many, many // acts, round_=many)

    def merge() -> None:
        with transaction(source.connection):
            take_in(source.connection, new, (), made.AT)

    took = seconds(merge)
    rows = bare.rows_since(source.path, before)
    other = sqlite3.connect(before, isolation_level=None)
    other.execute("PRAGMA synchronous = EXTRA")
    return took, seconds(lambda: bare.put(other, rows))
