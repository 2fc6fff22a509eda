"""The merge against brute force from the contract's sentences."""

from hypothesis import given, settings

from storage.merge import project
from tests.merge.oracle import Oracle
from tests.worlds import Bag, Device, honest_worlds, hostile_worlds, view


@settings(max_examples=150, deadline=None)
@given(honest_worlds())
def test_honest_worlds_merge_as_the_contract_says(devices: list[Device]):
    for device in devices:
        expected = Oracle(device.acts.values(), device.stubs.values()).view()
        assert view(device.records()) == expected


@settings(max_examples=400, deadline=None)
@given(hostile_worlds())
def test_hostile_worlds_merge_as_the_contract_says(bag: Bag):
    assert view(project(bag.acts, bag.stubs)) == Oracle(bag.acts, bag.stubs).view()
