"""Some damaged copies, with another seed each time; `python -m tests.damage` reads thousands."""

from pathlib import Path
from random import SystemRandom

from tests.damage.copies import Bench
from tests.damage.filled import fill

COPIES = 4


def test_any_value_in_any_field_is_read(tmp_path: Path) -> None:
    """Merged tables are total: whatever a colleague says of a field is no damage."""
    seed = SystemRandom().randrange(2**32)
    bench = Bench(fill(tmp_path), commands=4)
    for number in range(COPIES):
        try:
            bench.odd(f"{seed} {number}")
        except Exception as error:
            error.add_note(f"python -m tests.damage --odd --seed {seed} --only {number}")
            raise


def test_no_read_of_a_damaged_copy_ends_in_an_error_of_the_program(tmp_path: Path) -> None:
    seed = SystemRandom().randrange(2**32)
    bench = Bench(fill(tmp_path), commands=3)
    for number in range(COPIES):
        try:
            bench.one(f"{seed} {number}")
        except Exception as error:
            error.add_note(f"python -m tests.damage --seed {seed} --only {number}")
            raise
