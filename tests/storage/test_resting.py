"""A problem that asks nothing rests once it was seen, on this laptop, until it changes."""

from storage.acts import Setting, make_act
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from tests.storage.small import BOOST, VHTO, Laptops, refusal, send


def ahead(store: Store, seq: int) -> None:
    """Something arrives of a laptop on which it is 2031."""
    at = f"2031-05-03T10:00:00.00{seq}Z"
    said = [Setting(BOOST, "goal", f"doel {seq}", ())]
    act = make_act(at=at, by="b" * 16, device="d" * 16, seq=seq, set=said)
    with transaction(store.connection):
        take_in(store.connection, [act], (), "2026-03-01T12:00:00.000Z")


def told(store: Store) -> list[tuple[str, bool]]:
    return [(one.kind, one.resting) for one in store.problems.all()]


def test_it_comes_back_when_it_changes(laptops: Laptops, ann: Store, bob: Store):
    ahead(ann, 1)
    (problem,) = ann.problems.all()
    ann.problems.rest(problem)
    assert told(ann) == [("ahead", True)]
    assert told(laptops.store("ann")) == [("ahead", True)]
    send(ann, bob)
    assert ("ahead", False) in told(bob)  # it does not travel
    ahead(ann, 2)
    assert ("ahead", False) in told(ann)


def test_it_is_brought_back_by_hand(ann: Store):
    ahead(ann, 1)
    ann.problems.rest(ann.problems.all()[0])
    ann.problems.rest(ann.problems.all()[0], seen=False)
    assert told(ann) == [("ahead", False)]


def test_one_that_asks_something_does_not_rest(ann: Store):
    ann.edit(VHTO, {"signal": {"colour": "green", "reason": None}})
    ann.status(VHTO, "met", evidence="gezien")
    (entry,) = ann.page(VHTO).entries
    ann.delete(entry.id)
    (problem,) = ann.problems.all()
    assert refusal(ann.problems.rest, problem).key == "asks_something"


def test_waiting_for_more_is_a_change(ann: Store, bob: Store):
    bob.edit(VHTO, {"title": "een"})
    first = bob.edit(VHTO, {"title": "twee"})
    second = bob.edit(VHTO, {"goal": "drie"})
    send(bob, ann, only={first})
    ann.problems.rest(next(one for one in ann.problems.all() if one.kind == "incomplete"))
    assert ("incomplete", True) in told(ann)
    bob.edit(VHTO, {"goal": "vier"})
    last = bob.edit(VHTO, {"goal": "vijf"})
    assert second
    send(bob, ann, only={last})
    assert ("incomplete", False) in told(ann)
