"""Searching, beside a bare FTS5 table with the same titles and texts, in files of three sizes."""

import itertools
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from unittest import mock

from storage.store import Store
from storage.tables import projected_rows
from storage.tables.database import transaction
from storage.tables.search_words import make_index_anew
from tests.benchmarks import made
from tests.benchmarks.dutch_texts import dutch
from tests.benchmarks.ratios import Ratio, computed, seconds
from tests.benchmarks.terminal import Terminal

FEW, SIZES, ROUNDS = 100, (10_000, 100_000), 9
RANKED, UNRANKED, KEY = 1.5, 2, 1.3
MANY = 100_000
"""From so many on a search is held to its goals: among fewer, all of it is over at once."""
LIMIT, LISTED = 20, 24  # hits that are asked for; that the screen finds first
FIRST, SHOWN = 8, 40  # hits that surely show, and that may
TYPED = ("provincie", "monitor", "gesprek", "leraren", "bedrijf")
LOOKED_AT = 200  # of what a chooser offers
MIB = 1 << 20

ASKED = {
    "a word of all": ("techniek", "techniek"),
    "a frequent word": ("provincie", "provincie"),
    "a word of some": ("monitor", "monitor"),
    "one letter": ("t", "t"),
    "three words": ("provincie gesprek bedrijven", "provincie gesprek bedrijven"),
    "another form": ("monitors", "monitor"),
    "a typing error": ("jeudgwerkloosheid", "jeugdwerkloosheid"),
    "two filters": ('regio:"Regio 3" status:open provincie', "provincie"),
}
"""What is typed, and the right words of it, which the bare table is asked."""


def ratios(few: int = FEW, sizes: Sequence[int] = SIZES, rounds: int = ROUNDS) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: Path(folder) / f"{size}.db" for size in (few, *sizes)}
        for size, path in paths.items():
            store = made.store(path, size, dutch)
            yield from _index(store, size)
            yield from _asked(store, bare_index(size), size, rounds)
            yield _save(store, path, size, rounds)
            store.close()
        yield from _keys(paths, few, sizes, rounds)


