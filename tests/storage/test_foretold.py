"""What previews say holds: in random worlds it is what differs between before and after.

How it was and how it is comes from all acts by the sentences of the contract (``Oracle``), and from
the tables of records and problems; nothing of it from what makes previews.
"""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.store import Store
from storage.tables.assertions import stored_acts
from storage.views.consequences import Consequences
from storage.views.problem import Problem
from tests.merge.oracle import Oracle
from tests.storage.small import Laptops
from tests.storage.test_union import World

OWN_LINES = ("incomplete", "set_apart", "seed_apart", "to_erase", "unclean")
"""Problems that a preview tells in a line of its own."""
Place = tuple[str, str]


class Moment:
    """All there is to know of a file at one moment."""

    def __init__(self, store: Store) -> None:
        self.acts = {act.id: act for act in stored_acts(store.connection)}
        self.order = [*self.acts]
        rows = store.connection.execute("SELECT id FROM acts WHERE here OR by = ?", (store.author,))
        self.mine = {act for (act,) in rows.fetchall()}
        rows = store.connection.execute("SELECT id FROM acts WHERE here").fetchall()
        self.here = {act for (act,) in rows}
        self.oracle = Oracle(self.acts.values())
        self.records = {
            str(one["id"]): one
            for type_ in ("agreements", "entries")
            for one in store.records(type_)
        }
        self.problems = {_said_of(one) for one in store.problems.all() if one.kind not in OWN_LINES}
        self.conflicts = set(_conflicts(self.oracle))


def _said_of(problem: Problem) -> tuple[str, str, str]:
    details = problem.details
    return problem.kind, problem.record, f"{details.get('field')} {details.get('value')}"


def _conflicts(oracle: Oracle) -> Iterator[Place]:
    for record in oracle.records:
        listed, life, conflicts, _, _ = oracle.view_of(record)
        if listed or life:
            yield from ((record, field) for field in conflicts)
        if life == "contested":
            yield record, "life"


def doers(before: Moment, after: Moment, place: Place) -> set[str]:
    """Who may have made a field what it is: who said what stands there, else anyone who said
    something new."""
    new = [act for act in after.order if act not in before.acts]
    heads = [act for act in after.oracle.counting(place) if act in new]
    return {after.acts[act].by for act in heads[:1] or new}


def settlements(before: Moment, after: Moment, place: Place) -> Iterator[str]:
    """The acts that had settled a conflict in this field, and on which what stands there now does
    not all rest."""
    record, field = place
    heads = after.oracle.counting(place)
    for act in before.oracle.stands(place):
        parents = before.oracle.parents[place]
        rests = [one for one in heads if act in (one, *_below(after.oracle.parents[place], one))]
        if not parents[act] or (heads and len(rests) == len(heads)):
            continue
        if field == "life":
            then = before.order[: before.order.index(act)]
            world = Oracle(before.acts[one] for one in then)
            if record in world.records and world.lives[record] == "contested":
                yield act
        else:
            beneath = _below(parents, act)
            undos = [one for one in before.acts.values() if one.undo]
            world = Oracle([*(before.acts[one] for one in beneath if one in before.acts), *undos])
            if place in world.parents and len(world.values_of(place)) > 1:
                yield act


def _below(parents: dict[str, tuple[str, ...]], act: str) -> set[str]:
    found: set[str] = set()
    waiting = [*parents.get(act, ())]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(parents.get(one, ()))
    return found


def lost(before: Moment, after: Moment) -> Iterator[tuple[Place, str]]:
    """My values that stood before and stand nowhere now, as text, where someone else saw to it."""
    for place in before.oracle.parents:
        stand = {repr(value) for value in after.oracle.values_of(place)}
        heads = [act for act in before.oracle.counting(place) if act in before.mine]
        values = {repr(before.oracle.values[place][act]) for act in heads}
        mine = {after.acts[act].by for act in after.mine}
        if not doers(before, after, place) <= mine:
            yield from ((place, value) for value in values - stand)


def deleted(before: Moment, after: Moment) -> set[str]:
    """The records that were there, and are not by what came from elsewhere."""
    return {
        record
        for record, life in before.oracle.lives.items()
        if life == "live" and ("life" in before.oracle.fields(record))
        if after.oracle.lives.get(record) == "deleted" and not _done_here(before, after)
    }


def giving_way(oracle: Oracle) -> set[str]:
    """The records that another stands for: joined to one that is there, also by way of others; of
    a ring the lowest stands for all."""
    to = {
        record: f"agreements/{oracle.values_of((record, 'joined'))[0]}"
        for record in oracle.records
        if record.startswith("agreements/") and any(oracle.values_of((record, "joined"))[:1])
    }
    there = {one for one in oracle.records if oracle.lives[one] not in ("deleted", None)}
    to = {one: other for one, other in to.items() if other in there}
    found = set()
    for one in to:
        path = [one]
        while path[-1] in to and to[path[-1]] not in path:
            path.append(to[path[-1]])
        ring = path[path.index(to[path[-1]]) :] if path[-1] in to else []
        if one != (min(ring) if ring else path[-1]):
            found.add(one)
    return found


