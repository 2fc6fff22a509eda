"""What the store tells: lists, history, how it was, search, problems, check and backups."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.backups.backup import restore_backup
from storage.store import Store
from storage.views.agreement_list import Filter
from tests.asof import past
from tests.storage.small import BOOST, VHTO, Laptops, refusal, send, swap, value


def test_a_page_is_equal_to_one_that_says_the_same(ann: Store):
    page = ann.page(VHTO)
    assert ann.page(VHTO) == page
    ann.edit(VHTO, {"goal": "anders"})
    assert ann.page(VHTO) != page


def test_choosing_narrows(ann: Store):
    ann.edit(VHTO, {"programmes/jet-net": True})
    programmes = ann.lists.programmes(Filter("twente"))
    assert [(p.name, p.count) for p in programmes] == [("Jet-Net", 1), ("", 1)]
    assert [r.id for r in ann.agreements(Filter("twente", "jet-net"))[0].rows] == [VHTO]
    assert [r.id for r in ann.agreements(Filter("twente", ""))[0].rows] == [BOOST]
    ann.status(VHTO, "lapsed", "niet meer nodig")
    assert [r.id for r in ann.agreements()[0].rows] == [BOOST]
    assert [r.id for r in ann.agreements(Filter(view="done"))[0].rows] == [VHTO]
    assert [r.id for r in ann.agreements(Filter(view="all"))[0].rows] == [VHTO, BOOST]
    assert (ann.totals().open, ann.lists.regions()[0].count) == (1, 1)


def test_one_that_repeats_another_follows_it_and_is_not_counted(ann: Store):
    ann.edit(BOOST, {f"related/repeats/{VHTO.partition('/')[2]}": True})
    ann.status(VHTO, "on_hold")
    assert [row.status for row in ann.agreements(Filter(view="all"))[0].rows] == ["on_hold"] * 2
    assert (ann.totals().open, ann.lists.regions()[0].count) == (1, 1)


def test_overdue_past_the_period_only_where_a_person_set_the_term(laptops: Laptops):
    laptops.store("ann").close()
    term = {"phrase": "voor de zomer", "to": "2014-06-30"}
    for today, overdue, ended in (
        (date(2014, 6, 30), False, None),
        (date(2014, 7, 1), True, None),
        (date(2017, 1, 1), True, "2016-12-31"),
    ):
        with closing(Store(laptops.path("ann"), "ann", today)) as store:
            if not store.page(VHTO).keys("term"):
                store.edit(VHTO, {"term": term})
            assert (store.page(VHTO).row.overdue, store.totals().ended) == (overdue, ended)
            assert store.lists.late() == overdue
    with closing(Store(laptops.path("ann"), "ann", date(2017, 1, 1))) as store:
        of_the_seed = "SELECT tail FROM agreements WHERE term_nature = 'once' AND term_to < '2017'"
        there = {tail for (tail,) in store.connection.execute(of_the_seed)}
        late = {row.id.partition("/")[2] for row in store.lists.passing(Filter()) if row.overdue}
        assert late == {VHTO.partition("/")[2]}
        assert late <= there


def test_how_it_was(ann: Store, bob: Store):
    ann.edit(VHTO, {"title": "een"})
    bob.edit(VHTO, {"title": "twee"})
    last = ann.history(VHTO)[0]
    send(bob, ann)
    assert value(ann, VHTO, "title") == "twee"
    assert past(ann, last.at).record(VHTO)["title"] == "een"
    count = len(ann.history(None))
    assert past(ann, f"#{count - 2}", known=True).record(VHTO)["title"] == "een"
    assert past(ann, "#8", known=True).record(VHTO)["title"] == "VHTO: schakel"
    assert refusal(past(ann, "2014-10-07").record, VHTO).key == "not_there_then"
    assert past(ann, "0999-06-01").records("agreements") == []
    for wrong in ("gisteren", "", "2014-02-31", "#1", "9999-12-31T23:59:59-14:00"):
        assert refusal(past, ann, wrong).key == "invalid_date"


@pytest.mark.parametrize("code", [VHTO, "KLEIN-2-TWE-01", "klein-2-twe-01", "TWE-01", "twe-01"])
def test_a_code_is_found(ann: Store, code: str):
    assert ann.find(code) == VHTO


@pytest.mark.parametrize("code", ["%", "TWE_01", "", "WE-01", "\udc80", "\0", "agreements/%"])
def test_what_is_no_code_is_not(ann: Store, code: str):
    assert refusal(ann.find, code).key == "unknown_code"


def test_a_code_that_two_records_carry_names_both(ann: Store, bob: Store):
    changes = {"title": "Nieuw", "kind": "request", "code": "klein-9"}
    found = [store.add("agreements", changes) for store in (ann, bob)]
    swap(ann, bob)
    refused = refusal(ann.find, "KLEIN-9")
    assert refused.key == "ambiguous_code"
    assert sorted(found) == str(refused.details["ids"]).split(", ")
    assert [p.kind for p in ann.problems.all()] == ["same_code", "same_code"]
    assert ann.find(found[0]) == found[0]


def test_search_takes_any_text(ann: Store):
    @given(st.text(max_size=30) | st.text(alphabet="\"'*()-:^+_ vVhHtTAND", max_size=30))
    def takes(words: str) -> None:
        found = ann.search(words, 3)
        assert len(found.hits) == min(found.total, 3)

    takes()
    assert ann.search("x " * 5000, 3).total == 0
    (hit,) = ann.search("scha", 3).hits
    assert (hit.id, hit.title) == (VHTO, "VHTO: schakel")
    assert hit.snippet is None
    assert hit.title_marks == ((6, 13),)


def test_problems_list_what_a_merge_can_leave(ann: Store, bob: Store):
    ann.note("programmes/jet-net", "intern", own=True)
    bob.delete("programmes/jet-net")
    ann.edit(VHTO, {"programmes/jet-net": True})
    swap(ann, bob)
    kinds = {(problem.kind, problem.record.partition("/")[0]) for problem in ann.problems.all()}
    assert kinds == {("own_on_deleted", "entries"), ("dangling", "agreements")}


TAMPERING = {
    "UPDATE agreements SET title = 'x' WHERE code = 'KLEIN-2-TWE-01'": "table_differs",
    "DELETE FROM agreements_regions": "table_differs",
    "DELETE FROM texts WHERE record LIKE 'agreements%'": "table_differs",
    "UPDATE acts SET body = replace(body, 'VHTO', 'vhto')": "id_is_not_bytes",
    "UPDATE acts SET body = 'onzin' WHERE n = 3": "not_an_act",
    "UPDATE acts SET void = 1 WHERE n = 3": "void_differs",
    "DELETE FROM acts WHERE n = 3": "said_differs",
    "UPDATE said SET value = '1' WHERE field = 'title'": "said_differs",
    "UPDATE said SET parents = '[' WHERE field = 'title'": "said_differs",
    "UPDATE acts SET at = '2014-01-01T00:00:00.000Z' WHERE n = 3": "column_differs",
    "UPDATE acts SET by = 'x' WHERE n = 3": "column_differs",
    "UPDATE acts SET by = NULL WHERE n = 3": "column_differs",
    "UPDATE acts SET device = 'x' WHERE n = 3": "column_differs",
    "UPDATE acts SET seq = 4 WHERE n = 3": "column_differs",
    "UPDATE acts SET why = 'x' WHERE n = 3": "column_differs",
    "UPDATE acts SET scope = 'own' WHERE n = 3": "column_differs",
    "UPDATE acts SET arrived = 'gisteren' WHERE n = 3": "column_differs",
    "UPDATE acts SET arrived = '2000-01-01T00:00:00.000Z' WHERE n = 3": "column_differs",
    "INSERT INTO undone VALUES ('x', 'y')": "table_differs",
    "INSERT INTO awaited SELECT id, 'regions/twente' FROM acts": "table_differs",
    "UPDATE said SET field = NULL WHERE field = 'title'": "table_differs",
    "UPDATE acts SET body = CAST(body AS BLOB) WHERE n = 3": "table_differs",
    "UPDATE agreements SET title = x'00'": "table_differs",
    "UPDATE meta SET value = x'00' WHERE key = 'token'": "table_differs",
    "DROP TABLE agreements_regions": "table_differs",
}


@pytest.mark.parametrize("statement", TAMPERING)
def test_check_finds_tampering(ann: Store, statement: str):
    assert ann.check() == []
    ann.connection.execute(statement)
    assert TAMPERING[statement] in {problem.kind for problem in ann.check()}


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mijn (a, b BLOB, c NUMERIC)",
        "CREATE VIEW mijn AS SELECT * FROM agreements",
        "ALTER TABLE agreements ADD COLUMN mijn",
        "CREATE INDEX mijn ON agreements (title)",
    ],
)
def test_what_another_tool_made_beside_our_tables_is_no_damage(ann: Store, statement: str):
    ann.connection.execute(statement)
    if "TABLE mijn" in statement:
        ann.connection.execute("INSERT INTO mijn VALUES (x'00', 'x', 1.5)")
    assert ann.check() == []
    ann.edit(VHTO, {"title": "daarna"})
    assert ann.check() == []


def test_a_backup_is_the_whole_file_and_goes_back(ann: Store, tmp_path: Path):
    ann.note(VHTO, "intern", own=True)
    ann.backup(tmp_path / "reserve.db")
    ann.edit(VHTO, {"title": "daarna"})
    kept = restore_backup(tmp_path / "reserve.db", tmp_path / "terug.db")
    assert kept is None
    with closing(Store.open(tmp_path / "terug.db")) as back:
        assert [entry.text for entry in back.page(VHTO).entries] == ["intern"]
        assert (value(back, VHTO, "title"), back.check()) == ("VHTO: schakel", [])
    kept = restore_backup(tmp_path / "reserve.db", tmp_path / "terug.db")
    assert kept is not None
    assert kept.exists()
    for wrong, key in ((tmp_path / "niets.db", "no_file"), (__file__, "foreign")):
        before = (tmp_path / "terug.db").read_bytes()
        assert refusal(restore_backup, Path(wrong), tmp_path / "terug.db").key == key
        assert (tmp_path / "terug.db").read_bytes() == before


def test_nothing_is_written_over_the_open_file(ann: Store, tmp_path: Path):
    before = ann.path.read_bytes()
    (tmp_path / "zelfde.db").symlink_to(ann.path)
    wal = ann.path.with_name(f"{ann.path.name}-wal")
    keys = ("own_file", "beside_own_file")
    for target in (ann.path, tmp_path / "zelfde.db", wal):
        assert refusal(ann.snapshots.export, target).key in keys
        assert refusal(ann.backup, target).key in keys
    for target in (tmp_path / "niets" / "x", tmp_path, tmp_path / "a\0b", Path(".")):
        assert refusal(ann.snapshots.export, target).key in ("no_folder", "cannot_write")
        assert refusal(ann.backup, target).key in ("no_folder", "cannot_write")
    assert ann.path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"ann", "home", "zelfde.db"}


def test_an_exported_file_may_be_read_by_colleagues(ann: Store, tmp_path: Path):
    ann.snapshots.export(tmp_path / "uit.json")
    (tmp_path / "gewoon").touch()
    assert (tmp_path / "uit.json").stat().st_mode == (tmp_path / "gewoon").stat().st_mode
