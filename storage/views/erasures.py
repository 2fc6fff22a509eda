"""Erasures as screen and commands show them."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from storage.views.act_row import ActRow


class ErasedPlace(NamedTuple):
    """A field of which an erased act said something, and of which record."""

    record: str
    title: str
    field: str


class Erasure(NamedTuple):
    """An act that erases others, and what was decided of that here: None while that waits.

    ``acts`` is how many it names, of which ``here`` have their body here and ``unknown`` left
    nothing here at all, not even which fields they set; ``places`` are all that are known.
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


class SaidAgain(NamedTuple):
    """A field that the act which erases says again, on what stands there: its ``value`` is without
    what must go. The name of a ``stuck`` field has it too, and stays. ``names`` tells what the
    records are called that the value points at."""

    record: str
    title: str
    field: str
    before: object
    value: object
    stuck: bool
    names: Mapping[str, str] = MappingProxyType({})


class AlsoThere(NamedTuple):
    """Where a name that goes also stands: in an ``act`` that was made ``at`` that moment, in its
    reason (``field`` is "why"), or in something that is set apart, by its number."""

    act: str | None
    at: str | None
    apart: int | None
    record: str
    title: str
    field: str


class Holder(NamedTuple):
    """Who, or what, has a copy of this file or of what was in it: a ``device``, a ``folder``, a
    ``file`` that came in, a daily ``copy``, or what a backup ``replaced``; and since when that is
    known."""

    kind: str
    name: str
    when: str


class WouldErase(NamedTuple):
    """What erasing would do: the ``acts`` that go, in the first hundreds, and how many there are;
    what is said ``again``; where the ``names`` in them ``also`` stand, and in how many places
    ``more``; and the ``holders`` of copies."""

    acts: "tuple[ActRow, ...]"
    number: int
    again: tuple[SaidAgain, ...]
    names: tuple[str, ...]
    also: tuple[AlsoThere, ...]
    more: int
    holders: tuple[Holder, ...]


class Erased(NamedTuple):
    """What was erased here: by which acts, how many it were, and whether nothing is left of them in
    the file."""

    erasures: tuple[str, ...]
    number: int
    clean: bool


class OldCopy(NamedTuple):
    """A copy beside the file in which still stands what was erased; ``why`` it could not be made
    anew, or looked into, by the key of a refusal."""

    path: Path
    why: str | None
