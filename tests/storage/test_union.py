"""Three laptops, random work, files swapped in any order: equal in the end, and nothing lost."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from storage.errors import Refused
from storage.merge import project
from storage.records.ids import scope_of
from storage.store import Store
from storage.tables.assertions import stored_acts
from tests.depth import examples
from tests.merge.oracle import Oracle
from tests.storage.small import BOOST, VHTO, Laptops, ids, partners_records, swap
from tests.worlds import view

NAMES = ("ann", "bob", "eva")
EXPECTED = {
    "deleted", "not_deleted", "unknown_code", "not_there_then", "nothing_to_undo",
    "nothing_to_redo", "undone_by_other", "already_undone", "nothing_changed", "in_conflict",
    "join_ring", "join_to_deleted", "unknown_reference",
}  # fmt: skip


class World:
    """What three people do, by the dice; a refusal is a step that does nothing."""

    def __init__(self, laptops: Laptops) -> None:
        self.laptops = laptops
        self.stores = [laptops.store(name) for name in NAMES]
        self.records = [VHTO, BOOST]
        self.files: list[Path] = []
        self.steps = (
            *[self.edit] * 4, self.element, self.status, *[self.delete] * 2, self.restore,
            *[self.note] * 2, self.change_note, self.undo, self.undo_and_redo, self.undo_chosen,
            self.settle, self.add, *[self.export] * 3, *[self.import_] * 2, self.reopen,
        )  # fmt: skip

    def step(self, dice: random.Random) -> None:
        try:
            dice.choice(self.steps)(dice.choice(self.stores), dice)
        except Refused as refused:
            assert refused.key in EXPECTED, refused  # noqa: PT017 - most steps are not refused

    def edit(self, store: Store, dice: random.Random) -> None:
        field = dice.choice(("title", "text"))
        store.edit(dice.choice(self.records), {field: f"{dice.randrange(3)}"})

    def element(self, store: Store, dice: random.Random) -> None:
        field = dice.choice(("regions/twente", "parties/lead/vhto"))
        store.edit(dice.choice(self.records), {field: dice.random() < 0.5})

    def status(self, store: Store, dice: random.Random) -> None:
        store.status(dice.choice(self.records), "met", evidence=f"bewijs {dice.randrange(9)}")

    def delete(self, store: Store, dice: random.Random) -> None:
        store.delete(dice.choice([*self.records, *self._entries(store)]))

    def restore(self, store: Store, dice: random.Random) -> None:
        gone = [str(one["id"]) for one in store.records("agreements") if one["life"] != "live"]
        store.restore(dice.choice(gone or self.records))

    def note(self, store: Store, dice: random.Random) -> None:
        store.note(dice.choice(self.records), f"{dice.randrange(9)}", own=dice.random() < 0.4)

    def change_note(self, store: Store, dice: random.Random) -> None:
        for entry in self._entries(store)[:1]:
            store.edit(entry, {"text": f"anders {dice.randrange(3)}"})

    def undo(self, store: Store, dice: random.Random) -> None:
        store.undo()

    def undo_and_redo(self, store: Store, dice: random.Random) -> None:
        store.undo()
        store.redo()

    def undo_chosen(self, store: Store, dice: random.Random) -> None:
        acts = [row.id for row in store.history(None) if not row.seed]
        if acts:
            store.undo(dice.choice(acts), "vergissing")

    def settle(self, store: Store, dice: random.Random) -> None:
        found = store.conflicts()
        if found:
            one = dice.choice(found)
            kept = dice.choice([claim.value for claim in one.claims] or ["live"])
            store.resolve(one.record, one.field, kept)

    def add(self, store: Store, dice: random.Random) -> None:
        if len(self.records) < 4:
            self.records.append(store.add("agreements", {"title": "n", "kind": "request"}))

    def export(self, store: Store, dice: random.Random) -> None:
        only = None
        if dice.random() < 0.4:
            only = {one for one in sorted(ids(store)) if dice.random() < 0.6}
        self.files.append(store.path.parent / f"{len(self.files)}.json")
        profile = "internal" if dice.random() < 0.2 else "partners"  # to a colleague
        store.snapshots.export(self.files[-1], profile, only)

    def import_(self, store: Store, dice: random.Random) -> None:
        if self.files:
            store.snapshots.import_(dice.choice(self.files))

    def reopen(self, store: Store, dice: random.Random) -> None:
        at = self.stores.index(store)
        store.close()
        self.stores[at] = self.laptops.store(NAMES[at])

    def _entries(self, store: Store) -> list[str]:
        return [str(one["id"]) for one in store.records("entries") if one["life"] != "deleted"]


@contextmanager
def world(template: Path) -> Iterator[World]:
    with tempfile.TemporaryDirectory() as folder:
        laptops = Laptops(template, Path(folder))
        try:
            yield World(laptops)
        finally:
            laptops.close()


def disputed(store: Store) -> set[tuple]:
    return {
        (one.record, one.field, frozenset(repr(claim.value) for claim in one.claims))
        for one in store.conflicts()
        if scope_of(one.record) is None
    }


def disputed_among(records) -> set[tuple]:
    found = set()
    for one in records.values():
        names = {*one.conflicts, *(["life"] if one.life == "contested" else [])}
        for name in names if one.listed or one.life else ():
            claims = one.fields[name].claims if name in one.fields else ()
            found.add((one.id, name, frozenset(repr(claim.value) for claim in claims)))
    return found


@examples(25)
@given(st.integers(0, 2**64))
def test_all_end_with_the_same_arrangement(template: Path, seed: int):
    dice = random.Random(seed)
    with world(template) as three:
        for _ in range(dice.randrange(40)):
            three.step(dice)
        for store in three.stores:
            assert store.check() == []  # kept up act by act = made anew, also halfway
        swap(*three.stores)
        union = {
            act.id: act
            for store in three.stores
            for act in stored_acts(store.connection)
            if act.scope is None
        }
        expected = project(union.values())
        assert view(expected) == Oracle(union.values()).view()
        first, *others = (partners_records(store) for store in three.stores)
        for store in three.stores:
            assert ids(store) == union.keys()
            assert store.check() == []
            assert disputed(store) == disputed_among(expected)
            assert not [one for one in store.problems.all() if one.kind in ("incomplete", "clone")]
        assert all(other == first for other in others)
        lines = [store.snapshots.make().split(b"\n")[1:] for store in three.stores]
        assert lines[0] == lines[1] == lines[2]
