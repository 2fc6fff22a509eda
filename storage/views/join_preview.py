"""What a join would do: what follows, and which of both values shows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from storage.views.consequences import NONE, Consequences


class Referring(NamedTuple):
    """How many records of a type point with a field at the one that gives way."""

    type: str
    field: str
    number: int


class Beside(NamedTuple):
    """A field in which both differ: what shows, and what stays behind at the one that gives way.
    Values are as in JSON records; ``names`` tells what they point at is called."""

    field: str
    shows: object
    stays: object
    names: Mapping[str, str] = MappingProxyType({})


class Joining(NamedTuple):
    """``named`` and ``stands`` are the code, if there is one, and the title of both; ``follows`` is
    what becomes of what people said."""

    record: str
    into: str
    named: tuple[str | None, str]
    stands: tuple[str | None, str]
    references: tuple[Referring, ...]
    fields: tuple[Beside, ...]
    follows: Consequences = NONE
