"""Fields and records about which acts disagree."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from storage.views.act_row import ActRow


class Claim(NamedTuple):
    """One of the values of a field in conflict, with the act that said it; ``when`` and
    ``unverified`` as of that."""

    value: object
    act: str
    at: str
    author: str | None
    organisation: str | None
    device: str
    why: str | None
    when: str
    unverified: str | None = None


class Conflict(NamedTuple):
    """A field with several values, in the order in which they are numbered from 1. ``names`` tells
    what the records are called that these point at."""

    record: str
    code: str | None
    title: str
    field: str
    claims: tuple[Claim, ...]
    before: tuple[object, ...]
    incomplete: bool
    names: Mapping[str, str] = MappingProxyType({})


class Contest(NamedTuple):
    """The acts that deleted a record, or took back its adding, and those on it and its entries
    that none of them saw."""

    deleted: tuple[ActRow, ...]
    taken_back: tuple[ActRow, ...]
    changed: tuple[ActRow, ...]
