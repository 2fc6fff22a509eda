"""Merge is set union: order, repetition and partial delivery do not matter."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.merge import project
from tests.worlds import UNKNOWN, Bag, Device, exchange, honest_worlds, hostile_worlds, stub, view


@settings(max_examples=60, deadline=None)
@given(hostile_worlds(), st.data())
def test_any_order_and_repetition_give_the_same(bag: Bag, data: st.DataObject):
    acts = data.draw(st.permutations([*bag.acts, *bag.acts[:3]]))
    came = data.draw(st.permutations([*bag.came, *bag.came]))
    expected = project(bag.acts, bag.came, bag.left, bag.decided)
    assert view(project(acts, came, bag.left[::-1], bag.decided)) == view(expected)


@settings(max_examples=60, deadline=None)
@given(honest_worlds(), st.permutations(range(3)))
def test_devices_agree_when_each_has_everything(devices: list[Device], order: list[int]):
    one, two, three = (devices[n] for n in order)
    two.pull(one)
    three.pull(two)  # what came from one is passed on, its erasures too
    exchange(*devices)
    assert view(one.records()) == view(two.records()) == view(three.records())


@settings(max_examples=60, deadline=None)
@given(honest_worlds(), honest_worlds(), honest_worlds())
def test_union_is_commutative_associative_and_idempotent(a, b, c):
    def union(*worlds: list[Device]) -> Device:
        found = Device("reader")
        for world in worlds:
            for device in world:
                found.pull(device)
        return found

    ab_c, a_bc = union([union(a, b)], c), union(a, [union(b, c)])
    assert view(ab_c.records()) == view(a_bc.records()) == view(union(c, b, a, a, c).records())


@settings(max_examples=60, deadline=None)
@given(honest_worlds(), st.data())
def test_partial_delivery_ends_the_same_whatever_came_first(devices, data: st.DataObject):
    late, early = Device("late"), Device("early")
    for device in devices:
        early.pull(device)
    acts = data.draw(st.permutations([*early.counts.bodies, *early.counts.stubs]))
    for start in range(0, len(acts), 3):
        late.pull(early, acts[start : start + 3])
        late.records()  # looking in between changes nothing
    assert view(late.records()) == view(early.records())


def test_two_forged_stubs_with_one_id_count_the_same_in_any_order():
    device = Device("ann")
    first = device.edit("agreements/one", status="open")
    place = ("agreements/one", "status")
    forged = [stub(UNKNOWN, {place: []}, [first.id]), stub(UNKNOWN, {place: [first.id]})]
    acts = [first]
    assert view(project(acts, forged)) == view(project(acts, forged[::-1]))
