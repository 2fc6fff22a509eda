"""What taking acts back would do."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from storage.views.consequences import NONE, Consequences
from storage.views.field_change import FieldChange


class Stays(NamedTuple):
    """A field that taking back leaves as it is, because it was changed again: what it says, who
    says so and when. ``names`` as of a change."""

    record: str
    record_title: str
    field: str
    value: object
    author: str | None
    at: str
    names: Mapping[str, str] = MappingProxyType({})


class TakingBack(NamedTuple):
    """What taking acts back would do: what would change, what stays, and of how many records
    besides this was not worked out; and what becomes of what people said, of all of them.
    Of ``passages`` of the document only is told how many, and what the first of them does."""

    changes: tuple[FieldChange, ...]
    stays: tuple[Stays, ...]
    besides: int = 0
    follows: Consequences = NONE
    passages: int = 0
    passages_then: Literal["gone", "back", "other"] = "other"
