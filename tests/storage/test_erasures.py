"""Erasures that others ask: they wait, are confirmed or refused, and what goes is gone."""

import os
import sqlite3
from pathlib import Path

import pytest

from storage.acts import Act, make_act, make_stub
from storage.store import Store
from storage.views.to_erase import ToErase
from tests.storage.small import BOOST, VHTO, look, refusal, send, swap, take, value
from tests.storage.written import file_of
from tests.worlds import act, stub

MANY = int(os.environ.get("ARRANGEMENT_ACTS", "2000"))
NAME = "Wilhelmina Klaassen"
SECRET = act({(VHTO, "goal"): f"bellen met {NAME}"}, why=f"vroeg {NAME}")


def erasing(*erased: Act | str, said: str = "bellen", n: int = 1) -> Act:
    """What someone elsewhere makes to erase these, saying the goal again."""
    ids = sorted(one if isinstance(one, str) else one.id for one in erased)
    again = act({(VHTO, "goal"): said}, *ids)
    return make_act(at=again.at, by="eva", device="eva", seq=n, set=again.set, erase=ids)


ERASURE = erasing(SECRET)
_BARE = {"at": ERASURE.at, "by": "eva", "device": "eva", "seq": 5, "set": []}


def kinds(store: Store) -> list[str]:
    return [one.kind for one in store.problems.all()]


def stands(path: Path, word: str = NAME) -> bool:
    """Whether a word stands in the bytes of a file, in whatever part of it."""
    return word.encode() in path.read_bytes()


def test_it_waits_with_who_when_and_what_until_a_person_decides(ann: Store):
    take(ann, file_of([SECRET, ERASURE]))
    (one,) = ann.erasures.pending()
    assert (one.act, one.at, one.device, one.acts, one.here) == (
        ERASURE.id, ERASURE.at, "eva", 1, 1
    )  # fmt: skip
    assert [(place.record, place.field) for place in one.places] == [(VHTO, "goal")]
    assert kinds(ann).count("to_erase") == 1
    assert SECRET.data in ann.snapshots.make()
    ann.erasures.refuse([ERASURE.id])
    assert ann.erasures.pending() == []
    assert "to_erase" not in kinds(ann)
    assert SECRET.data in ann.snapshots.make()
    assert ann.erasures.confirm([ERASURE.id])  # either can be changed
    assert SECRET.data not in ann.snapshots.make()
    assert [made.confirmed for made in ann.erasures.decided()] == [True]
    assert value(ann, VHTO, "goal") == "bellen"
    assert ann.check() == []


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("known", [True, False])
def test_looking_into_a_file_shows_nothing_that_it_asks_to_erase(
    ann: Store, again: bool, known: bool
):
    """Also where who asks it says nothing again."""
    asks = ERASURE if again else make_act(**_BARE, erase=[SECRET.id])
    if known:
        take(ann, file_of([SECRET]))
    seen = look(ann, file_of([SECRET, asks]))
    assert [one.act for one in seen.erasures] == [asks.id]
    assert NAME not in repr(seen)
    goals = [(one.before, one.value) for one in seen.changes if one.field == "goal"]
    before = ToErase() if known else None
    assert goals == ([(before, "bellen")] if again else [] if known else [(None, ToErase())])


def test_what_of_mine_is_replaced_is_told_without_what_is_to_be_erased(ann: Store):
    ann.edit(VHTO, {"goal": f"bellen met {NAME}"})
    seen = look(ann, file_of([erasing(ann.history(VHTO)[0].id)]))
    (lost,) = seen.follows.lost
    assert (lost.mine, lost.value) == (ToErase(), "bellen")
    assert NAME not in repr(seen)


