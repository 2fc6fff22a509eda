"""Programs that are killed at any moment: what they said was done is there, and nothing is half.

ARRANGEMENT_KILLS says how many must die; few in CI.
"""

import hashlib
import json
import os
from pathlib import Path
from random import Random

import pytest

from seed.acts import acts
from seed.loader import Seeded
from storage.store import Store
from tests.processes.laptop import DONE, LONG, Laptop, Reaper
from tests.storage.small import ARRANGEMENT, small

KILLS = int(os.environ.get("ARRANGEMENT_KILLS", "8"))
SEED = int(os.environ.get("ARRANGEMENT_DICE", "1"))
CODES = ("KLEIN-2-TWE-01", "KLEIN-2-TWE-02")
NAMES = ("Anna", "Bart", "Cor")
MANY = 400  # organisations, so that a file takes some time to write and to read

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")


class Office:
    """Laptops that work, swap files by a stick and share a folder, and are killed while at it."""

    def __init__(self, folder: Path, dice: Random) -> None:
        self.dice = dice
        self.laptops = [Laptop(folder, name) for name in NAMES]
        self.stick = folder / "stick"
        self.shared = folder / "gedeeld"
        self.stick.mkdir()
        self.shared.mkdir()
        self.reaper = Reaper(dice)
        self._said = 0
        many = {f"organisations/o{n}": {"name": f"Organisatie {n} " * 20} for n in range(MANY)}
        more = acts([Seeded(id_, dict(values)) for id_, values in many.items()])
        for laptop in self.laptops:
            Store.create(laptop.db, ARRANGEMENT, [*small(), *more])

    def step(self) -> None:
        """One of them does something, and is killed while it does."""
        laptop = self.dice.choice(self.laptops)
        what = self.dice.choice((self.write, self.export, self.take, *[self.sync] * 3))
        what(laptop)
        assert laptop.is_sound(), laptop.name
        assert laptop.acknowledged <= laptop.reasons()

    def write(self, laptop: Laptop) -> None:
        self._said += 1
        why = f"reden {self._said}"
        code = self.dice.choice(CODES)
        words = self.dice.choice(
            [
                ("edit", code, f"goal=doel {self._said}"),
                ("edit", code, f"title=titel {self._said}"),
                ("note", code, f"aantekening {self._said}"),
                ("add", "organisations", f"name=Nieuw {self._said}"),
            ]
        )
        if self.reaper.run(laptop, *words, "--why", why):
            laptop.acknowledged.add(why)

    def export(self, laptop: Laptop) -> None:
        """Over the file of the last time, which is there until the new one is."""
        file = self.stick / f"{laptop.name}.json"
        was_there = file.exists()
        done = self.reaper.run(laptop, "export", file)
        assert file.exists() or not (done or was_there)
        for one in self.stick.glob("*.json"):
            assert self.dice.choice(self.laptops).reads(one), one

    def take(self, laptop: Laptop) -> None:
        files = sorted(self.stick.glob("*.json"))
        if files:
            self.reaper.run(laptop, "import", self.dice.choice(files))

    def sync(self, laptop: Laptop) -> None:
        """While another does so too; most times there is something to join."""
        joins = self.dice.random() < 0.7
        if joins:
            self.let_others_write(laptop)
            self.let_months_pass()
        other = self.dice.choice(self.laptops)
        words = ("sync", self.shared, "--format", "json")
        beside = other.start(*words) if other is not laptop else None
        self.reaper.run(laptop, *words, kind="joining sync" if joins else "sync")
        if beside is not None:
            told, why = beside.communicate(timeout=LONG)
            assert beside.returncode in DONE, why
            assert json.loads(told)["spoilt"] == []
        for file in self.shared.rglob("[!.]*.acts.jsonl"):
            assert hashlib.sha256(file.read_bytes()).hexdigest() == file.name[:64], file

    def let_others_write(self, laptop: Laptop) -> None:
        """Each leaves a file of their own in the folder."""
        for other in self.laptops:
            if other is not laptop:
                self._said += 1
                why = f"reden {self._said}"
                other.do("note", self.dice.choice(CODES), "tussendoor", "--why", why)
                other.acknowledged.add(why)
                other.do("sync", self.shared)

    def let_months_pass(self) -> None:
        """What lies in the folder was written long ago, so that it is joined."""
        for month in sorted(self.shared.iterdir()):
            old = self.shared / f"2025-{self.dice.randrange(1, 12):02}"
            old.mkdir(exist_ok=True)
            for file in month.iterdir():
                file.replace(old / file.name)

    def settle(self) -> None:
        """Nobody is killed any more, and everyone gets everything."""
        for _ in range(2):
            for laptop in self.laptops:
                laptop.run("sync", self.shared)


def test_killed_at_any_moment(tmp_path: Path) -> None:
    office = Office(tmp_path, Random(SEED))
    while sum(office.reaper.killed.values()) < KILLS:
        office.step()
    office.settle()
    said = set[str]().union(*(laptop.acknowledged for laptop in office.laptops))
    first, *others = office.laptops
    for laptop in office.laptops:
        assert laptop.is_sound()
        assert said <= laptop.reasons()
    for laptop in others:
        assert laptop.shared() == first.shared()
    print(f"killed: {dict(office.reaper.killed)}; done before that: {office.reaper.survived}")
