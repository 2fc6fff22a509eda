"""What a meeting adopted is what stood on the laptop that closed it, whatever comes after."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.acts import Act
from storage.merge import frontier, merge_field, void_among, world_of
from storage.merge.adopted_field import AdoptedField, adopted_field, closing_of
from tests.worlds import Device, exchange, moment

MEETING, AGREEMENTS = "meetings/one", ("agreements/one", "agreements/two")
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


def adopted(device: Device, act: Act) -> dict[tuple[str, str], AdoptedField]:
    bodies, stubs = device.counts
    undoes = {one: made.undo for one, made in {**bodies, **stubs}.items()}
    world = world_of(bodies.values(), stubs.values(), void_among(bodies.values(), stubs.values()))
    closing = closing_of(act.at, act.saw, undoes, stubs.keys())
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


_step = st.tuples(st.integers(0, 7), *[st.integers(0, 2)] * 3, st.integers(0, 2**12))


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    room = Room()
    for what, who, which, value, extra in draw(st.lists(_step, min_size=6, max_size=18)):
        device = room.devices[who]
        device.at = moment(extra % 9)  # clocks that run ahead, and back
        other = room.devices[(who + 1 + extra % 2) % 3]
        made = [one for one in device.counts.bodies.values() if not one.saw]
        match what:
            case 0 | 1 | 2:
                name = FIELDS[extra % 3]
                said = bool(value) if "/" in name else value
                device.edit(AGREEMENTS[which % 2], **{name: said})
            case 3 if made:
                device.undo(made[extra % len(made)])
            case 4 | 5:
                device.pull(other)
            case 6 if device.name != "seed":
                room.closings.append((closes(device), values_of(device)))
            case 7 if made and value == 0 and device.name != "seed":
                device.erase(made[extra % len(made)])
    return room


@settings(max_examples=300, deadline=None)
@given(rooms())
def test_what_was_adopted_is_what_stood_where_the_meeting_was_closed(room: Room):
    exchange(*room.devices)
    for _ in range(2):
        for device in room.devices:  # everyone takes over what was erased anywhere
            device.confirm(*(one for one in device.acts.values() if one.erase))
    for act, stood in room.closings:
        told = [adopted(device, act) for device in room.devices]
        assert told[0] == told[1] == told[2]
        for place, one in told[0].items():
            if not one.erased:
                assert [*one.values] == stood[place], place


@settings(max_examples=200, deadline=None)
@given(rooms())
def test_what_stands_now_was_adopted_or_came_after(room: Room):
    exchange(*room.devices)
    device = room.devices[0]
    for act, _ in room.closings:
        bodies, stubs = (one.values() for one in device.counts)
        world = world_of(bodies, stubs, void_among(bodies, stubs))
        for (record, name), one in adopted(device, act).items():
            said = world.get(record, {}).get(name, ())
            now = [claim.value for claim in merge_field(said, lambda _: True).claims]
            later = {repr(head.value) for head in (*one.changed, *one.arrived)}
            known = {repr(value) for value in one.values} | {"None", "False"}
            if not one.erased:
                assert {repr(value) for value in now} <= later | known