def test_reasons_and_what_stood_before_are_history(ann: Store):
    """What counts is told; the rest only where history is asked for it."""
    why = f"vroeg {NAME}"
    status = act({(VHTO, "status"): "in_progress"}, why=why)
    title = act({(VHTO, "title"): "een"}, why=why)
    on = [act({(VHTO, "title"): word}, title, why=why) for word in "ab"]
    take(ann, file_of([status, title, *on]))
    assert ann.page(VHTO).why.text == why
    assert ann.conflicts()[0].before == ("een",)
    asked = [status.id, title.id, on[0].id]
    take(ann, file_of([make_act(**_BARE, erase=sorted(asked))]))
    assert ann.page(VHTO).why is None
    (conflict,) = ann.conflicts()
    assert conflict.before == (ToErase(),)
    assert {one.act: one.why for one in conflict.claims} == {on[0].id: None, on[1].id: why}
    assert {one.value for one in conflict.claims} == {"a", "b"}


def test_it_waits_also_where_the_body_never_came(ann: Store):
    taken = take(ann, file_of([ERASURE]))
    assert [(one.act, one.unknown) for one in taken.erasures] == [(ERASURE.id, 1)]
    ann.erasures.confirm([ERASURE.id])
    taken = take(ann, file_of([SECRET]))
    assert (taken.new_acts, taken.erased) == (0, 1)
    assert not stands(ann.path)
    assert take(ann, file_of([SECRET])).erased == 0
    assert ann.check() == []


def test_nothing_of_it_is_left_in_the_file_nor_in_what_it_sends(ann: Store, bob: Store):
    for store in (ann, bob):
        take(store, file_of([SECRET]))
        store.edit(BOOST, {"title": "van voor en na"})
        assert stands(store.path)
        assert {hit.type for hit in store.search("Wilhelmina", 5).hits} == {"agreements", "acts"}
        take(store, file_of([ERASURE]))
        assert store.erasures.confirm([ERASURE.id])
        assert not stands(store.path)
        assert not stands(store.path, "Wilhelmina")
        assert store.search("Wilhelmina", 5).total == 0
        assert not store.path.with_name("klein.db-journal").exists()
    send(ann, bob, profile="internal")
    assert NAME.encode() not in bob.snapshots.make("internal")
    assert ann.check() == bob.check() == []


def test_an_old_file_brings_only_the_stub_back_and_who_refuses_keeps_it(ann: Store, bob: Store):
    old = file_of([SECRET])
    for store in (ann, bob):
        take(store, old)
        take(store, file_of([ERASURE]))
    ann.erasures.confirm([ERASURE.id])
    bob.erasures.refuse([ERASURE.id])
    taken = take(ann, old)
    assert (taken.new_acts, taken.erased) == (0, 0)
    swap(ann, bob)
    assert not stands(ann.path)
    assert stands(bob.path)
    assert [one.confirmed for one in bob.erasures.decided()] == [False]
    assert ann.record(VHTO) == bob.record(VHTO)


def test_who_changes_to_refusing_gets_the_body_when_it_comes_again(ann: Store):
    old = file_of([SECRET])
    take(ann, old)
    take(ann, file_of([ERASURE]))
    ann.erasures.confirm([ERASURE.id])
    ann.erasures.refuse([ERASURE.id])
    assert SECRET.data not in ann.snapshots.make()
    assert take(ann, old).new_acts == 1  # not "known already"
    assert SECRET.data in ann.snapshots.make()
    assert ann.check() == []


def test_what_is_forged_hides_nothing(ann: Store):
    """A stub for a person's act, an act that erases it, and a circle through both."""
    take(ann, file_of([SECRET]))
    before = ann.snapshots.make()
    undo_all = [row.id for row in ann.history(None)]
    take(ann, file_of([], [stub(SECRET.id, {}, undo_all)]))
    assert ann.snapshots.make().split(b"\n")[1:] == before.split(b"\n")[1:]
    unknown = "e" * 64
    circle = act(undo=[unknown])
    forger = erasing(unknown, said="weg")
    take(ann, file_of([circle, forger], [stub(unknown, {(VHTO, "title"): [unknown]}, [circle.id])]))
    (one,) = ann.erasures.pending()
    assert (one.act, one.unknown) == (forger.id, 0)
    assert {(place.record, place.field) for place in one.places} == {(VHTO, "title")}
    ann.erasures.refuse([forger.id])
    assert ann.check() == []
    assert value(ann, VHTO, "title") == "VHTO: schakel"


