"""What a folder of TOML files says of an arrangement, and what is wrong or doubtful in it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from storage.errors import Refused
from storage.phrases import Interpretation


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a file; ``reason`` is the refusal that a form would give."""

    file: Path
    line: int
    record: str
    field: str
    reason: Refused


@dataclass(frozen=True, slots=True)
class Remark:
    """A term whose words were not read, or with something that they do not say, counted from
    ``day``; no mistake."""

    file: Path
    line: int
    record: str
    term: dict[str, object]
    reading: Interpretation | None
    day: date


class BadSeed(Exception):  # noqa: N818 - it is the seed that is bad
    """A folder that cannot be taken as an arrangement, with every mistake found in it."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = mistakes
        super().__init__(f"{len(mistakes)} mistakes")


@dataclass(frozen=True, slots=True)
class Seeded:
    """A record of the seed: its id and its values by field, as acts name fields."""

    id: str
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class Seed:
    """An arrangement as a folder has it.

    ``released`` is the day (ISO) that its acts claim: whoever makes a file of the same folder has
    the same acts. ``remarks`` tells of terms what their writer may want to put right.
    """

    arrangement: str
    released: str
    records: list[Seeded]
    remarks: tuple[Remark, ...] = ()
