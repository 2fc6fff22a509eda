"""The index of all agreements, kept in the file: a start reads no agreement but those it shows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.queries.agreements import kept_index
from storage.records.ids import tail_of
from storage.store import Store
from storage.views.agreement_list import Filter
from tests.benchmarks import made
from tests.storage.small import BOOST, VHTO, refusal

MANY = 300


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.db"
    made.store(path, MANY).close()
    return path


def scanned(store: Store) -> Iterator[str]:
    """How SQLite goes through whole tables of agreements at a start."""
    said: list[str] = []
    store.connection.set_trace_callback(said.append)
    store.totals(), store.lists.regions(Filter()), store.lists.programmes(Filter())
    assert store.agreements(Filter())[0].rows[0].title
    store.connection.set_trace_callback(None)
    for statement in said:
        plan = sqlite3.Connection.execute(store.connection, f"EXPLAIN QUERY PLAN {statement}")
        yield from (line for *_, line in plan if line.startswith("SCAN agreements"))


def test_a_start_reads_not_all_agreements(large: Path):
    with closing(Store(large)) as store:
        assert [*scanned(store)] == []
        assert store.totals().open == MANY - MANY // made.DONE


def test_a_file_that_keeps_none_is_read_whole_until_someone_writes(ann: Store):
    ann.connection.execute("DELETE FROM kept_index")
    with closing(Store(ann.path)) as store:
        assert [*store.lists.passing(Filter()).ids()] == [*ann.lists.passing(Filter()).ids()]
    ann.edit(VHTO, {"title": "anders"})
    assert ann.connection.execute("SELECT 1 FROM kept_index").fetchone()


def test_after_many_changes_it_is_kept_anew(ann: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept_index, "MOST", 1)
    for n in range(3):
        ann.add("agreements", {"title": f"Nieuw {n}", "kind": "request"})
        (waiting,) = ann.connection.execute("SELECT count(*) FROM relisted").fetchone()
        assert waiting <= 1
        with closing(Store(ann.path)) as store:
            assert len(store.lists.passing(Filter())) == 3 + n


def test_repeats_and_joined_organisations_are_kept(ann: Store, monkeypatch: pytest.MonkeyPatch):
    ann.edit(BOOST, {f"related/repeats/{tail_of(VHTO)}": True})
    ann.add("organisations", {"name": "Het Platform"})
    monkeypatch.setattr(kept_index, "MOST", 0)
    ann.edit(VHTO, {"goal": "meer meisjes"})
    assert ann.connection.execute("SELECT count(*) FROM relisted").fetchone() == (0,)
    with closing(Store(ann.path)) as store:
        assert store.totals() == ann.totals()
        assert tail_of(BOOST) in store.lists.repeats
        assert store.check() == []
    ann.connection.execute(
        "UPDATE kept_index SET data = '{}' WHERE part = 'repeats' AND value = ''"
    )
    with closing(Store(ann.path)) as store:
        assert refusal(store.totals).key == "damaged"


def test_what_is_taken_back_in_the_middle_is_not_kept(ann: Store):
    before = ann.connection.execute("SELECT * FROM relisted").fetchall()
    with ann.journal.looking() as pen:
        pen.say([(VHTO, "status", "met")])
    assert ann.connection.execute("SELECT * FROM relisted").fetchall() == before


def test_what_was_changed_in_it_is_damage(ann: Store):
    ann.connection.execute("UPDATE kept_index SET data = x'00' WHERE part = 'status'")
    with closing(Store(ann.path)) as store:
        assert refusal(store.totals).key == "damaged"
        assert [(one.kind, one.title) for one in store.check()] == [("table_differs", "kept_index")]


def test_what_it_does_not_know_of_is_found(ann: Store):
    ann.status(VHTO, "lapsed", "omdat")
    assert ann.check() == []
    ann.connection.execute("DELETE FROM relisted")
    with closing(Store(ann.path)) as store:
        assert [(one.kind, one.title) for one in store.check()] == [("table_differs", "kept_index")]
