"""Some games with another seed each time; what was found before is played again the same way with
the seed that was printed: ``ARRANGEMENT_SEED=1234 pytest tests/play``."""

import subprocess
import sys

import pytest

SECONDS = {"screen": 20, "commands": 10}


@pytest.mark.parametrize("what", SECONDS)
def test_nothing_typed_ends_it_or_shows_what_is_not_there(what: str) -> None:
    command = [sys.executable, "-m", "tests.play", "--seconds", str(SECONDS[what]), what]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing found" in done.stdout