def bare_index(size: int) -> sqlite3.Connection:
    """The titles and texts of so many agreements in FTS5, and nothing else."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(title, text, goal, reading)")
    rows = ((n, *dutch(n), made.GOAL, made.READING) for n in range(size))
    connection.executemany(
        "INSERT INTO t (rowid, title, text, goal, reading) VALUES (?, ?, ?, ?, ?)", rows
    )
    return connection


def _index(store: Store, size: int) -> Iterator[Ratio]:
    """Making the index anew, and what it takes on disk, against the bare table."""
    bare: list[sqlite3.Connection] = []
    theirs = seconds(lambda: bare.append(bare_index(size)))
    with transaction(store.connection):
        ours = seconds(lambda: make_index_anew(store.connection))
    yield Ratio(f"making the index of {size:,} anew, against the bare table", ours, theirs, None)
    query = "SELECT sum(pgsize) FROM dbstat WHERE name GLOB ? OR name GLOB ?"
    (ours,) = store.connection.execute(query, ("*texts*", "*words*")).fetchone()
    (pages,), (size_of,) = (
        bare[0].execute(f"PRAGMA {one}").fetchone() for one in ("page_count", "page_size")
    )
    said = f"size of the index of {size:,}, against the bare table"
    yield Ratio(said, ours / MIB, pages * size_of / MIB, None, "MiB")


def _save(store: Store, path: Path, size: int, rounds: int) -> Ratio:
    """An act on the title of an agreement, in a file with its search index and in one that keeps
    none."""
    without = path.with_suffix(".without.db")
    store.connection.execute("VACUUM INTO ?", (str(without),))
    other = Store(without)
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'texts'"
    for (trigger,) in other.connection.execute(triggers).fetchall():
        other.connection.execute(f"DROP TRIGGER {trigger}")
    count = itertools.count()

    def with_index() -> None:
        store.edit(made.agreement(7), {"title": dutch(next(count))[0]})

    def without_index() -> None:
        with mock.patch.object(projected_rows, "count_words"):
            other.edit(made.agreement(7), {"title": dutch(next(count))[0]})

    ours, theirs = _in_turn(with_index, without_index, rounds, seconds)
    other.close()
    said = f"saving one act, in {size:,}, against without the index"
    return Ratio(said, median(ours), median(theirs), None)


def _asked(store: Store, bare: sqlite3.Connection, size: int, rounds: int) -> Iterator[Ratio]:
    rare = _rare()
    ranked = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT ?"
    found: dict[str, tuple[list[float], list[float]]] = {}
    for what, (asked, right) in {**ASKED, "a rare word": (rare, rare)}.items():
        match = " ".join(f'"{word}"' for word in right.split()) + "*"
        found[what] = _in_turn(
            lambda asked=asked: store.search(asked, LIMIT),
            lambda match=match: bare.execute(ranked, (match, LIMIT)).fetchall(),
            rounds,
        )
    for what, (ours, theirs) in found.items() if size > FEW else ():  # a few take no time at all
        yield Ratio(
            f"{what}, ranked, in {size:,}",
            median(ours),
            median(theirs),
            RANKED if size >= MANY else None,
        )
    ours, theirs = ([one for pair in found.values() for one in pair[n]] for n in (0, 1))
    yield Ratio(
        f"p95 of these, in {size:,}", _p95(ours), _p95(theirs), RANKED if size >= MANY else None
    )
    unranked = "SELECT rowid FROM t WHERE t MATCH ? LIMIT ?"
    ours, theirs = _in_turn(
        lambda: store.candidates("agreements", "provincie", LIMIT),
        lambda: bare.execute(unranked, ('"provincie"*', LOOKED_AT)).fetchall(),
        rounds,
    )
    what = f"a word in a chooser, unranked, in {size:,}"
    yield Ratio(what, median(ours), median(theirs), UNRANKED if size >= MANY else None)


def _rare() -> str:
    """A long new word of one of the first texts."""
    words = re.findall(r"\w+", " ".join(" ".join(dutch(n)) for n in range(20)))
    return max(words, key=len)


def _in_turn(
    ours: Callable[[], object],
    bare: Callable[[], object],
    rounds: int,
    takes: Callable[[Callable[[], object]], float] = computed,
) -> tuple[list[float], list[float]]:
    """What both take each time, A B A B …, after a first time of each."""
    ours()
    bare()
    pairs = [(takes(ours), takes(bare)) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _p95(took: Sequence[float]) -> float:
    return quantiles(took, n=20)[18]


def _keys(
    paths: Mapping[int, Path], few: int, sizes: Sequence[int], rounds: int
) -> Iterator[Ratio]:
    """From a key in the search screen until a new hit of it is painted."""
    new = {size: _new_hits(path) for size, path in paths.items()}
    apps = {size: _opened(path) for size, path in paths.items()}
    first: dict[int, list[float]] = {size: [] for size in apps}
    later: dict[int, list[float]] = {size: [] for size in apps}
    for word in TYPED[:rounds]:
        for app in apps.values():
            app.press("/")
            app.settle()
        for n, letter in enumerate(word[:rounds]):
            for size, app in apps.items():
                app.press(letter)
                if new[size][word][n]:
                    (later if n else first)[size].append(app.shows(new[size][word][n]))
                app.settle()
        for app in apps.values():
            app.press("\x1b")
            app.settle()
    for app in apps.values():
        app.close()
    for size in sizes:
        for what, took in (("the first letter of a search", first), ("a next letter", later)):
            if took[size] and took[few]:
                said = f"{what}, to its hits, {size:,} against {few}"
                yield Ratio(said, median(took[size]), median(took[few]), KEY)


def _new_hits(path: Path) -> dict[str, list[str]]:
    """For each letter of the words the code of one of the first hits that did not show before it;
    "" where there is none."""
    store = Store(path)
    found: dict[str, list[str]] = {}
    for word in TYPED:
        shown: set[str] = set()
        found[word] = []
        for end in range(1, len(word) + 1):
            hits = store.search(word[:end], LISTED).hits[:SHOWN]
            codes = [hit.code.split("-", 2)[2] for hit in hits if hit.code]
            found[word].append(next((code for code in codes[:FIRST] if code not in shown), ""))
            shown = {*codes}
    store.close()
    return found


def _opened(path: Path) -> Terminal:
    app = Terminal("-m", "tui", "--db", str(path), home=path.with_suffix(".home"))
    app.shows("OOST-3")
    app.settle()
    return app
