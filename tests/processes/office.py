"""Laptops that work, swap files, share a folder and erase, and are killed while at it."""

import hashlib
import json
from pathlib import Path
from random import Random

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.store import Store
from tests.processes.laptop import DONE, LONG, Laptop, Reaper
from tests.processes.names_said import NamesSaid
from tests.storage.small import ARRANGEMENT, small

CODES = ("KLEIN-2-TWE-01", "KLEIN-2-TWE-02")
NAMES = ("Anna", "Bart", "Cor")
MANY = 400  # organisations, so that a file takes some time to write and to read


class Office:
    """What each said was done is there after every step, and nothing is half."""

    def __init__(self, folder: Path, dice: Random) -> None:
        self.dice = dice
        self.laptops = [Laptop(folder, name) for name in NAMES]
        self.stick = folder / "stick"
        self.shared = folder / "gedeeld"
        self.stick.mkdir()
        self.shared.mkdir()
        self.reaper = Reaper(dice)
        self.names = NamesSaid(dice, self.reaper)
        self._said = 0
        many = {f"organisations/o{n}": {"name": f"Organisatie {n} " * 20} for n in range(MANY)}
        more = acts([Seeded(id_, dict(values)) for id_, values in many.items()])
        for laptop in self.laptops:
            Store.create(laptop.db, ARRANGEMENT, [*small(), *more])

    def step(self) -> None:
        """One of them does something, and is killed while it does."""
        laptop = self.dice.choice(self.laptops)
        erasing = [self.erase, self.names.confirm, self.names.clean]
        what = self.dice.choice((self.write, self.export, self.take, *[self.sync] * 3, *erasing))
        what(laptop)
        assert laptop.is_sound(), laptop.name
        assert laptop.acknowledged <= laptop.reasons()
        self.names.are_gone(laptop)

    def write(self, laptop: Laptop) -> None:
        self._said += 1
        why = f"reden {self._said}"
        code = self.dice.choice(CODES)
        field = self.dice.choice(("goal", "title"))
        settles = ("resolve", code, field, "--take", 1)
        edits = ("edit", code, f"{field}={field} {self._said}")
        words = self.dice.choice(
            [
                settles if laptop.disputes(code, field) else edits,
                ("note", code, f"aantekening {self._said}"),
                ("add", "organisations", f"name=Nieuw {self._said}"),
            ]
        )
        if self.reaper.run(laptop, *words, "--why", why):
            laptop.acknowledged.add(why)

    def erase(self, laptop: Laptop) -> None:
        """Others have what goes, most times."""
        self.names.say(laptop, self.dice.choice(CODES))
        if self.dice.random() < 0.7:
            for one in self.laptops:
                one.do("sync", self.shared)
        self.names.erase(laptop)

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
        """Nobody is killed any more, everyone gets everything and erases what was asked."""
        for last in (False, True):
            for laptop in self.laptops * 2:
                laptop.do("sync", self.shared)
            for laptop in () if last else self.laptops:
                self.names.confirm_all(laptop)
