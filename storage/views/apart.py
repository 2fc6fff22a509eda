"""What was set apart, and what came of trying it again."""

from typing import NamedTuple


class Apart(NamedTuple):
    """Something from a file that is no valid act: where it stood (``line`` 0 where that is not
    known), why it is none, how many bytes it has, and when it was set apart here."""

    n: int
    file: str
    line: int
    reason: str
    size: int
    arrived: str


class Tried(NamedTuple):
    """What trying again did: ``known`` were valid and here already, ``new`` came in and brought
    ``conflicts``; what is ``left`` is still no valid act, for the reason it has now."""

    new: int
    known: int
    conflicts: int
    left: tuple[Apart, ...]
