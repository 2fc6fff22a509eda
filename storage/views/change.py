"""A change that a person makes: what to set, where, on what was seen; and what it would do.

A form, the assignments of the command line and the methods of the store all give one of these to
the engine (``storage.editing.engine``), which checks and writes it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from storage.errors import Refused
from storage.views.field_change import FieldChange

_NONE: Mapping[str, Any] = MappingProxyType({})


class FieldSeen(NamedTuple):
    """A field as it was seen: ``parents`` are the ids of the acts on which a next act stands
    there, ``heads`` those whose values stood. In a conflict a next act stands on the value that
    was shown, and on no other: that one stays beside it until someone chooses."""

    parents: tuple[str, ...]
    heads: tuple[str, ...]


Seen = Mapping[str, FieldSeen]
"""What was seen of a record, by field as acts name fields; a field that is not in it was empty."""

EMPTY = FieldSeen((), ())


class Change(NamedTuple):
    """What is to be said, in any number of records or in a new one; all of it in one act for each
    scope.

    ``records`` are ids; ``new`` is the type of a record to add. ``sets`` are values by field, as
    acts name fields (``title``, ``regions/zwolle``), and by ``life``: "live" or "deleted".
    With ``tail`` the new record has this one, so that other changes of the same act can point at
    it. ``whole`` says by the beginning of the elements of a set (``parties/lead``) which of them
    stay: all others that begin so are taken out. ``entry`` has the fields of an entry that is
    written about each record. With ``own`` what is added does not leave the organisation. ``make``
    has the names, by id, of records to which this refers and that are made along.

    Each field is said on all that is known here of it, and a field in conflict is then refused.
    With ``seen``, of a single record, its fields are said on what was seen of them, and what
    others said meanwhile stands beside it; the fields in ``chosen`` are said also where the value
    is the one that shows: of several in conflict it was chosen. What ``settles`` chooses a value
    for a field in conflict, on purpose, and for no other. ``meeting`` is the tail of the one in
    which it was said. What closes a meeting names in ``adopts`` the ids of the agreements that it
    adopts.
    """

    records: tuple[str, ...] = ()
    new: str | None = None
    tail: str = ""
    sets: Mapping[str, object] = _NONE
    whole: Mapping[str, tuple[str, ...]] = _NONE
    entry: Mapping[str, object] | None = None
    own: bool = False
    make: Mapping[str, str] = _NONE
    reason: str | None = None
    seen: Seen | None = None
    chosen: frozenset[str] = frozenset()
    settles: bool = False
    meeting: str | None = None
    adopts: tuple[str, ...] = ()


class Skipped(NamedTuple):
    """A record in which a change cannot be made, and why."""

    record: str
    refused: Refused


class ChangePreview(NamedTuple):
    """What a change would do, in the order in which the records were given.

    ``touched`` are the records in which something changes, with their fields; a new entry is no
    field of the record, and the titles of records are left out.
    """

    change: Change
    touched: Mapping[str, tuple[FieldChange, ...]]
    skipped: tuple[Skipped, ...]


class Applied(NamedTuple):
    """What was written: the ids of the acts, and of the records that were added."""

    acts: tuple[str, ...]
    added: tuple[str, ...]
