"""One field that an act set."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class FieldChange(NamedTuple):
    """One field that an act set: values as in JSON records; ``before`` None where nothing stood.
    ``names`` tells what the records are called that these values point at, ``code`` is that of
    the record, or of what an entry is about, where that has one."""

    record: str
    record_title: str
    field: str
    before: object
    value: object
    names: Mapping[str, str] = MappingProxyType({})
    code: str | None = None
