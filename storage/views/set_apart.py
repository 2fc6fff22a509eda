"""What was set apart, and what came of trying it again or accepting it."""

from typing import NamedTuple

from storage.views.import_preview import Gone


class Bad(NamedTuple):
    """Something in a file that is not a valid act, kept as it came."""

    line: int
    reason: str
    data: bytes


class Quarantined(NamedTuple):
    """Something from a file that is no valid act: where it stood (``line`` 0 where that is not
    known), why it is none, how many bytes it has, and when it was set apart here. Or so many
    ``acts`` in the name of the seed, 0 of which make the former: all that came at once."""

    n: int
    file: str
    line: int
    reason: str
    size: int
    arrived: str
    acts: int


class Readmitted(NamedTuple):
    """What trying again or accepting did: ``known`` were valid and here already, ``new`` came in,
    brought ``conflicts`` and took the records ``gone`` out; what is ``left`` stays set apart, for
    the reason it has now."""

    new: int
    known: int
    conflicts: int
    left: tuple[Quarantined, ...]
    gone: tuple[Gone, ...] = ()
