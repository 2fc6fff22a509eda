"""As-of: which acts count at a moment."""

from hypothesis import given
from hypothesis import strategies as st

from tests.asof import times, until
from tests.worlds import STRANGE, Device, act, honest_worlds, moment, status


def at(n: int) -> dict[str, str]:
    return {"at": moment(n)}


def late(acts) -> dict[str, str]:
    """All of these arrived after whatever they claim."""
    return dict.fromkeys((one.id for one in acts), moment(999))


def upto(acts, n: int) -> set[str]:
    acts = [*acts]
    return {one.id for one in until({one.id: one for one in acts}, moment(n), late(acts))}


def test_an_act_is_as_old_as_it_claims():
    early, late = status("open", **at(1)), status("met", **at(5))
    assert upto([early, late], 0) == set()
    assert upto([early, late], 4) == {early.id}
    assert upto([early, late], 5) == {early.id, late.id}  # that moment included


def test_a_slow_clock_makes_no_act_older_than_any_that_it_names():
    first = status("open", **at(9))
    parent = status("met", first, **at(1))
    undo = act(undo=[first.id], **at(2))
    saw = act({("agreements/one", "life"): "deleted"}, saw=[first.id], **at(3))
    erasure = act(erase=[first.id], **at(4))
    acts = [first, parent, undo, saw, erasure]
    found = times(acts, late(acts))
    assert set(found.values()) == {moment(9)}


def test_times_go_on_through_every_act_that_is_named():
    first = status("open", **at(9))
    second = status("met", first, **at(1))
    third = act(undo=[second.id], **at(5))
    assert times([third, second, first], late([first, second, third]))[third.id] == moment(9)
    assert upto([third, second, first], 8) == set()


def test_an_act_that_is_not_known_has_no_time():
    lonely = status("met", STRANGE[0], **at(3))
    assert times([lonely], late([lonely])) == {lonely.id: moment(3)}


def test_a_fast_clock_makes_no_act_younger_than_its_arrival():
    ahead, after = status("met", **at(500)), status("open", **at(3))
    arrived = {ahead.id: moment(2), after.id: moment(4)}
    assert times([ahead, after], arrived) == {ahead.id: moment(2), after.id: moment(3)}


@given(honest_worlds(), st.data())
def test_the_time_of_an_act_is_what_the_contract_says(devices: list[Device], data: st.DataObject):
    acts = devices[0].acts
    arrived = {name: moment(data.draw(st.integers(0, 9))) for name in acts}

    def said(name: str) -> str:
        one = acts[name]
        named = {*one.undo, *one.saw, *one.erase, *(p for s in one.set for p in s.parents)}
        return min(arrived[name], max([one.at, *(said(known) for known in named & acts.keys())]))

    assert times(acts.values(), arrived) == {name: said(name) for name in acts}


@given(honest_worlds(), st.integers(0, 7))
def test_what_an_act_that_counts_names_counts_too(devices: list[Device], n: int):
    for device in devices:
        found = upto(device.acts.values(), n)
        for name in found:
            said = device.acts[name]
            named = {*said.undo, *said.saw, *said.erase, *(p for s in said.set for p in s.parents)}
            assert named & device.acts.keys() <= found