def test_an_erasure_of_an_erasure(ann: Store):
    """Who erases an act that erased names what that erased; who does not brings nothing back."""
    over = make_act(
        at=ERASURE.at, by="eva", device="eva", seq=2, undo=[ERASURE.id], erase=[ERASURE.id]
    )
    take(ann, file_of([SECRET, ERASURE]))
    ann.erasures.confirm([ERASURE.id])
    take(ann, file_of([over]))
    assert ann.erasures.confirm([over.id])
    assert take(ann, file_of([SECRET])).new_acts == 0
    assert not stands(ann.path)
    assert refusal(ann.erasures.refuse, [ERASURE.id]).key == "no_erasure"
    assert ann.check() == []


def test_very_many_acts(ann: Store):
    made = [act({(f"entries/{n}", "text"): f"{NAME} {n}"}) for n in range(MANY)]
    again = make_act(at=made[0].at, by="eva", device="eva", seq=1,
                     erase=sorted(one.id for one in made))  # fmt: skip
    take(ann, file_of([*made, again]))
    (one,) = ann.erasures.pending()
    assert (one.acts, len(one.places)) == (MANY, MANY)
    assert ann.erasures.confirm([again.id])
    assert not stands(ann.path)
    taken = take(ann, file_of(made[:100]))
    assert (taken.new_acts, taken.erased) == (0, 0)


def test_the_same_act_with_other_bytes_is_another_act(ann: Store):
    """An id is the digest of the bytes: what differs is not what is erased."""
    take(ann, file_of([SECRET, ERASURE]))
    ann.erasures.confirm([ERASURE.id])
    other = act({(VHTO, "goal"): f"bellen met {NAME}."})
    assert take(ann, file_of([other])).new_acts == 1
    data = file_of([SECRET]).replace(b"vroeg", b"vraag")
    assert refusal(take, ann, data).key == "spoilt"
    assert ann.check() == []


def test_while_another_program_writes_nothing_is_confirmed(
    ann: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("storage.tables.database.PATIENCE_MS", 50)
    take(ann, file_of([SECRET, ERASURE]))
    other = sqlite3.connect(ann.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert refusal(ann.erasures.confirm, [ERASURE.id]).key == "locked"
    assert [one.act for one in ann.erasures.pending()] == [ERASURE.id]
    other.execute("ROLLBACK")
    other.execute("BEGIN")  # reads, and so keeps its pages
    other.execute("SELECT count(*) FROM acts").fetchone()
    assert refusal(ann.erasures.confirm, [ERASURE.id]).key == "locked"
    other.execute("ROLLBACK")
    assert ann.erasures.confirm([ERASURE.id])
    other.close()


def test_what_could_not_be_cleaned_is_a_problem_until_it_is(
    ann: Store, monkeypatch: pytest.MonkeyPatch
):
    """The bodies went, and the file could not be written anew then: the disk was full."""
    take(ann, file_of([SECRET, ERASURE]))
    monkeypatch.setattr("storage.traces.page_cleaning.rewrite_marked", lambda *_: False)
    assert not ann.erasures.confirm([ERASURE.id])
    monkeypatch.undo()
    assert kinds(ann).count("unclean") == 1
    assert ann.erasures.clean()
    assert "unclean" not in kinds(ann)
    assert not stands(ann.path)


def test_stubs_beside_bodies_never_travel_together(ann: Store):
    take(ann, file_of([SECRET, ERASURE], [make_stub(SECRET)]))
    assert ann.snapshots.make().count(SECRET.data) == 1
    assert b'"erased":[]' in ann.snapshots.make()
    ann.erasures.confirm([ERASURE.id])
    assert SECRET.data not in ann.snapshots.make()
    assert b'"erased":[\n' in ann.snapshots.make()
