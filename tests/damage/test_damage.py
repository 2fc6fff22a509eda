"""Some damaged copies, the same each time; `python -m tests.damage` reads thousands of others."""

from collections.abc import Callable
from pathlib import Path

from tests.damage.copies import Bench, Outcomes
from tests.damage.filled import fill

COPIES = [f"1 {number}" for number in range(4)]
FOUND_ODD = ["1658090077 1", "77 4"]
"""A changed entry was about nothing, and ended the list of what changed; the passages of a document
that is no text gave other words to search in each time."""


def test_any_value_in_any_field_is_read(tmp_path: Path) -> None:
    """Merged tables are total: whatever a colleague says of a field is no damage."""
    _read(Bench(fill(tmp_path), commands=4).odd, FOUND_ODD + COPIES)


def test_no_read_of_a_damaged_copy_ends_in_an_error_of_the_program(tmp_path: Path) -> None:
    _read(Bench(fill(tmp_path), commands=3).one, COPIES)


def _read(one: Callable[[str], Outcomes], seeds: list[str]) -> None:
    for seed in seeds:
        try:
            one(seed)
        except Exception as error:
            error.add_note(f"copy {seed}")
            raise
