"""What a merge leaves and a form would not allow."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Problem(NamedTuple):
    """Something that a merge can leave and a form would not allow, with what it stands on. One that
    is ``resting`` was seen by who works here, asks nothing and is as it was then."""

    kind: str
    record: str
    code: str | None
    title: str
    details: Mapping[str, object] = MappingProxyType({})
    resting: bool = False
