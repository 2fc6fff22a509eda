"""Looking back and taking back, each against the plain SQL that reads or writes the same."""

import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from storage.acts import Act, Setting, make_act
from storage.past.past_reader import PastReader
from storage.past.timeline import Timeline
from storage.queries.history.act_history import PAGE
from storage.store import Store
from storage.views.act_row import ActFilter
from tests.benchmarks import bare, made
from tests.benchmarks.ratios import Ratio, in_turn, seconds

ACTS, RECORDS, DAYS = 100_000, 5_000, 200
OF_ONE = 10_000  # acts on one record
BULK = 10_000  # agreements that one act changes


def ratios(
    acts: int = ACTS, records: int = RECORDS, of_one: int = OF_ONE, bulk: int = BULK
) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        yield from _history(place, of_one)
        yield from _past(place, acts, records)
        yield from _undo(place, bulk)


def _retitled(count: int, records: int) -> Iterator[Act]:
    """Agreements, and titles that follow each other on them, over a number of days."""
    last: dict[str, str] = {}
    for act in chain(made.places(), made.acts(records)):
        last[act.set[0].record] = act.id
        yield act
    for number in range(count):
        record = made.agreement(number % records)
        month, day = divmod(number * DAYS // count, 28)
        said = [Setting(record, "title", f"Titel {number}", (last[record],))]
        act = make_act(
            at=f"2015-{month + 1:02}-{day + 1:02}T09:00:00.000Z",
            by="c" * 16, device="e" * 16, seq=number + 1, set=said,
        )  # fmt: skip
        last[record] = act.id
        yield act


def _history(place: Path, of_one: int) -> Iterator[Ratio]:
    """What shows at first: how many there are, and the newest page."""
    Store.create(place / "one.db", made.ARRANGEMENT, _retitled(of_one, 1))
    store = Store(place / "one.db")
    run = store.connection.execute
    record = made.agreement(0)
    query = (
        "SELECT DISTINCT a.at, a.n FROM said s JOIN acts a ON a.n = s.act"
        " WHERE s.record = ? ORDER BY 1 DESC, 2 DESC"
    )
    page = "SELECT a.body, s.* FROM acts a JOIN said s ON s.act = a.n WHERE a.n IN ({})"
    marks = page.format(",".join("?" * PAGE))

    def theirs() -> None:
        numbers = [n for _, n in run(query, (record,)).fetchall()[:PAGE]]
        run(marks, numbers).fetchall()

    ours, plain = in_turn(lambda: store.acts(ActFilter(record))[0], theirs, 9)
    yield Ratio(f"open the history of a record with {of_one:,} acts", ours, plain, 5)
    store.close()


def _past(place: Path, acts: int, records: int) -> Iterator[Ratio]:
    """Plain SQL reads the same acts, and writes the rows that they make into empty tables."""
    Store.create(place / "past.db", made.ARRANGEMENT, _retitled(acts - records, records))
    store = Store(place / "past.db")
    made_: dict[str, PastReader] = {}
    timeline = Timeline(store.connection)
    moments = timeline.moments(known=False)
    half, before, day = moments[len(moments) // 2], moments[-2], moments[-3]

    def travel(when: str) -> None:
        line = Timeline(store.connection)
        made_[when] = PastReader(store, line, when)

    whole = seconds(lambda: travel(half))
    made_[half].connection.execute("VACUUM INTO ?", (str(place / "half.db"),))
    rows = bare.rows_of(place / "half.db")
    empty = bare.empty_like(store.path, place / "bare.db")

    def theirs() -> None:
        query = "SELECT a.body, s.* FROM acts a JOIN said s ON s.act = a.n WHERE a.at <= ?"
        store.connection.execute(query, (half,)).fetchall()
        bare.insert(empty, rows)

    yield Ratio(f"as it stood halfway {acts:,} acts, all tables", whole, seconds(theirs), 5)
    last = seconds(lambda: travel(before))
    copied = seconds(lambda: store.connection.backup(sqlite3.connect(":memory:")))

    def plain() -> None:
        store.connection.execute("SELECT id, at, arrived FROM acts").fetchall()
        store.connection.execute("SELECT act, record, parents FROM said").fetchall()

    beside = copied + seconds(plain)
    yield Ratio(
        "the day before the last, against a copy and reading who names whom", last, beside, 5
    )
    near = made_[before]
    step = seconds(lambda: PastReader(store, timeline, day, near=near))
    yield Ratio("from there a day back, against a copy of the file", step, copied, 5)
    store.close()


def _undo(place: Path, bulk: int) -> Iterator[Ratio]:
    """Taken back whole; plain SQL reads what is said of the same records, and writes the rows that
    this changed."""
    store = made.store(place / "bulk.db", bulk)
    words = [(made.agreement(number), "goal", "anders") for number in range(bulk)]
    with store.journal.writing() as pen:
        pen.say(words)
    before = {table: set(rows) for table, rows in bare.rows_of(store.path).items()}
    took = seconds(store.undo)
    rows = {
        table: [row for row in now if row not in before.get(table, set())]
        for table, now in bare.rows_of(store.path).items()
    }
    other = bare.empty_like(store.path, place / "other.db")
    bare.insert(other, {table: list(all_) for table, all_ in before.items()})
    new = {name: all_ for name, all_ in rows.items() if all_}

    def theirs() -> None:
        store.connection.execute("SELECT * FROM said").fetchall()
        bare.put(other, new)

    plain = seconds(theirs)
    yield Ratio(f"undo a change of {bulk:,} agreements at once", took, plain, 10)
    store.close()
