"""Many laptops, clocks years apart, cloned devices, and a synchroniser that does its worst: all end
with equal acts and equal tables, and see the same conflicts, all of them true."""

import json
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.acts import Act, act_from
from storage.errors import Refused
from storage.files.atomic import write_whole
from storage.identity import device_identity
from storage.merge import project
from storage.store import Store
from storage.tables.assertions import stored_acts
from tests.exchange.synchroniser import Synchroniser
from tests.merge.oracle import Oracle
from tests.storage.small import Laptops, ids, partners_records
from tests.storage.test_union import EXPECTED, World, disputed, disputed_among
from tests.worlds import view

WORLDS = int(os.environ.get("EXCHANGE_WORLDS", "12"))  # many more when someone has the time
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # flushing to it costs nothing
START = datetime(2014, 10, 7, 9, 12, tzinfo=UTC)
ROUNDS = 8  # of syncing and carrying in which all must be quiet


class PowerCut(BaseException):
    """Whatever was going on ends here."""


class Exchange(World):
    """The same three people, and more, who share a folder."""

    def __init__(self, laptops: Laptops, folder: Path, dice: random.Random) -> None:
        super().__init__(laptops)
        self._folder = folder
        self._clocks = [timedelta(days=dice.choice((0, 0, 40, 3653, -9000))) for _ in range(9)]
        self.synchroniser = Synchroniser([])
        self.all_partners = True
        self._places: list[Path] = []
        for _ in self.stores:
            self._share()
        kept = [step for step in self.steps if step not in (self.export, self.import_)]
        self.steps = (
            *kept, *[self.sync] * 6, *[self.carry] * 4, self.later, self.clone, self.meddle,
            self.sync_on_a_failing_disk,
        )  # fmt: skip

    def step(self, dice: random.Random) -> None:
        store = dice.choice(self.stores)
        with self.clock_of(store):
            try:
                dice.choice(self.steps)(store, dice)
            except Refused as refused:
                assert refused.key in EXPECTED, refused  # noqa: PT017 - most are not refused

    @contextmanager
    def clock_of(self, store: Store) -> Iterator[None]:
        """What time it is on a laptop, as far as its clock knows."""
        now = START + self._clocks[self.stores.index(store)]
        store.today = now.date()
        said = now.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        with mock.patch("storage.clock.now", return_value=said):
            yield

    def place_of(self, store: Store) -> Path:
        return self._places[self.stores.index(store)]

    def sync(self, store: Store, dice: random.Random) -> None:
        profile = "internal" if dice.random() < 0.05 else None
        self.all_partners &= profile is None
        store.exchange.sync(self.place_of(store), profile)

    def sync_on_a_failing_disk(self, store: Store, dice: random.Random) -> None:
        """Nothing can be written or taken away, or the power fails just before or after that."""
        error = dice.choice((Refused("cannot_write", path="", reason=""), PowerCut(), PowerCut()))
        after = dice.random() < 0.5

        def write(path: Path, data: bytes) -> None:
            if after:
                write_whole(path, data)
            raise error

        with (
            mock.patch("storage.exchange.send.write_whole", write),
            mock.patch.object(Path, "unlink", side_effect=PermissionError),
            suppress(PowerCut),
        ):
            store.exchange.sync(self.place_of(store))

    def meddle(self, store: Store, dice: random.Random) -> None:
        """Someone tidies up in the folder who does not know what it is."""
        place = self.place_of(store)
        files = sorted(one for one in place.rglob("*") if one.is_file())
        if files:
            file = dice.choice(files)
            match dice.randrange(4):
                case 0:
                    file.unlink()
                case 1:
                    file.rename(place / f"{len(files)} oud")
                case 2:
                    file.write_bytes(b"hier stond iets")
                case 3 if file.parent != place:
                    file.parent.rename(file.parent.with_name(f"{len(files)} {file.parent.name}"))

    def carry(self, store: Store, dice: random.Random) -> None:
        self.synchroniser.carry(dice)

    def later(self, store: Store, dice: random.Random) -> None:
        """Time goes by: minutes, or months."""
        passed = timedelta(days=dice.choice((0, 1, 33, 400)), minutes=1)
        self._clocks = [clock + passed for clock in self._clocks]

    def clone(self, store: Store, dice: random.Random) -> None:
        """A backup of a whole laptop is put back on another, which goes on as if it were that one;
        or only the file is copied."""
        if len(self.stores) >= 5:
            return
        path = self._folder / f"kloon-{len(self.stores)}" / "klein.db"
        path.parent.mkdir()
        shutil.copy(store.path, path)
        known = device_identity.load(store.path)
        if known is not None and dice.random() < 0.7:
            device_identity.save(path, known)
        here = self.place_of(store)
        self.stores.append(self.laptops.opened(path, "ann"))
        if dice.random() < 0.3:  # on a drive that both have
            self._places.append(here)
        else:
            self._share()

    def reopen(self, store: Store, dice: random.Random) -> None:
        at = self.stores.index(store)
        store.close()
        self.stores[at] = self.laptops.opened(store.path, store.path.parent.name)

    def end(self) -> None:
        """Everyone syncs and everything is carried until nothing moves any more."""
        for _ in range(ROUNDS):
            for store in self.stores:
                with self.clock_of(store):
                    store.exchange.sync(self.place_of(store))
            if not self.synchroniser.settle():
                return
        raise AssertionError("the folders never come to rest")

    def _share(self) -> None:
        place = self._folder / f"map-{len(self._places)}"
        place.mkdir()
        self._places.append(place)
        self.synchroniser.join(place)


@contextmanager
def world(template: Path, dice: random.Random) -> Iterator[Exchange]:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        laptops = Laptops(template, Path(folder))
        try:
            yield Exchange(laptops, Path(folder), dice)
        finally:
            laptops.close()


@settings(max_examples=WORLDS, deadline=None)
@given(st.integers(0, 2**64))
def test_all_end_with_the_same_arrangement(template: Path, seed: int):
    dice = random.Random(seed)
    with world(template, dice) as many:
        for _ in range(dice.randrange(50)):
            many.step(dice)
        many.end()
        union = {
            act.id: act
            for store in many.stores
            for act in stored_acts(store.connection)
            if act.scope is None
        }
        expected = project(union.values())
        assert view(expected) == Oracle(union.values()).view()
        first = partners_records(many.stores[0])
        for store in many.stores:
            assert ids(store) == union.keys()
            assert store.check() == []
            assert disputed(store) == disputed_among(expected)
            assert partners_records(store) == first
            assert not [one for one in store.problems.all() if one.kind == "incomplete"]
        for place in many.synchroniser.places:
            held = {act.id: act for act in whole_acts(place)}
            assert held.keys() >= union.keys()
            if many.all_partners:
                assert {act.scope for act in held.values()} == {None}


def whole_acts(place: Path) -> Iterator[Act]:
    """The acts in a folder, except those in files of which the synchroniser left half."""
    for file in place.rglob("*"):
        lines = file.read_bytes().split(b"\n") if file.is_file() else [b""]
        with suppress(ValueError):
            if json.loads(lines[0])["count"] == len(lines) - 2:
                yield from map(act_from, lines[1:-1])
