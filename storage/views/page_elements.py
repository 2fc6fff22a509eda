"""Parts of the page of a record."""

from datetime import date
from typing import NamedTuple

from storage.views.agreement_list import AgreementRow
from storage.views.progress_count import ProgressRow


class Related(NamedTuple):
    relation: str
    backward: bool
    row: AgreementRow


class Entry(NamedTuple):
    """One line of a record's logbook, newest first.

    ``who`` is the organisation that it is about or for, of an action the one that does it, and
    ``function`` in which one; ``term`` has the keys of contract §1. ``said_at`` is when it was
    written, ``became`` the code of the agreement that a meeting made of an action.
    """

    id: str
    kind: str
    date: str | None
    text: str
    who: str | None
    author: str | None
    own: bool
    function: str | None = None
    term: dict[str, str | None] | None = None
    done: bool = False
    said_at: str = ""
    became: str | None = None

    @property
    def due(self) -> str | None:
        """The day (ISO) by which an action is to be done; None for whatever else a merge left."""
        day = (self.term or {}).get("to")
        try:
            return day if isinstance(day, str) and f"{date.fromisoformat(day)}" == day else None
        except ValueError:
            return None


class MadeIn(NamedTuple):
    """The meeting that made an agreement of an action, by id, title and day (ISO), and the code or
    title of the point where it did."""

    meeting: str
    title: str
    date: str | None
    point: str | None


class StatusReason(NamedTuple):
    """Why something is as it is: what was said, by whom and when."""

    text: str
    author: str | None
    at: str


class NamedCount(NamedTuple):
    """A record by its name; ``number`` says how much there is of it here, where that is known.

    ``id`` is None for what is pointed at and is not in this file.
    """

    id: str | None
    name: str
    number: int | None = None


class Value(NamedTuple):
    """What a field says: a value as JSON has it, or the name of a record, with its id as ``link``
    where that record is in this file."""

    said: object
    link: str | None = None


class Fact(NamedTuple):
    """A field of a record that says something.

    Roles and relations are facts of their own: ``parties/lead``, ``related/repeats``.
    """

    field: str
    values: tuple[Value, ...]


class TargetRow(NamedTuple):
    """A target of a region, as far as it is known.

    ``quantity`` is a decimal as text; ``other`` is the name of its programme on the page of a
    region, of its region on that of a programme.
    """

    id: str
    population: str | None
    measure: str | None
    comparator: str | None
    quantity: str | None
    unit: str | None
    per: str | None
    year: str | None
    baseline: str | None
    other: str | None = None


class Action(NamedTuple):
    """An action, what it is about, and whether the day by which it is to be done is past and it is
    not done."""

    entry: Entry
    about: str
    code: str | None
    title: str
    late: bool = False

    @property
    def due(self) -> str | None:
        return self.entry.due


class ListedPart(NamedTuple):
    """What belongs to a record in one way: how much there is in all, and the first of it.

    ``what`` names the way; ``of`` is the record that a heading names besides.
    """

    what: str
    of: NamedCount
    total: int
    rows: tuple[AgreementRow | NamedCount | TargetRow | ProgressRow | Action, ...]
