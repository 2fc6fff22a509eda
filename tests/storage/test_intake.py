"""Acts that come in by the batch, in any order: the same file as when they come at once."""

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.acts import Act, Stub
from storage.merge import Decided, project
from storage.merge.erased import UNDECIDED
from storage.tables.database import Connection, copy_in_memory, transaction
from storage.tables.insert import Intake, take_in
from storage.tables.integrity import check_integrity
from storage.tables.merged_rows import rows_by_table
from storage.tables.opening import in_memory
from storage.tables.projected_rows import TABLES, stored_rows
from tests.depth import examples
from tests.worlds import AGREEMENT, Device, act, honest_worlds, hostile_worlds

AT = "2014-10-08T00:00:00.000Z"
ACTS = (
    "SELECT id, at, by, device, seq, why, scope, void, erased, arrived, body FROM acts",
    "SELECT act, body, made FROM stubs",
    "SELECT target, act FROM erasing",
    "SELECT act, confirmed FROM decided",
    "SELECT a.id, s.record, s.field, s.value, s.parents FROM said s JOIN acts a ON a.n = s.act",
    "SELECT target, act FROM undone",
)
AWAITED = "SELECT act, record FROM awaited"
Batch = tuple[list[Act], list[Stub]]


class World(NamedTuple):
    """All that comes in, and what a person decides at some time."""

    acts: Sequence[Act]
    came: Sequence[Stub] = ()
    decided: Decided = UNDECIDED

    @property
    def decisions(self) -> list[tuple[str, bool]]:
        """By act whether its erasure is confirmed."""
        return [
            *((act, True) for act in self.decided.confirmed),
            *((act, False) for act in self.decided.refused),
        ]


@pytest.fixture(scope="module")
def empty() -> Iterator[Connection]:
    """A file without acts. Few records are merged at a time, so that they depend on others."""
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setattr("storage.tables.projection.RECORDS", 2)
    yield in_memory()
    monkeypatch.undo()


def all_of(connection: Connection) -> dict[str, list]:
    """Everything in the file but in which order it came."""
    found = {query: connection.execute(query).fetchall() for query in ACTS}
    found |= {table: stored_rows(connection, table) for table in TABLES}
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


def at_once(empty: Connection, acts: Iterable[Act], stubs: Iterable[Stub] = ()) -> Connection:
    copy = copy_in_memory(empty)
    with transaction(copy):
        take_in(copy, acts, stubs, AT)
    return copy


def by_batch(empty: Connection, batches: Sequence[Batch]) -> tuple[Connection, list[Act]]:
    copy = copy_in_memory(empty)
    with transaction(copy):
        intake = Intake(copy, AT)
        new = [act for acts, stubs in batches for act in intake.add(acts, stubs)]
        intake.finish()
    return copy, new


def in_turns(here: Connection, dice: random.Random, world: World) -> None:
    """All of it in several transactions, some of it in more than one; what is decided is decided
    at any time, and the decision can come before the act."""
    waiting = [(act, True) for act in world.acts] * dice.choice((1, 2))
    steps: list[object] = [*waiting, *world.came, *world.decisions]
    dice.shuffle(steps)
    while steps:
        with transaction(here):
            intake = Intake(here, AT)
            for step in [steps.pop() for _ in range(min(len(steps), dice.randint(1, 6)))]:
                match step:
                    case Stub():
                        intake.add((), [step])
                    case (Act() as act, _):
                        intake.add([act])
                    case (str(act), bool(confirmed)):
                        intake.decide(act, confirmed=confirmed)
            intake.finish()


