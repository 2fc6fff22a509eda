"""Erasures in a folder: what counts travels, as body or as stub, and bodies go when confirmed."""

from pathlib import Path

import pytest

from storage.acts import Act, encode, make_act, make_stub
from storage.formats.segment_layout import segment
from storage.store import Store
from tests.exchange.test_joining import sync
from tests.exchange.test_spoilt import one_of
from tests.exchange.test_sync import held, segments
from tests.storage.small import ARRANGEMENT, ids
from tests.worlds import act, status, stub


@pytest.fixture
def secret() -> Act:
    """One that is erased by someone."""
    return status("met", why="een naam")


@pytest.fixture
def erasure(secret: Act) -> Act:
    """That someone's act."""
    said = act({("agreements/one", "status"): "met"}, secret)
    return make_act(at=said.at, by="eva", device="eva", seq=1, set=said.set, erase=[secret.id])


def put(place: Path, name: str, *what: Act) -> Path:
    file = place / f"{name}.acts.jsonl"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(segment(ARRANGEMENT, [(one.id, one.data) for one in what], []))
    return file


def put_stub(place: Path, *stubs) -> Path:
    file = place / "gewist.acts.jsonl"
    file.write_bytes(segment(ARRANGEMENT, [], stubs))
    return file


def stubs(place: Path) -> str:
    """The headers in a folder."""
    return "".join(one.read_text().splitlines()[0] for one in segments(place))


def anywhere(place: Path, word: bytes) -> bool:
    return any(word in file.read_bytes() for file in place.rglob("*") if file.is_file())


def test_a_stub_travels_on_while_someone_erases_its_act(
    ann: Store, bob: Store, place: Path, secret: Act, erasure: Act
):
    put(place, "wist", erasure)
    file = put_stub(place, make_stub(secret))
    ann.exchange.sync(place)
    file.unlink()
    assert ann.exchange.sync(place).written == 1
    assert secret.id in stubs(place)
    bob.exchange.sync(place)
    (one,) = bob.erasures.pending()
    assert (one.act, one.acts, one.here, one.unknown) == (erasure.id, 1, 0, 0)
    bob.erasures.refuse([erasure.id])
    for file in segments(place):
        file.unlink()
    bob.exchange.sync(place)
    assert secret.id not in stubs(place)  # for him it says nothing


def test_a_stub_that_nobody_asked_for_goes_nowhere_and_says_nothing(
    ann: Store, place: Path, secret: Act
):
    forged = stub(secret.id, {}, [ann.history(None)[0].id])
    before = ann.snapshots.make()
    file = put_stub(place, forged)
    ann.exchange.sync(place)
    assert ann.snapshots.make().split(b"\n")[1:] == before.split(b"\n")[1:]
    file.unlink()
    assert ann.exchange.sync(place).written == 0
    put(place, "lijf", secret)
    assert ann.exchange.sync(place).new_acts == 1
    assert ann.check() == []


def test_a_body_goes_out_while_it_counts_whatever_stubs_lie_there(
    ann: Store, place: Path, secret: Act, erasure: Act
):
    put(place, "eerst", secret, erasure)
    ann.exchange.sync(place)
    for file in place.rglob("*.jsonl"):
        file.unlink()
    put_stub(place, make_stub(secret))
    ann.exchange.sync(place)
    assert secret.id in held(place)
    assert secret.id in ids(ann)  # nothing is dropped here before a person says so


def test_once_confirmed_the_segments_with_the_body_are_written_again(
    ann: Store, bob: Store, place: Path, secret: Act, erasure: Act
):
    other = status("open", why="een ander")
    old = [
        put(place / "2014-10", "samen", secret, other, erasure),
        put(place, "alleen", secret),
    ]
    ann.exchange.sync(place)
    assert anywhere(place, b"een naam")
    assert ann.erasures.confirm([erasure.id])
    done = ann.exchange.sync(place)
    assert done.unwritten is None
    assert not anywhere(place, b"een naam")
    assert not any(file.exists() for file in old)
    assert {other.id, erasure.id} <= held(place)
    assert secret.id in stubs(place)
    assert ann.exchange.sync(place).written == 0
    bob.exchange.sync(place)  # to whom the body never came
    assert {one.act for one in bob.erasures.pending()} == {erasure.id}
    assert bob.check() == ann.check() == []


def test_a_body_that_comes_later_leaves_only_its_stub(
    ann: Store, place: Path, secret: Act, erasure: Act
):
    put(place, "wist", erasure)
    ann.exchange.sync(place)
    ann.erasures.confirm([erasure.id])
    put(place, "later", secret)
    assert ann.exchange.waiting(place).bringers != ()  # not yet looked at
    assert ann.exchange.sync(place).new_acts == 0
    assert ann.exchange.waiting(place).bringers == ()
    assert not anywhere(place, b"een naam")
    assert b"een naam" not in ann.path.read_bytes()
    assert (
        ann.snapshots.make().count(secret.id.encode()) >= 2
    )  # as stub, and named by who erases it
    assert ann.check() == []


def test_who_refuses_keeps_it_and_puts_it_there_again(
    ann: Store, bob: Store, place: Path, secret: Act, erasure: Act
):
    put(place, "samen", secret, erasure)
    for store in (ann, bob):
        store.exchange.sync(place)
    ann.erasures.confirm([erasure.id])
    bob.erasures.refuse([erasure.id])
    ann.exchange.sync(place)
    assert not anywhere(place, b"een naam")
    bob.exchange.sync(place)
    assert anywhere(place, b"een naam")
    assert secret.id in ids(bob)
    ann.exchange.sync(place)
    assert not anywhere(place, b"een naam")


def test_months_that_are_over_are_joined_without_what_was_erased(
    bob: Store, place: Path, secret: Act, erasure: Act
):
    put(place / "2014-10", "wist", erasure)
    bob.exchange.sync(place)
    bob.erasures.confirm([erasure.id])
    put(place / "2014-10", "lijf", secret)
    (place / "2014-10" / "nog een.acts.jsonl").write_bytes(one_of(status("open")))
    sync(bob, place, "2014-11-01")
    assert not anywhere(place, b"een naam")
    assert secret.id in stubs(place)


def test_a_segment_with_a_stub_that_says_nothing_here_stays_as_it_is(
    bob: Store, place: Path, secret: Act
):
    """Elsewhere it may count: it is not joined, and none takes its place."""
    forged, true = stub(secret.id, {("agreements/two", "status"): ()}), make_stub(secret)
    (place / "2014-10").mkdir()
    put_stub(place / "2014-10", true).rename(place / "2014-10" / "een.acts.jsonl")
    put_stub(place / "2014-10", forged)
    sync(bob, place, "2014-11-01")
    lines = stubs(place)
    assert encode(true.as_json()).decode() in lines
    assert encode(forged.as_json()).decode() in lines


def test_what_is_forged_keeps_nothing_away(ann: Store, place: Path, secret: Act, erasure: Act):
    forged = stub(secret.id, {("agreements/two", "status"): ()})
    put(place, "a", secret)
    put_stub(place, forged)
    both = segment(ARRANGEMENT, [(secret.id, secret.data)], [forged])
    (place / "c.acts.jsonl").write_bytes(both)
    done = ann.exchange.sync(place)
    assert (done.spoilt, done.new_acts) == ((), 1)
    put(place, "wist", erasure)
    ann.exchange.sync(place)
    ann.erasures.confirm([erasure.id])
    ann.exchange.sync(place)
    assert not anywhere(place, b"een naam")
    assert ann.check() == []
