"""One change in many records, and what it would do in each."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from storage.errors import Refused

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Step(NamedTuple):
    """A change that can be made in any number of records.

    ``sets`` are values by field, as acts name fields; ``life`` is one of them. ``whole`` says
    by the beginning of the elements of a set (``parties/lead``) which of them stay: all others
    that begin so are taken out. ``entry`` is written about each record, not for partners if
    ``own``; ``make`` are records to which this refers and that are made along, names by id.
    """

    sets: Mapping[str, object] = _NOTHING
    whole: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    entry: Mapping[str, object] | None = None
    own: bool = False
    why: str | None = None
    make: Mapping[str, str] = MappingProxyType({})


class Said(NamedTuple):
    """A field that changes: what it says now, and what it is to say."""

    field: str
    before: object
    value: object


class Touched(NamedTuple):
    """A record in which something changes; a new aantekening is none of ``changes``."""

    record: str
    changes: tuple[Said, ...]


class LeftOut(NamedTuple):
    """A record in which it cannot be done, and why."""

    record: str
    refused: Refused


class Would(NamedTuple):
    """What a step would do, in the order in which the records were given."""

    step: Step
    touched: tuple[Touched, ...]
    left: tuple[LeftOut, ...]
