"""What is left of erased acts, in a folder: it travels, and their bodies do not come back."""

from pathlib import Path

import pytest

from storage.acts import Act, make_stub
from storage.exchange.segment import segment
from storage.store import Store
from tests.exchange.test_joining import sync
from tests.exchange.test_spoilt import one_of
from tests.exchange.test_sync import held, segments
from tests.storage.small import ARRANGEMENT, ids
from tests.worlds import status, stub


@pytest.fixture
def act() -> Act:
    """One that is erased by someone."""
    return status("met", why="een naam")


@pytest.fixture
def erased(act: Act, place: Path) -> Path:
    """A segment with what is left of it."""
    file = place / "2014-10" / "gewist.acts.jsonl"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(segment(ARRANGEMENT, [], [make_stub(act)]))
    return file


def stubs(place: Path) -> set[str]:
    return {line for one in segments(place) for line in one.read_text().splitlines()[:1]}


def test_it_travels_on_and_the_body_that_comes_later_stays_away(
    ann: Store, bob: Store, place: Path, act: Act, erased: Path
):
    ann.sync(place)
    erased.unlink()
    assert ann.sync(place).written == 1
    assert any(act.id in line for line in stubs(place))
    (place / "later.acts.jsonl").write_bytes(one_of(act))
    for store in (ann, bob):
        assert store.sync(place).new_acts == 0
        rows = store.connection.execute("SELECT erased, body FROM acts WHERE id = ?", (act.id,))
        ((gone, body),) = rows.fetchall()
        assert gone
        assert "een naam" not in body
        assert store.check() == []


def test_a_body_that_waits_for_the_erasure_to_be_confirmed_is_not_put_there_again(
    ann: Store, place: Path, act: Act
):
    (place / "eerst.acts.jsonl").write_bytes(one_of(act))
    ann.sync(place)
    for file in place.rglob("*.jsonl"):
        file.unlink()
    other = place / "gewist.acts.jsonl"
    other.write_bytes(segment(ARRANGEMENT, [], [make_stub(act)]))
    assert ann.sync(place).written == len(ids(ann)) - 1
    assert act.id not in held(place)
    assert act.id in ids(ann)  # nothing is dropped here before a person says so


def test_joining_drops_what_was_erased_here(bob: Store, place: Path, act: Act, erased: Path):
    bob.sync(place)  # he knows nothing of it but that it was erased
    (erased.parent / "lijf.acts.jsonl").write_bytes(one_of(act))
    (erased.parent / "nog een.acts.jsonl").write_bytes(one_of(status("open")))
    before = {file: file.read_bytes() for file in segments(erased.parent)}
    sync(bob, place, "2014-11-01")
    joined = b"".join(file.read_bytes() for file in segments(place))
    assert b"een naam" not in joined
    assert act.id.encode() in joined
    assert not any(file.exists() for file in before)


def test_what_does_not_fit_the_act_is_refused_whole(ann: Store, place: Path, act: Act):
    (place / "a.acts.jsonl").write_bytes(one_of(act))
    ann.sync(place)
    forged = stub(act.id, {("agreements/two", "status"): ()})
    (place / "b.acts.jsonl").write_bytes(segment(ARRANGEMENT, [], [forged]))
    both = segment(ARRANGEMENT, [(act.id, act.data)], [forged])
    (place / "c.acts.jsonl").write_bytes(both)
    done = ann.sync(place)
    assert [one.why.key for one in done.spoilt] == ["stub_does_not_fit"] * 2
    assert ann.check() == []
