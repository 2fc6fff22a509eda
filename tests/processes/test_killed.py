"""Programs that are killed at any moment: what they said was done is there, and nothing is half.

ARRANGEMENT_KILLS says how many must die; few in CI.
"""

import os
from pathlib import Path
from random import Random

import pytest

from tests.processes.office import Office

KILLS = int(os.environ.get("ARRANGEMENT_KILLS", "6"))
SEED = int(os.environ.get("ARRANGEMENT_DICE", "1"))

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")


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
    office.names.are_nowhere(office.laptops, office.shared)
    print(f"killed: {dict(office.reaper.killed)}; done before that: {office.reaper.survived}")