def joined(before: Moment, after: Moment) -> set[str]:
    """The records that were there and give way now, by what came from elsewhere."""
    new = giving_way(after.oracle) - giving_way(before.oracle)
    there = {
        one
        for one in new
        if after.oracle.lives[one] not in ("deleted", None)
        if _says(before, one, "joined") != _says(after, one, "joined")
    }
    return set() if _done_here(before, after) else there & {*before.oracle.records}


def _says(moment: Moment, record: str, field: str) -> list[object]:
    return moment.oracle.values_of((record, field))[:1]


def _done_here(before: Moment, after: Moment) -> bool:
    return after.acts.keys() - before.acts.keys() <= after.here


def hold(found: Consequences, before: Moment, after: Moment) -> None:
    """Every sentence of a preview is true, and none is missing."""
    arisen = {(one.record, one.field) for one in found.arisen}
    reopened = {(one.record, one.field) for one in found.reopened}
    assert not arisen & reopened
    assert arisen | reopened == after.conflicts - before.conflicts
    assert reopened == {
        place
        for place in after.conflicts - before.conflicts
        if place in before.oracle.parents and any(settlements(before, after, place))
    }
    settled = {(one.spot.record, one.spot.field): one.who for one in found.settled}
    assert settled.keys() == before.conflicts - after.conflicts
    for place, who in settled.items():
        assert who is not None
        assert who.by in doers(before, after, place)
    assert sorted(((one.spot.record, one.spot.field), repr(one.mine)) for one in found.lost) == (
        sorted(lost(before, after))
    )
    for one in found.lost:
        assert one.who is not None
        assert one.who.by in doers(before, after, (one.spot.record, one.spot.field))
    for told, gone in ((found.deleted, deleted), (found.joined, joined)):
        assert [one.spot.record for one in told] == sorted(gone(before, after))
        for one in told:
            assert one.who is not None
            assert one.who.by in doers(before, after, (one.spot.record, one.spot.field))
    assert sorted(map(_said_of, found.problems)) == sorted(after.problems - before.problems)


class Foretold(World):
    """The same three people, who look before they take in, take back or exchange."""

    def __init__(self, laptops: Laptops, folder: Path) -> None:
        super().__init__(laptops)
        self._folder = folder
        self.looks = 0
        kept = [step for step in self.steps if step not in (self.import_, self.undo_chosen)]
        self.steps = (
            *kept, *[self.import_] * 4, *[self.sync] * 6, *[self.undo_chosen] * 2,
            *[self.settle] * 3, self.join,
        )  # fmt: skip

    def join(self, store: Store, dice: random.Random) -> None:
        one, other = dice.sample(self.records, 2)
        store.join(one, other)

    def import_(self, store: Store, dice: random.Random) -> None:
        if self.files:
            file = dice.choice(self.files)
            self._hold(
                store, lambda: store.snapshots.preview(file), lambda: store.snapshots.import_(file)
            )

    def sync(self, store: Store, dice: random.Random) -> None:
        look = lambda: store.exchange.look_into(self._folder).preview  # noqa: E731
        self._hold(store, look, lambda: store.exchange.sync(self._folder))

    def undo_chosen(self, store: Store, dice: random.Random) -> None:
        acts = [row.id for row in store.history(None) if not (row.seed or row.void)]
        if acts:
            act = dice.choice(acts)
            look = lambda: store.changes.preview_undo([act])  # noqa: E731
            self._hold(store, look, lambda: store.undo(act, "vergissing"))

    def _hold(self, store: Store, look: Callable, do: Callable) -> None:
        before = Moment(store)
        found = look()
        assert [*Moment(store).acts] == before.order  # looking writes nothing
        done = do()
        after = Moment(store)
        hold(found.follows, before, after)
        if hasattr(done, "follows"):  # what was taken in tells the same, but for problems
            assert done.follows == found.follows._replace(problems=())
            assert found.new_acts == done.new_acts == len(after.acts) - len(before.acts)
            told = {(one.record, one.field): (one.before, one.value) for one in found.changes}
            assert {place: was for place, was in told.items() if place[0] in after.records} == (
                _differing(before, after)
            )
        self.looks += 1


def _differing(before: Moment, after: Moment) -> dict[Place, tuple[object, object]]:
    """The fields of records that say something else, or that are new and say something."""
    found = {}
    for id_, record in after.records.items():
        old = before.records.get(id_, {})
        for field, value in record.items():
            if field in ("id", "conflicts", "incomplete") or old.get(field) == value:
                continue
            if old or value not in (None, []):
                found[id_, field] = (old.get(field), value)
    return found


@contextmanager
def world(template: Path) -> Iterator[Foretold]:
    with tempfile.TemporaryDirectory() as folder:
        laptops = Laptops(template, Path(folder))
        place = Path(folder) / "wissel"
        place.mkdir()
        try:
            yield Foretold(laptops, place)
        finally:
            laptops.close()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**64))
def test_what_previews_say_holds(template: Path, seed: int):
    dice = random.Random(seed)
    with world(template) as three:
        for _ in range(dice.randrange(60)):
            three.step(dice)
