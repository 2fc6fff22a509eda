"""What the overviews say: regions against programmes, and who does what for whom."""

from typing import NamedTuple


class Region(NamedTuple):
    """A column of the matrix: ``short`` is its three capitals, "" where it has none, ``number``
    how many open agreements it has itself."""

    tail: str
    name: str
    short: str
    number: int


class Cell(NamedTuple):
    """How many agreements a region itself has of a programme, each counted in one of these.

    ``open`` are those that every count counts. Of the others ``repeats`` repeat another agreement,
    ``declined`` say that nothing was wanted here, and ``other`` is what is left: wishes, chances
    and offers without a status, and what was done or fell away.
    """

    open: int
    declined: int
    other: int
    repeats: int


class Pair(NamedTuple):
    """What one party does for or with another: open agreements, without the standing ones.

    ``lead`` is the tail of the trekker, None where there is none; ``other`` that of someone else
    in the same agreement, None where nobody else is named. ``number`` counts each agreement once;
    ``roles`` are the other's, each with its count.
    """

    lead: str | None
    other: str | None
    name: str
    short_forms: tuple[str, ...]
    number: int
    roles: tuple[tuple[str, int], ...]

    @property
    def mentioned(self) -> bool:
        """Whether the other is only named as whom it is done with."""
        return bool(self.roles) and all(role == "counterparty" for role, _ in self.roles)


class Leading(NamedTuple):
    """One trekker with all others, most agreements first; ``number`` counts each agreement once.

    ``lead`` is None for what has no trekker.
    """

    lead: str | None
    name: str
    number: int
    pairs: tuple[Pair, ...]
