"""One field that an act set."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class LastSaid(NamedTuple):
    """Who last said something of a field, when and why; ``author`` is None while no name is
    known, ``here`` tells that it was written in this file."""

    author: str | None
    seed: bool
    here: bool
    when: str
    why: str | None


class FieldChange(NamedTuple):
    """One field that an act set: values as in JSON records; ``before`` None where nothing stood.
    ``names`` tells what the records are called that these values point at, ``code`` is that of
    the record, or of what an entry is about, where that has one; ``said`` tells who said it last,
    where that is no act by itself."""

    record: str
    record_title: str
    field: str
    before: object
    value: object
    names: Mapping[str, str] = MappingProxyType({})
    code: str | None = None
    said: LastSaid | None = None
