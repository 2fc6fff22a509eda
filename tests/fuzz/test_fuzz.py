"""The fuzzer for a bounded time, with another seed each time; it prints the one that it took."""

import subprocess
import sys

SECONDS = 10


def test_no_bytes_are_read_otherwise_than_the_rules_say() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", str(SECONDS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing found" in done.stdout
