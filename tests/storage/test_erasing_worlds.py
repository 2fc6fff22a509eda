"""Laptops that work, exchange in parts and erase, with forged files among theirs: in the end all
say the same, and what was erased stands in no byte."""

import os
import random
from pathlib import Path

import pytest

from storage.backups.daily_copies import copies
from storage.errors import Refused
from storage.store import Store
from tests.storage.small import BOOST, VHTO, Laptops, send, swap
from tests.storage.written import file_of
from tests.worlds import act, stub

NAME = "Wilhelmina Klaassen"
STEPS = 40


class World:
    """Three laptops and a folder, with someone hostile beside them."""

    def __init__(self, laptops: Laptops, folder: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.stores = [laptops.store(name) for name in ("ann", "bob", "eva")]
        self.folder = folder
        self.notes: list[str] = []
        self.old: list[bytes] = []

    def step(self) -> None:
        store = self.dice.choice(self.stores)
        what = self.dice.choice((self.write, self.write, self.note, self.part, self.sync,
                                 self.erase, self.decide, self.forge, self.delete))  # fmt: skip
        try:
            what(store)
        except Refused as refused:  # a person is refused now and then; nothing else may go wrong
            assert refused.key in EXPECTED, refused  # noqa: PT017 - any of many steps

    def write(self, store: Store) -> None:
        field, word = self.dice.choice(("goal", "text", "reading")), self.dice.choice((NAME, "x"))
        record = self.dice.choice((VHTO, BOOST))
        seen = store.log.seen(record)
        store.edit(record, {field: f"{word} {self.dice.random()}"}, f"van {word}", seen=seen)

    def note(self, store: Store) -> None:
        record = self.dice.choice((VHTO, BOOST))
        self.notes.append(store.note(record, f"met {NAME}", own=self.dice.random() < 0.3))

    def delete(self, store: Store) -> None:
        there = [one for one in self.notes if _knows(store, one)]
        if there:
            (store.delete, store.restore)[self.dice.random() < 0.3](self.dice.choice(there))

    def part(self, store: Store) -> None:
        other = self.dice.choice([one for one in self.stores if one is not store])
        ids = [row.id for row in store.history(None)]
        send(store, other, only={*self.dice.sample(ids, self.dice.randint(1, len(ids)))})
        self.old.append((store.path.parent / "stick.json").read_bytes())

    def sync(self, store: Store) -> None:
        store.exchange.sync(self.folder, "internal")

    def erase(self, store: Store) -> None:
        rows = [row for row in store.history(None) if NAME in repr(store.log.whole(row.id))]
        if rows:
            chosen = self.dice.sample(rows, min(len(rows), self.dice.randint(1, 3)))
            store.erasures.erase([row.id for row in chosen], words=[NAME])

    def decide(self, store: Store) -> None:
        waiting = store.erasures.pending()
        if waiting:
            store.erasures.confirm([self.dice.choice(waiting).act])

    def forge(self, store: Store) -> None:
        """A stub with other bytes of something that is here, and one that undoes all."""
        ids = [row.id for row in store.history(None)]
        target = self.dice.choice(ids)
        forged = [stub(target, {(VHTO, "title"): ids[:2]}, ids), stub("f" * 64, {}, ids)]
        path = store.path.parent / "vals.json"
        path.write_bytes(file_of([act({("entries/vals", "text"): "vals"})], forged))
        store.snapshots.import_(path)

    def end(self) -> None:
        """All decide to erase all, and everyone gets everything."""
        for _ in range(3):
            for store in self.stores:
                rows = [row for row in store.history(None) if NAME in repr(store.log.whole(row.id))]
                if rows:
                    store.erasures.erase([row.id for row in rows], words=[NAME])
            for store in self.stores:
                store.exchange.sync(self.folder, "internal")
                store.erasures.confirm([one.act for one in store.erasures.pending()])
                store.erasures.confirm([one.act for one in store.erasures.decided()])
        for store in (*self.stores, *self.stores):
            store.exchange.sync(self.folder, "internal")
            store.erasures.confirm([one.act for one in store.erasures.pending()])


EXPECTED = (
    "in_conflict", "deleted", "not_deleted", "nothing_changed", "unknown_code", "no_erasure",
)  # fmt: skip


def _knows(store: Store, record: str) -> bool:
    return any(one["id"] == record for one in store.records("entries"))


@pytest.mark.parametrize("seed", range(int(os.environ.get("ARRANGEMENT_WORLDS", "2"))))
def test_all_say_the_same_and_nothing_of_it_is_left(laptops: Laptops, tmp_path: Path, seed: int):
    folder = tmp_path / "map"
    folder.mkdir()
    world = World(laptops, folder, seed)
    for _ in range(STEPS):
        world.step()
    world.end()
    for store in world.stores:
        assert store.check() == []
        assert store.erasures.pending() == []
        assert NAME.encode() not in store.path.read_bytes()
        store.erasures.copies_anew()
        assert not any(NAME.encode() in copy.path.read_bytes() for copy in copies(store.path))
        assert NAME.encode() not in store.snapshots.make("internal")
    assert not any(NAME.encode() in file.read_bytes() for file in folder.rglob("*.jsonl"))
    first, *others = world.stores
    for other in others:
        for type_ in ("agreements", "entries", "authors", "people"):
            assert other.records(type_) == first.records(type_)
    for data in world.old:  # what was sent before brings nothing back
        path = tmp_path / "oud.json"
        path.write_bytes(data)
        first.snapshots.import_(path)
    assert NAME.encode() not in first.path.read_bytes()
    assert first.check() == []
    swap(*world.stores)
