"""Erasures as screen and commands show them."""

from typing import NamedTuple


class ErasedPlace(NamedTuple):
    """A field of which an erased act said something, and of which record."""

    record: str
    title: str
    field: str


class Erasure(NamedTuple):
    """An act that erases others, and what was decided of that here: None while that waits.

    ``acts`` is how many it names, of which ``here`` have their body here and ``unknown`` left
    nothing here at all, not even which fields they set; ``places`` are some of those that are
    known, and there are ``more``.
    """

    act: str
    at: str
    author: str | None
    device: str
    own: bool
    why: str | None
    confirmed: bool | None
    decided: str | None
    acts: int
    here: int
    unknown: int
    places: tuple[ErasedPlace, ...]
    more: int
