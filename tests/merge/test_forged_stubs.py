"""What anyone can forge beside honest acts: nothing is hidden that is not listed somewhere."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.acts import Act, Stub, make_act, make_stub
from storage.merge import Decided, project, what_counts
from tests.worlds import STRANGE, Device, honest_worlds, moment, stub, view

PLACES = (("agreements/one", "status"), ("agreements/two", "life"), ("entries/n0", "about"))


def known(devices: list[Device]) -> list[Act]:
    """All that honest people made, with every body."""
    return [*{act.id: act for one in devices for act in one.acts.values()}.values()]


@st.composite
def stubs(draw: st.DrawFn, acts: list[Act]) -> list[Stub]:
    """Stubs of acts that are here and of some that nobody has, true ones and others."""
    ids = [*STRANGE, *(act.id for act in acts)]
    names = st.lists(st.sampled_from(ids), max_size=4)
    found = []
    for name in draw(st.lists(st.sampled_from(ids), min_size=1, max_size=6)):
        there = next((act for act in acts if act.id == name), None)
        if there is not None and draw(st.booleans()):
            found.append(make_stub(there))
        else:
            places = draw(st.lists(st.sampled_from(PLACES), unique=True))
            found.append(stub(name, {place: draw(names) for place in places}, draw(names)))
    return found


def eraser(ids: set[str], n: int) -> Act:
    common = {"at": moment(n), "by": "eva", "device": "eva", "seq": n + 1}
    return make_act(erase=sorted(ids), **common)  # type: ignore[arg-type]


def split(device: list[Device], data: st.DataObject) -> tuple[list[Act], list[Act]]:
    """The acts that are here, and those that did not come."""
    acts = known(device)
    away = data.draw(st.sets(st.integers(0, max(len(acts) - 1, 0)), max_size=4))
    here = [act for n, act in enumerate(acts) if n not in away]
    return here, [act for n, act in enumerate(acts) if n in away]


@settings(max_examples=100, deadline=None)
@given(honest_worlds(), st.data())
def test_stubs_that_no_act_erases_say_nothing(devices: list[Device], data: st.DataObject):
    here, _ = split(devices, data)
    forged = data.draw(stubs(known(devices)))
    erased = {name for act in here for name in act.erase}
    alone = [one for one in forged if one.id not in erased]
    assert view(project(here, alone)) == view(project(here))


@settings(max_examples=100, deadline=None)
@given(honest_worlds(), st.data())
def test_beside_a_body_a_stub_says_nothing_whoever_asks(devices: list[Device], data: st.DataObject):
    here, _ = split(devices, data)
    forged = [one for one in data.draw(stubs(known(devices))) if one.id in {a.id for a in here}]
    asks = [*here, eraser({one.id for one in forged} or {STRANGE[0]}, 1)]
    assert view(project(asks, forged)) == view(project(asks))


@settings(max_examples=100, deadline=None)
@given(honest_worlds(), st.data())
def test_what_a_stub_does_stands_under_an_erasure_that_can_be_refused(
    devices: list[Device], data: st.DataObject
):
    here, _ = split(devices, data)
    forged = data.draw(stubs(known(devices)))
    asks = eraser({one.id for one in forged}, 1)
    honest = {name for act in here for name in act.erase}
    mine = [one for one in forged if one.id not in honest]
    everything = [*here, asks]
    refused = Decided(refused=frozenset({asks.id}))
    assert view(project(everything, mine, (), refused)) == view(project(everything))
    counting = what_counts(everything, mine).stubs
    assert counting.keys() <= {*asks.erase}
    assert view(project(everything, counting.values())) == view(project(everything, mine))


@settings(max_examples=100, deadline=None)
@given(honest_worlds(), st.data())
def test_confirming_what_is_forged_takes_only_what_it_names(
    devices: list[Device], data: st.DataObject
):
    here, _ = split(devices, data)
    if not here:
        return
    named = {one.id for one in data.draw(st.lists(st.sampled_from(here), max_size=3))}
    asks = eraser(named | {STRANGE[0]}, 1)
    forged = data.draw(stubs(known(devices)))
    decided = Decided(confirmed=frozenset({asks.id}))
    bodies, left = what_counts([*here, asks], forged, (), decided)
    assert bodies.keys() == {act.id for act in here} - named | {asks.id}
    assert {name: left[name] for name in named} == {
        act.id: make_stub(act) for act in here if act.id in named
    }


@settings(max_examples=60, deadline=None)
@given(honest_worlds(), st.data())
def test_forged_stubs_among_honest_erasures_change_nothing_where_the_bodies_were(
    devices: list[Device], data: st.DataObject
):
    """Who had the body keeps the true stub, whatever comes later."""
    device = devices[1]
    made = [*device.counts.bodies.values()]
    if not made:
        return
    erased = data.draw(st.lists(st.sampled_from(made), min_size=1, max_size=3, unique=True))
    device.erase(*erased)
    before = view(device.records())
    device.came |= {stub(one.id, {}, [act.id for act in made]) for one in erased}
    assert view(device.records()) == before
