"""A real synchroniser carries the folder between two laptops that work at the same time."""

import hashlib
import time
from pathlib import Path

import pytest

from storage.store import Store
from tests.processes.laptop import DONE, LONG, Laptop
from tests.processes.synchroniser import carrying, why_not
from tests.storage.small import ARRANGEMENT, small

pytestmark = pytest.mark.sockets  # asks Syncthing how far it is
CODES = ("KLEIN-2-TWE-01", "KLEIN-2-TWE-02")
GOALS = ("goal", "condition", "reading")  # one each round: what is in conflict is not edited
ROUNDS = len(GOALS)
PATIENCE = 120  # seconds in which what was written must have been carried over


@pytest.fixture(scope="module", autouse=True)
def _synchroniser() -> None:
    reason = why_not()
    if reason is not None:
        print(f"no Syncthing: {reason}")
        pytest.skip(reason)


@pytest.fixture
def laptops(tmp_path: Path) -> tuple[Laptop, Laptop]:
    found = Laptop(tmp_path, "Anna"), Laptop(tmp_path, "Bart")
    for laptop in found:
        Store.create(laptop.db, ARRANGEMENT, small())
        place(laptop).mkdir()
    return found


def place(laptop: Laptop) -> Path:
    return laptop.home / "gedeeld"


def at_once(*started: tuple[Laptop, tuple[object, ...]]) -> None:
    """These commands, each a program, all at the same time."""
    programs = [(laptop.start(*words), words) for laptop, words in started]
    for program, words in programs:
        told = program.communicate(timeout=LONG)
        assert program.returncode in DONE, (words, told)


def sync(*laptops: Laptop) -> None:
    at_once(*((laptop, ("sync", place(laptop))) for laptop in laptops))


def until_all_is_everywhere(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    until = time.monotonic() + PATIENCE
    while True:
        sync(*laptops)
        if first.shared()[1] == second.shared()[1]:
            return
        assert time.monotonic() < until, [sorted(place(one).rglob("*")) for one in laptops]
        time.sleep(0.5)


def test_two_that_work_at_the_same_time_end_equal(
    laptops: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    with carrying(tmp_path, [place(one) for one in laptops]):
        for n in range(ROUNDS):
            at_once(
                *((one, ("edit", CODES[0], f"{GOALS[n]}={one.name}", "--why",
                   f"{one.name} doel {n}"))
                  for one in laptops)
            )  # fmt: skip
            sync(*laptops)
            at_once(
                *((one, ("note", CODES[1], f"van {one.name}", "--why", f"{one.name} noot {n}"))
                  for one in laptops)
            )  # fmt: skip
            sync(laptops[n % 2])
        until_all_is_everywhere(laptops)
        let_months_pass(place(laptops[0]))
        laptops[0].run("note", CODES[0], "daarna", "--why", "daarna")
        until_all_is_everywhere(laptops)
    said = {f"{one.name} {what} {n}" for one in laptops for what in ("doel", "noot")
            for n in range(ROUNDS)} | {"daarna"}  # fmt: skip
    for laptop in laptops:
        assert said <= laptop.reasons()
        assert laptop.is_sound()
        assert laptop.look("conflicts"), "both gave a field a value that the other had not seen"
        for file in place(laptop).rglob("[!.]*.acts.jsonl"):
            assert hashlib.sha256(file.read_bytes()).hexdigest() == file.name[:64], file
    assert laptops[0].shared() == laptops[1].shared()


def let_months_pass(folder: Path) -> None:
    """What lies there was written long ago, so that it is joined; the other sees files come and
    go meanwhile."""
    old = folder / "2025-03"
    old.mkdir()
    for file in [*folder.glob("20*/*.jsonl")]:
        file.replace(old / file.name)
