"""The list of agreements: what it is narrowed to, its groups and its rows."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, Protocol

from storage.views.filter_term import FilterTerm

View = Literal["open", "done", "all", "deleted", "with_deleted"]

Via = Literal["own", "via", "in"]

Order = Literal["number", "region", "programme", "term", "status", "lead"]


class Filter(NamedTuple):
    """What the list of agreements is narrowed to, and how it is put in order.

    ``region``, ``programme`` and ``party`` are tails; a programme "" is "without a programme", a
    party is trekker or uitvoerder of what shows. Only the view ``deleted`` shows what was deleted,
    which no count includes, and ``with_deleted`` shows it beside all else. ``heads`` puts a heading
    above each group: by number those are a region's own, what applies via the regions above, what
    is in those below. Within a group the rows stand in the order ``sort``. ``terms`` are filters of
    the query language, all of which an agreement passes.
    """

    region: str | None = None
    programme: str | None = None
    view: View = "open"
    party: str | None = None
    heads: Order = "number"
    sort: Order = "number"
    terms: tuple[FilterTerm, ...] = ()


ALL_OPEN = Filter()


class AgreementRow(NamedTuple):
    """One agreement in a list. ``leads`` are short names; ``term`` is the phrase as said."""

    id: str
    code: str
    title: str
    kind: str
    status: str | None
    leads: tuple[str, ...]
    term: str | None
    nature: str | None
    overdue: bool
    signal: str | None
    conflict: bool
    contested: bool


class GroupRows(Protocol):
    """The rows of a group. It knows its length at once, and makes a row when asked for it."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[AgreementRow]: ...
    def __getitem__(self, index: int) -> AgreementRow: ...
    def find(self, record: str) -> int | None:
        """Where the agreement with this id stands, from 0; None where it does not."""

    def ids(self) -> Iterator[str]:
        """The ids of all of them, without reading a row."""


class Group(NamedTuple):
    """A part of the list, and by what it is one.

    ``key`` is the tail of a region, programme or organisation, a status, or a term: the half of a
    year in which it ends (``2014-1``), ``late``, ``recurring``, ``standing``, ``phrase`` (no date)
    or ``none``. It is None for what has no region, programme, lead or status. ``via`` says how a
    group by number applies to the chosen region; without one there is a single group, with
    neither. ``name`` is what the key's record is called; ``repeats`` says how many of the rows
    repeat another, which no count counts.
    """

    by: Order
    key: str | None
    via: Via | None
    name: str
    rows: GroupRows
    repeats: int = 0


class Applying(NamedTuple):
    """How much of a list is a region's own, applies via the regions above, is in those below."""

    own: int
    via: int
    inside: int
