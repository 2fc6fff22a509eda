"""Some damaged copies, with another seed each time; `python -m tests.damage` reads thousands."""

from pathlib import Path
from random import SystemRandom

from tests.damage.copies import Bench
from tests.damage.filled import fill

COPIES = 6


def test_no_read_of_a_damaged_copy_ends_in_an_error_of_the_program(tmp_path: Path) -> None:
    seed = SystemRandom().randrange(2**32)
    bench = Bench(fill(tmp_path), commands=3)
    for number in range(COPIES):
        try:
            bench.one(f"{seed} {number}")
        except Exception as error:
            error.add_note(f"python -m tests.damage --seed {seed} --only {number}")
            raise
