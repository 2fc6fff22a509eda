"""Acts that come in by the batch, in any order: the same file as when they come at once."""

import random
from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.acts import Act, Stub, fits, make_stub
from storage.tables.check import check
from storage.tables.database import Connection, copy_in_memory, in_memory, transaction
from storage.tables.intake import Intake, take_in
from storage.tables.rows import TABLES, stored_rows
from tests.storage.small import refusal
from tests.worlds import AGREEMENT, Device, honest_worlds, hostile_worlds, stub

AT = "2014-10-08T00:00:00.000Z"
ACTS = (
    "SELECT id, at, by, device, seq, why, scope, void, erased, pending, arrived, body FROM acts",
    "SELECT a.id, s.record, s.field, s.value, s.parents FROM said s JOIN acts a ON a.n = s.act",
    "SELECT target, act FROM undone",
)
AWAITED = "SELECT act, record FROM awaited"
Batch = tuple[list[Act], list[Stub]]


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


def at_once(empty: Connection, acts: Iterable[Act], stubs: Iterable[Stub]) -> Connection:
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


def dealt(dice: random.Random, acts: Iterable[Act], stubs: Iterable[Stub]) -> list[Batch]:
    """The same in several batches, some of it in more than one."""
    batches: list[Batch] = [([], []) for _ in range(dice.randrange(1, 5))]
    for act in dice.sample(found := [*acts], len(found)):
        for some, _ in dice.sample(batches, dice.choice((1, 1, len(batches)))):
            some.append(act)
    for one in stubs:
        dice.choice(batches)[1].append(one)
    return batches


def same(empty: Connection, dice: random.Random, acts: Sequence[Act], stubs: Sequence[Stub]):
    whole = at_once(empty, acts, stubs)
    parts, _ = by_batch(empty, dealt(dice, acts, stubs))
    assert all_of(parts) == all_of(whole)
    awaited = {*parts.execute(AWAITED).fetchall()}  # a body that was dropped can wait for more
    assert awaited >= {*whole.execute(AWAITED).fetchall()}
    assert not {act for act, _ in awaited} & {act.id for act in acts}
    assert check(parts) == []


@settings(deadline=None)
@given(honest_worlds(), st.integers(0, 2**32))
def test_what_people_did(empty: Connection, devices: list[Device], seed: int):
    acts = {name: act for device in devices for name, act in device.acts.items()}
    stubs = {name: one for device in devices for name, one in device.stubs.items()}
    same(empty, random.Random(seed), [*acts.values()], [*stubs.values()])


@settings(deadline=None)
@given(hostile_worlds(), st.integers(0, 2**32))
def test_what_anyone_made(empty: Connection, bag, seed: int):
    bodies = {act.id: act for act in bag.acts}
    stubs = [one for one in bag.stubs if one.id not in bodies or fits(one, bodies[one.id])]
    same(empty, random.Random(seed), bag.acts, stubs)


@settings(deadline=None)
@given(honest_worlds(), st.integers(0, 2**32))
def test_on_top_of_what_people_did(empty: Connection, devices: list[Device], seed: int):
    acts = {name: act for device in devices for name, act in device.acts.items()}
    on_top(empty, random.Random(seed), [*acts.values()])


@settings(deadline=None)
@given(hostile_worlds(), st.integers(0, 2**32))
def test_on_top_of_what_anyone_made(empty: Connection, bag, seed: int):
    on_top(empty, random.Random(seed), bag.acts)


def on_top(empty: Connection, dice: random.Random, acts: Sequence[Act]):
    same(at_once(empty, dice.sample(acts, len(acts) // 2), ()), dice, acts, ())


def test_each_act_is_new_once(empty: Connection):
    ann = Device("ann")
    acts = [ann.add(AGREEMENT, title="t"), ann.edit(AGREEMENT, title="u")]
    _, new = by_batch(empty, [(acts, []), (acts, [])])
    assert new == acts


def test_a_forged_stub_after_its_act_is_refused(empty: Connection):
    act = Device("ann").add(AGREEMENT, title="t")
    forged = stub(act.id, {(AGREEMENT, "title"): ()})
    for batches in ([([act], []), ([], [forged])], [([], [forged]), ([act], [])]):
        assert refusal(by_batch, empty, batches).key == "stub_does_not_fit"


def test_a_stub_of_what_was_here_waits_and_of_what_came_with_it_does_not(empty: Connection):
    act = Device("ann").add(AGREEMENT, title="t")
    left = make_stub(act)
    with_it, _ = by_batch(empty, [([act], []), ([], [left])])
    assert with_it.execute("SELECT erased, pending FROM acts").fetchall() == [(1, None)]
    before = at_once(empty, [act], ())
    after, _ = by_batch(before, [([], [left])])
    (row,) = after.execute("SELECT erased, pending FROM acts").fetchall()
    assert row[0] == 0
    assert row[1] is not None


def test_an_edit_of_a_note_contests_the_deletion_of_what_it_is_about(empty: Connection):
    ann, bob = Device("ann"), Device("bob")
    acts = [ann.add(AGREEMENT, title="t"), ann.note(AGREEMENT, "n")]
    bob.pull(ann)
    acts.append(ann.delete(AGREEMENT))
    here = at_once(empty, acts, ())
    after = at_once(here, [bob.edit("entries/n", text="anders")], ())
    assert after.execute("SELECT life FROM agreements").fetchall() == [("contested",)]
    assert check(after) == []


def test_an_edit_of_one_field_leaves_the_others_to_be_found(empty: Connection):
    ann = Device("ann")
    said = {"title": "t", "text": "lang", "code": "C", "also_at/1.p1": True, "also_at/2.p1": True}
    said |= {"also_at/": True}
    here = at_once(empty, [ann.add(AGREEMENT, **said)], ())
    for field, value in [("title", "u"), ("also_at/2.p1", False), ("text", 1), ("code", None)]:
        here = at_once(here, [ann.edit(AGREEMENT, **{field: value})], ())
        assert check(here) == []
