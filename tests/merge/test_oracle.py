"""The merge against brute force from the contract's sentences."""

from hypothesis import given, settings

from storage.merge import frontier, project, world_of
from tests.merge.oracle import Oracle
from tests.worlds import Bag, Device, honest_worlds, hostile_worlds, view


@settings(max_examples=150, deadline=None)
@given(honest_worlds())
def test_honest_worlds_merge_as_the_contract_says(devices: list[Device]):
    for device in devices:
        known = device.acts.values(), device.came, (), device.confirmed, device.refused
        assert view(device.records()) == Oracle(*known).view()


@settings(max_examples=400, deadline=None)
@given(hostile_worlds())
def test_hostile_worlds_merge_as_the_contract_says(bag: Bag):
    oracle = Oracle(bag.acts, bag.came, bag.left, *bag.decided)
    assert view(project(bag.acts, bag.came, bag.left, bag.decided)) == oracle.view()
    world = world_of(oracle.acts.values(), oracle.stubs.values(), ())
    for record, fields in world.items():
        for field, said in fields.items():
            assert frontier(said) == oracle.next_parents((record, field))
