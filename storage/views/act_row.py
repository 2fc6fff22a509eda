"""Acts as the history shows them, and which of them it is asked for."""

from typing import NamedTuple

from storage.views.field_change import FieldChange
from storage.views.laptops import Person


class ActFilter(NamedTuple):
    """Which acts a history is asked for: all of them, or those on a record and its entries, on one
    of its fields, of an author (by id), that arrived since a day or a time (or after the nth,
    `#n`), on records of a type, and with ``mine`` those of who writes here that were written here
    and can be taken back.
    """

    record: str | None = None
    field: str | None = None
    by: str | None = None
    since: str | None = None
    type: str | None = None
    mine: bool = False


class ActRow(NamedTuple):
    """One act as the history shows it; ``here`` tells that it was written in this file.

    ``author`` is None while no name is known, ``file`` is the name of the file through which it
    arrived, where it came so and that is known. ``at`` is the time that it claims and ``when`` the
    one by which lists order and date it: that of its arrival, where the clock was wrong. Of one
    that someone asks ``to_erase``, and nobody decided on here, neither values nor the reason are
    told unless they are asked for. ``unverified`` is the file from which it was saved, where that
    was not whole: nobody knows then whether it is as its author made it. ``took_back`` is of an
    undo which fields of which records it is about, without their values."""

    id: str
    at: str
    author: str | None
    device: str
    here: bool
    seed: bool
    seq: int
    why: str | None
    void: bool
    undoes: tuple[str, ...]
    changes: tuple[FieldChange, ...]
    arrived: str
    file: str | None
    when: str
    to_erase: bool = False
    unverified: str | None = None
    took_back: tuple[FieldChange, ...] = ()

    @property
    def wrong_clock(self) -> bool:
        """Whether it cannot have been made when it claims."""
        return self.when != self.at


class ActAuthor(NamedTuple):
    """Who wrote acts, by author id, and how many; ``name`` is None while none is known."""

    by: str
    name: str | None
    acts: int


class Import(NamedTuple):
    """A file or folder that brought acts: the number of the first of them here, how many, when,
    and of whom."""

    first: int
    acts: int
    file: str
    arrived: str
    of: tuple[Person, ...] = ()
