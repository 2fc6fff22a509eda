"""Three laptops with random work, swapping files in random order, by commands only."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.cli.conftest import Desk
from tests.depth import DEPTH

CODES = ("TWE-04", "TWE-05", "ZWO-01")
ROUNDS = 60


def work(desk: Desk, dice: Random, n: int) -> None:
    """One random command; many are refused, as they should be."""
    code = dice.choice(CODES)
    status = dice.choice(("open", "on_hold", "in_progress"))
    words = dice.choice(
        [
            ("edit", code, f"goal=doel {n % 3}"),
            ("edit", code, dice.choice(("regions+=zwolle", "regions-=zwolle"))),
            ("edit", code, f"term=in week {n % 2}"),
            ("status", code, status, "--why", "zo besproken"),
            ("note", code, f"aantekening {n}"),
            ("note", code, f"eigen aantekening {n}", "--own"),
            ("delete", code), ("restore", code), ("undo",), ("redo",),
            ("resolve", code, "goal", "--take", "1"),
            ("resolve", code, "status", "--take", "2"),
            ("resolve", code, "life", "--value", "live"),
        ]
    )  # fmt: skip
    desk.attempt(*words)


def swap(sender: Desk, receiver: Desk, folder: Path) -> None:
    file = folder / f"{sender.name}.json"
    sender.run("export", file)
    receiver.attempt("import", file)


def seen(desk: Desk) -> tuple[object, ...]:
    """What partners share: all records, all acts; and what is in conflict."""
    found = json.loads(desk.run("export", "-").stdout)
    conflicts = json.loads(desk.attempt("conflicts", "--format", "json").stdout)
    return found["records"], found["acts"], conflicts


@pytest.mark.parametrize("seed", range(DEPTH))
def test_all_end_equal(desk_of: Callable[[str], Desk], tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    desks = [desk_of(name) for name in ("Anna", "Bart", "Cor")]
    for n in range(ROUNDS):
        work(dice.choice(desks), dice, n)
        if dice.random() < 0.3:
            swap(*dice.sample(desks, 2), tmp_path)
    for _ in range(2):
        for sender in desks:
            for receiver in dice.sample(desks, 3):
                swap(sender, receiver, tmp_path)
    first, second, third = (seen(desk) for desk in desks)
    assert first == second == third
    for desk in desks:
        assert desk.json("check") == []
