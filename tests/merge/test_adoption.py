"""What a meeting adopted is what stood on the laptop that closed it, whatever comes after."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from storage.acts import Act
from storage.merge import frontier, merge_field, void_among, world_of
from storage.merge.adopted_field import AdoptedField, adopted_field, closing_of
from tests.depth import examples
from tests.worlds import Device, exchange, moment

MEETING, ITEM, AGREEMENTS = "meetings/one", "items/one", ("agreements/one", "agreements/two")
FIELDS = ("status", "title", "regions/zwolle")


def closes(device: Device) -> Act:
    """The closing of the meeting, as the app writes it."""
    bodies, stubs = device.counts
    void = void_among(bodies.values(), stubs.values())
    world = world_of(bodies.values(), stubs.values(), void)
    saw = {one for agreement in AGREEMENTS for said in world.get(agreement, {}).values()
           for one in frontier(said)}  # fmt: skip
    known = {one.act for agreement in AGREEMENTS for said in world.get(agreement, {}).values()
             for one in said}  # fmt: skip
    undos = {one: act.undo for one, act in {**bodies, **stubs}.items() if act.undo}
    wanted = known
    while reached := {act for act, names in undos.items() if wanted & {*names}} - saw:
        saw |= reached
        wanted = reached
    return device.do({(MEETING, "phase"): "closed"}, saw=sorted(saw))


def values_of(device: Device) -> dict[tuple[str, str], list[object]]:
    records = device.records()
    return {
        (one, name): [claim.value for claim in records[one].fields[name].claims]
        if one in records and name in records[one].fields
        else []
        for one in AGREEMENTS
        for name in FIELDS
    }


def adopts(device: Device, *places: tuple[str, str], value: object) -> Act:
    """All proposals that are left, taken over in one act."""
    outcome = {(ITEM, "outcome"): "as_proposed", (ITEM, "reservation"): {"until": value}}
    said = {place: bool(value) if "/" in place[1] else value for place in places}
    return device.do({**outcome, **said}, meeting=MEETING)


def adopted(device: Device, act: Act) -> dict[tuple[str, str], AdoptedField]:
    """By field what a closing adopted; nothing where it was erased and none says it again."""
    bodies, stubs = device.counts
    undoes = {one: made.undo for one, made in {**bodies, **stubs}.items()}
    erased = {one: {e for e, made in bodies.items() if one in made.erase} for one in stubs}
    world = world_of(bodies.values(), stubs.values(), void_among(bodies.values(), stubs.values()))
    again = [bodies[one] for one in erased.get(act.id, ()) if bodies[one].set]
    if act.id in stubs and not again:
        return {}
    closing = closing_of(act.at, again[0].saw if again else act.saw, undoes, erased)
    return {
        (one, name): adopted_field(world.get(one, {}).get(name, ()), closing)
        for one in AGREEMENTS
        for name in FIELDS
    }


@dataclass
class Room:
    """Two laptops in a meeting and one that is elsewhere, and what stood where it was closed."""

    devices: list[Device] = field(default_factory=lambda: [*map(Device, ("seed", "ann", "bob"))])
    closings: list[tuple[Act, dict[tuple[str, str], list[object]]]] = field(default_factory=list)


_step = st.tuples(st.integers(0, 9), *[st.integers(0, 2)] * 3, st.integers(0, 2**12))


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    room = Room()
    for what, who, which, value, extra in draw(st.lists(_step, min_size=6, max_size=18)):
        device = room.devices[who]
        device.at = moment(extra % 9)  # clocks that run ahead, and back
        other = room.devices[(who + 1 + extra % 2) % 3]
        made = [*device.counts.bodies.values()]
        agreement = AGREEMENTS[which % 2]
        match what:
            case 0 | 1:
                name = FIELDS[extra % 3]
                said = bool(value) if "/" in name else value
                device.edit(agreement, **{name: said})
            case 2:  # while it runs, or an amendment
                adopts(device, *((agreement, name) for name in FIELDS[: extra % 3 + 1]),
                       value=value)  # fmt: skip
            case 3 | 4 if made:  # an undo of an undo is a redo
                chosen = made[extra % len(made)]
                if not chosen.saw and not chosen.erase:
                    device.undo(chosen)
            case 5 | 6:
                device.pull(other)
            case 7 | 8 if device.name != "seed":
                room.closings.append((closes(device), values_of(device)))
            case 9 if made and device.name != "seed":
                device.erase(made[extra % len(made)])
    return room


def meet(room: Room) -> None:
    """Everyone gets everything, and takes over what was erased anywhere."""
    exchange(*room.devices)
    for _ in range(2):
        for device in room.devices:
            device.confirm(*(one for one in device.acts.values() if one.erase))
    exchange(*room.devices)


@examples(200)
@given(rooms())
def test_what_was_adopted_is_what_stood_where_the_meeting_was_closed(room: Room):
    meet(room)
    for act, stood in room.closings:
        told = [adopted(device, act) for device in room.devices]
        assert told[0] == told[1] == told[2]
        for place, one in told[0].items():
            if not one.erased:
                assert [*one.values] == stood[place], place


@examples(200)
@given(rooms())
def test_what_stands_now_was_adopted_or_came_after(room: Room):
    meet(room)
    device = room.devices[0]
    for act, _ in room.closings:
        bodies, stubs = (one.values() for one in device.counts)
        world = world_of(bodies, stubs, void_among(bodies, stubs))
        for (record, name), one in adopted(device, act).items():
            said = world.get(record, {}).get(name, ())
            now = {repr(claim.value) for claim in merge_field(said, lambda _: True).claims}
            nothing = {"None", "False"}
            later = {repr(head.value) for head in (*one.changed, *one.arrived)}
            later |= {repr(value) for value in one.again}
            known = {repr(value) for value in one.values}
            if not one.erased:
                assert now <= later | (known or nothing)
                assert now or known <= nothing or "None" in later  # emptied since
                assert bool(one.again) == bool(one.turned)


@examples(100)
@given(rooms())
def test_an_act_that_is_erased_right_after_the_closing_is_still_adopted(room: Room):
    """Of what is a head, the act that erases it says the same again; not of one of the seed's that
    a person's hides, and of a stub none can tell any more whose it was."""
    device = room.devices[1]
    closing = closes(device)
    before = adopted(device, closing)
    for act in [*device.counts.bodies.values()]:
        if act.id in closing.saw and not act.undo and act.by != "seed":
            device.erase(act)
    told = adopted(device, closing)
    assert told
    for place, one in told.items():
        assert one.erased or {*one.values} == {*before[place].values}
        if len(before[place].values) == 1:
            assert not one.erased, place


