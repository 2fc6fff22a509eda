"""What found something before, and some games that are the same each time: ``python -m
tests.play`` plays others for as long as one likes."""

import os
import subprocess
import sys

import pytest

ROUNDS = {"screen": 2, "commands": 1}
SEED = 1


@pytest.mark.parametrize("what", ROUNDS)
def test_nothing_typed_ends_it_or_shows_what_is_not_there(what: str) -> None:
    how = ["--rounds", str(ROUNDS[what]), "--seed", str(SEED)]
    command = [sys.executable, "-m", "tests.play", *how, what]
    surroundings = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing found" in done.stdout
