"""How far agreements are, in numbers."""

from typing import NamedTuple

from storage.views.agreement_list import AgreementRow


class ProgressCount(NamedTuple):
    """How many agreements have each status, what is done first; ``declined`` were never wanted.
    Repeats count nowhere, and other kinds without a status are in ``total`` only."""

    statuses: tuple[tuple[str, int], ...]
    declined: int
    total: int
    repeats: int


class ProgressRow(NamedTuple):
    """How far the agreements are that one record has of another: of a region those of a programme.

    ``number`` are open; ``last`` is when one of them was last changed by a person (UTC), None where
    none was.
    """

    id: str
    name: str
    far: ProgressCount
    number: int
    last: str | None


class Care(NamedTuple):
    """What asks for attention: an agreement that is ``late``, in ``conflict``, or has a ``signal``
    with its reason."""

    row: AgreementRow
    why: str
    fields: tuple[str, ...] = ()
    reason: str = ""