def same(empty: Connection, dice: random.Random, world: World):
    """In any order and parts it gives the same, and what the acts give by the merge alone."""
    whole = at_once(empty, world.acts, world.came)
    with transaction(whole):
        intake = Intake(whole, AT)
        for act, confirmed in world.decisions:
            intake.decide(act, confirmed=confirmed)
        intake.finish()
    parts = copy_in_memory(empty)
    in_turns(parts, dice, world)
    assert all_of(parts) == all_of(whole)
    awaited = {*parts.execute(AWAITED).fetchall()}  # a body that was dropped can wait for more
    known = {act for (act,) in parts.execute("SELECT id FROM acts WHERE erased < 2").fetchall()}
    assert not {act for act, _ in awaited} & known
    assert check_integrity(parts) == []
    expected: dict[str, list] = {table: [] for table in TABLES}
    for merged in project(world.acts, world.came, (), world.decided).values():
        for table, rows in rows_by_table(merged).items():
            expected[table] += rows
    for table, rows in expected.items():
        assert sorted(stored_rows(parts, table), key=repr) == sorted(rows, key=repr)


def all_made(devices: list[Device]) -> World:
    """All that these devices made, with what one of them decided."""
    acts = {name: act for device in devices for name, act in device.acts.items()}
    came = {stub for device in devices for stub in device.counts.stubs.values()}
    return World([*acts.values()], [*came], devices[1].decided)


@examples(25)
@given(honest_worlds(), st.integers(0, 2**32))
def test_what_people_did(empty: Connection, devices: list[Device], seed: int):
    same(empty, random.Random(seed), all_made(devices))


@examples(25)
@given(hostile_worlds(), st.integers(0, 2**32))
def test_what_anyone_made(empty: Connection, bag, seed: int):
    same(empty, random.Random(seed), World(bag.acts, bag.came, bag.decided))


@examples(25)
@given(honest_worlds(), st.integers(0, 2**32))
def test_on_top_of_what_people_did(empty: Connection, devices: list[Device], seed: int):
    on_top(empty, random.Random(seed), all_made(devices))


@examples(25)
@given(hostile_worlds(), st.integers(0, 2**32))
def test_on_top_of_what_anyone_made(empty: Connection, bag, seed: int):
    on_top(empty, random.Random(seed), World(bag.acts, bag.came, bag.decided))


def on_top(empty: Connection, dice: random.Random, world: World):
    known = dice.sample(world.acts, len(world.acts) // 2)
    same(at_once(empty, known, dice.sample(world.came, len(world.came) // 2)), dice, world)


def test_each_act_is_new_once(empty: Connection):
    ann = Device("ann")
    acts = [ann.add(AGREEMENT, title="t"), ann.edit(AGREEMENT, title="u")]
    _, new = by_batch(empty, [(acts, []), (acts, [])])
    assert new == acts


def test_an_edit_of_a_note_contests_the_deletion_of_what_it_is_about(empty: Connection):
    ann, bob = Device("ann"), Device("bob")
    acts = [ann.add(AGREEMENT, title="t"), ann.note(AGREEMENT, "n")]
    bob.pull(ann)
    acts.append(ann.delete(AGREEMENT))
    here = at_once(empty, acts, ())
    after = at_once(here, [bob.edit("entries/n", text="anders")], ())
    assert after.execute("SELECT life FROM agreements").fetchall() == [("contested",)]
    assert check_integrity(after) == []


def test_an_edit_of_one_field_leaves_the_others_to_be_found(empty: Connection):
    ann = Device("ann")
    said = {"title": "t", "text": "lang", "code": "C", "also_at/1.p1": True, "also_at/2.p1": True}
    said |= {"also_at/": True}
    here = at_once(empty, [ann.add(AGREEMENT, **said)], ())
    for field, value in [("title", "u"), ("also_at/2.p1", False), ("text", 1), ("code", None)]:
        here = at_once(here, [ann.edit(AGREEMENT, **{field: value})], ())
        assert check_integrity(here) == []


def test_a_set_of_which_the_name_was_said_keeps_its_state_when_an_element_is(empty: Connection):
    group = "organisations/groep"
    bare = act({(group, "members"): "een"}, "f" * 64)  # and what it stands on is not here
    here = at_once(empty, [act({(group, "life"): "live"}), bare], ())
    after = at_once(here, [act({(group, "members/een"): True})], ())
    assert after.execute("SELECT incomplete FROM organisations").fetchall() == [('["members"]',)]
    assert check_integrity(after) == []
