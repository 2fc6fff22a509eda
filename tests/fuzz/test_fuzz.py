"""Some rounds of the fuzzer, the same each time; `python -m tests.fuzz` reads others for as long as
one likes."""

import os
import subprocess
import sys

ROUNDS = 10
SEED = 1


def test_no_bytes_are_read_otherwise_than_the_rules_say() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--rounds", str(ROUNDS), "--seed", str(SEED)]
    surroundings = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing found" in done.stdout
