"""A document beside the arrangement: passages that no agreement changes for."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.acts import Setting, make_act
from storage.store import Store
from storage.views.passage import Passage
from tests.forged import act, snapshot
from tests.snapshot_bytes import read_snapshot

DOCUMENT = "proef"
BLOCKS = [
    Passage("titel.h", (), "heading", "Proef"),
    Passage("1.h", (), "heading", "Een"),
    Passage("1.b10", ("Een",), "bullet", "Tien"),
    Passage("1.p1", ("Een",), "paragraph", "Alinea over kranen"),
    Passage("1.b2", ("Een",), "bullet", "Twee"),
]


@pytest.fixture
def store(tmp_path: Path):
    Store.create(tmp_path / "a.db", DOCUMENT)
    found = Store.open(tmp_path / "a.db", "Anna")
    yield found
    found.close()


def test_passages_come_back_in_the_order_of_the_document(store: Store) -> None:
    assert store.documents.attach(DOCUMENT, BLOCKS) == 5
    assert store.documents.passages(DOCUMENT) == BLOCKS
    assert store.documents.ids() == [DOCUMENT]


def test_attaching_again_says_nothing(store: Store) -> None:
    store.documents.attach(DOCUMENT, BLOCKS)
    before = len(store.history(None))
    assert store.documents.attach(DOCUMENT, BLOCKS) == 0
    assert len(store.history(None)) == before


def test_what_changed_is_said_and_what_went_is_deleted(store: Store) -> None:
    store.documents.attach(DOCUMENT, BLOCKS)
    changed = [*BLOCKS[:3], BLOCKS[3]._replace(text="Alinea over bruggen")]
    assert store.documents.attach(DOCUMENT, changed) == 2
    assert store.documents.passages(DOCUMENT) == changed
    assert store.documents.attach(DOCUMENT, BLOCKS) == 2
    assert store.documents.passages(DOCUMENT) == BLOCKS


def test_attaching_is_one_act_that_can_be_taken_back(store: Store) -> None:
    store.documents.attach(DOCUMENT, BLOCKS)
    store.undo()
    assert store.documents.passages(DOCUMENT) == []
    store.redo()
    assert store.documents.passages(DOCUMENT) == BLOCKS


def test_without_positions_an_order_is_given_or_natural(store: Store, tmp_path: Path) -> None:
    """As version 0.2.0 attached them."""
    said = [
        Setting(f"passages/{DOCUMENT}.{one.locator}", field, value, ())
        for one in BLOCKS
        for field, value in (
            ("document", DOCUMENT), ("heading_path", list(one.heading_path)), ("kind", one.kind),
            ("life", "live"), ("locator", one.locator), ("text", one.text),
        )
    ]  # fmt: skip
    old = act(scope="passages", set=sorted([list(one) for one in said]))
    (tmp_path / "oud.json").write_bytes(snapshot(DOCUMENT, [old]))
    store.snapshots.import_(tmp_path / "oud.json")
    assert store.documents.passages(DOCUMENT, [one.locator for one in BLOCKS]) == BLOCKS
    natural = ["titel.h", "1.h", "1.b2", "1.b10", "1.p1"]
    assert [passage.locator for passage in store.documents.passages(DOCUMENT)] == natural


def test_no_agreement_changes(store: Store) -> None:
    agreement = store.add("agreements", {"title": "Eerste", "kind": "commitment"})
    before = store.record(agreement)
    store.documents.attach(DOCUMENT, BLOCKS)
    assert store.record(agreement) == before


def test_passages_stay_inside_unless_the_profile_is_internal(store: Store) -> None:
    store.documents.attach(DOCUMENT, BLOCKS)
    for profile in ("partners", "public"):
        assert "kranen" not in store.snapshots.make(profile).decode()
    acts = read_snapshot(store.snapshots.make("internal")).acts or []
    assert {act.scope for act in acts} == {None, "passages"}


def test_a_colleague_gets_them_with_an_internal_file(store: Store, tmp_path: Path) -> None:
    store.documents.attach(DOCUMENT, BLOCKS)
    store.snapshots.export(tmp_path / "a.json", "internal")
    Store.create(tmp_path / "b.db", DOCUMENT)
    other = Store.open(tmp_path / "b.db", "Bob")
    other.snapshots.import_(tmp_path / "a.json")
    assert other.documents.passages(DOCUMENT) == BLOCKS
    assert other.documents.attach(DOCUMENT, BLOCKS) == 0
    assert other.documents.passages(DOCUMENT) == BLOCKS
    other.close()


@pytest.mark.parametrize("odd", ["Een", "[1", 5, None, [], ["Een", [1], None], {"a": 1}, True])
def test_a_heading_path_of_any_shape_can_be_read_and_put_right(tmp_path: Path, odd: object) -> None:
    said = {"life": "live", "document": DOCUMENT, "locator": "1.p1", "kind": "paragraph",
            "text": "Alinea over kranen", "heading_path": odd}  # fmt: skip
    settings = [Setting(f"passages/{DOCUMENT}.1.p1", *one, ()) for one in said.items()]
    act = make_act(
        at="2027-01-01T00:00:00.000Z", by="b", device="d", seq=1, set=settings, scope="passages"
    )
    Store.create(tmp_path / "odd.db", DOCUMENT, [act])
    with closing(Store.open(tmp_path / "odd.db", "Anna")) as store:
        (found,) = store.documents.passages(DOCUMENT)
        assert all(isinstance(heading, str) for heading in found.heading_path)
        assert store.documents.attach(DOCUMENT, BLOCKS) == 5
        assert store.record(f"passages/{DOCUMENT}.1.p1")["heading_path"] == ["Een"]
        assert store.documents.passages(DOCUMENT) == BLOCKS


def test_search_finds_a_passage(store: Store) -> None:
    store.documents.attach(DOCUMENT, BLOCKS)
    (hit,) = store.search("kranen", 5).hits
    assert (hit.type, hit.id, hit.title) == ("passages", "passages/proef.1.p1", "1.p1")
    assert hit.snippet.text.startswith("Alinea")


@pytest.mark.parametrize("internal", ["noord", "000001"])
def test_search_reads_neither_document_nor_position(store: Store, internal: str) -> None:
    store.documents.attach("afspraken-noord", BLOCKS)
    assert store.search(internal, 5).total == 0


def test_a_file_of_before_that_forgets_them(store: Store) -> None:
    store.documents.attach(DOCUMENT, BLOCKS)
    path = store.path
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE texts SET body = 'proef 000001 ' || body WHERE type='passages'")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm015_words'")
        connection.execute("PRAGMA user_version = 14")
        connection.commit()
    with closing(Store.open(path)) as again:
        assert again.search("000001", 5).total == 0
        assert again.search("kranen", 5).total == 1
        assert again.check() == []


def test_records_by_the_place_where_they_stand(store: Store) -> None:
    def source(locator: str, document: str = DOCUMENT) -> dict[str, str]:
        return {"document": document, "locator": locator}

    first = store.add("agreements", {"title": "A", "kind": "request", "source": source("1.p1")})
    second = store.add(
        "agreements",
        {"title": "B", "kind": "request", "source": source("1.b2"), "also_at/1.p1": True},
    )
    region = store.add("regions", {"name": "N", "short": "NOO", "source": source("1.p1")})
    gone = store.add("agreements", {"title": "C", "kind": "request", "source": source("1.p1")})
    store.delete(gone)
    store.add("agreements", {"title": "D", "kind": "request", "source": source("1.p1", "ander")})
    found = store.documents.placed(DOCUMENT)
    assert found["1.b2"] == [second]
    assert found["1.p1"] == [*sorted([first, region]), second]