def sends(device: Device, other: Device) -> None:
    """What partners get: nothing that is own."""
    other.pull(device, only={act.id for act in device.acts.values() if not act.scope})


def told(device: Device) -> dict[str, tuple[object, ...]]:
    """What each point of all says, on this device."""
    return {
        record: (one.life, one.conflicts, {name: {repr(claim.value) for claim in field.claims}
                                           for name, field in one.fields.items()})
        for record, one in device.records().items() if "own-" not in record
    }  # fmt: skip


Shared = dict[str, tuple[Act, Act]]
"""By the tail of a point the acts that shared it."""


@st.composite
def sharing(draw: st.DrawFn) -> tuple[list[Device], Shared]:
    """Two laptops with points of their own, that share some, take that back, and decide."""
    laptops, shared = [Device("ann"), Device("bob")], {}
    steps = st.tuples(st.integers(0, 6), *[st.integers(0, 2)] * 3)
    for what, who, which, value in draw(st.lists(steps, min_size=6, max_size=20)):
        device, other = laptops[who % 2], laptops[1 - who % 2]
        tail = f"{device.name}{which}"
        own = f"items/own-{tail}"
        here = {record for record, one in device.records().items() if one.life == "live"}
        points = sorted(one for one in here if "own-" not in one)
        match what:
            case 0 | 1 if tail not in shared:
                device.add(own, title=value)
            case 2 | 3 if own in here:
                title = device.records()[own].fields["title"].value
                shared[tail] = device.add(f"items/{tail}", title=title), device.delete(own)
            case 4:
                sends(other, device)
            case 5 if tail in shared:
                for act in shared.pop(tail):
                    device.do(undo=[act.id], scope=act.scope)
            case 6 if points:
                device.edit(points[0], outcome="as_proposed", reservation={"until": value})
    return laptops, shared


@examples(150)
@given(sharing())
def test_own_points_stay_on_their_laptop_until_they_are_shared(made: tuple[list[Device], Shared]):
    """What is shared is one point for all, decided on any laptop; taking that back brings the own
    one back."""
    (ann, bob), shared = made
    for device, other in ((ann, bob), (bob, ann), (ann, bob)):
        sends(device, other)
    assert told(ann) == told(bob)
    for device, other in ((ann, bob), (bob, ann)):
        records = device.records()
        assert not any(record.startswith(f"items/own-{other.name}") for record in records)
        for record, one in records.items():
            if "own-" in record:
                tail = record.removeprefix("items/own-")
                assert one.life == ("deleted" if tail in shared else "live")
    for tail in shared:
        assert told(ann)[f"items/{tail}"][0] == "live"
