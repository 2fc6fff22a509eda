"""What the screen and the command line ask of the store, as plain values.

Named tuples, but for Place, whose count a tuple has too: fifteen data classes would take a
fifth of the start of a command.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from storage.views.consequences import NONE, Consequences
from storage.views.laptops import Person

if TYPE_CHECKING:
    from storage.views.erasures import Erasure

View = Literal["open", "done", "all", "deleted", "with_deleted"]
Via = Literal["own", "via", "in"]
Order = Literal["number", "region", "programme", "term", "status", "lead"]


class Filter(NamedTuple):
    """What the list of agreements is narrowed to, and how it is put in order.

    ``region``, ``programme`` and ``party`` are tails; a programme "" is "without a programme", a
    party is trekker or uitvoerder of what shows. Only the view ``deleted`` shows what was deleted,
    which no count includes, and ``with_deleted`` shows it beside all else. ``heads`` puts a heading
    above each group: by number those are a region's own, what applies via the regions above, what
    is in those below. Within a group the rows stand in the order ``sort``. ``reach`` says in which
    of these ways an agreement may belong to the region; ``only`` are ids.
    """

    region: str | None = None
    programme: str | None = None
    view: View = "open"
    party: str | None = None
    heads: Order = "number"
    sort: Order = "number"
    reach: tuple[Via, ...] = ("own", "via", "in")
    kind: str | None = None
    statuses: tuple[str, ...] | None = None
    only: frozenset[str] | None = None


ALL_OPEN = Filter()


class Totals(NamedTuple):
    """The header: open agreements without the standing ones, the standing ones, what needs care.

    ``ended`` is the arrangement's last day (ISO) where that lies before today: then nothing is
    marked overdue and one line says why. ``unsent`` counts the days since this device made the
    oldest change that no export carried, from two weeks on; 0 before.
    """

    title: str
    first_year: str
    last_year: str
    open: int
    standing: int
    conflicts: int
    ended: str | None = None
    unsent: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A region, programme or organisation among its kind.

    ``depth`` counts from 0 in the region tree (a region with two parents stands there twice);
    ``short_forms`` are the aliases, any of which may stand in for the name; ``count`` is the
    number of own open agreements, of an organisation those it leads or carries out. The programme
    row with tail "" is "without a programme".
    """

    tail: str
    name: str
    short_forms: tuple[str, ...]
    depth: int
    count: int


class Party(NamedTuple):
    """Who does what; ``known`` says whether the organisation is in this file."""

    role: str
    organisation: str
    name: str
    short: str
    known: bool = True


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


class Rows(Protocol):
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
    year in which it ends (``2014-1``), ``recurring``, ``standing``, ``phrase`` (no date) or
    ``none``. It is None for what has no region, programme, lead or status. ``via`` says how a
    group by number applies to the chosen region; without one there is a single group, with
    neither. ``name`` is what the key's record is called.
    """

    by: Order
    key: str | None
    via: Via | None
    name: str
    rows: Rows


class Applying(NamedTuple):
    """How much of a list is a region's own, applies via the regions above, is in those below."""

    own: int
    via: int
    inside: int


class Related(NamedTuple):
    relation: str
    backward: bool
    row: AgreementRow


class Entry(NamedTuple):
    """One line of a record's logbook, newest first.

    ``who`` is the organisation that it is about or for, of an action the one that does it, and
    ``function`` in which one; ``term`` has the keys of contract §1.
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


class Reason(NamedTuple):
    """Why something is as it is: what was said, by whom and when."""

    text: str
    author: str | None
    at: str


class FieldChange(NamedTuple):
    """One field that an act set: values as in JSON records; ``before`` None where nothing stood.
    ``names`` tells what the records are called that these values point at."""

    record: str
    record_title: str
    field: str
    before: object
    value: object
    names: Mapping[str, str] = MappingProxyType({})


class Which(NamedTuple):
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


class ToErase(NamedTuple):
    """Stands for a value that someone asks to erase, where it is not asked for on purpose."""

    to_erase: bool = True


class ActRow(NamedTuple):
    """One act as the history shows it; ``here`` tells that it was written in this file.

    ``author`` is None while no name is known, ``file`` is the name of the file through which it
    arrived, where it came so and that is known. ``at`` is the time that it claims and ``when`` the
    one by which lists order and date it: that of its arrival, where the clock was wrong. Of one
    that someone asks ``to_erase``, and nobody decided on here, neither values nor the reason are
    told unless they are asked for. ``unverified`` is the file from which it was saved, where that
    was not whole: nobody knows then whether it is as its author made it."""

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

    @property
    def wrong_clock(self) -> bool:
        """Whether it cannot have been made when it claims."""
        return self.when != self.at


class Writer(NamedTuple):
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
    besides this was not worked out; and what becomes of what people said, of all of them."""

    changes: tuple[FieldChange, ...]
    stays: tuple[Stays, ...]
    besides: int = 0
    follows: Consequences = NONE


class Named(NamedTuple):
    """A record by its name; ``number`` says how much there is of it here, where that is known.

    ``id`` is None for what is pointed at and is not in this file.
    """

    id: str | None
    name: str
    number: int | None = None


class Page(NamedTuple):
    """One agreement, everything resolved to names.

    ``term`` and ``trigger_met`` have the keys of contract §1; ``also_at`` are locators. ``quoted``
    says whether the document is attached at its place; ``stands`` is the record that stands for
    this one, where it gives way to another; ``why`` is the reason of the status that it has.
    ``sourced`` are the fields of which the seed says something else than the person whose value
    stands.
    """

    row: AgreementRow
    text: str | None
    goal: str | None
    condition: str | None
    reading: str | None
    term: dict[str, str | None] | None
    trigger_met: dict[str, str | None] | None
    parties: tuple[Party, ...]
    regions: tuple[Named, ...]
    programmes: tuple[Named, ...]
    related: tuple[Related, ...]
    locator: str | None
    also_at: tuple[str, ...]
    quoted: bool
    signal_reason: str | None
    entries: tuple[Entry, ...]
    conflicts: tuple[str, ...]
    incomplete: tuple[str, ...]
    life: str
    stands: Named | None = None
    why: Reason | None = None
    sourced: tuple[FieldChange, ...] = ()


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


class Target(NamedTuple):
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


class Listed(NamedTuple):
    """What belongs to a record in one way: how much there is in all, and the first of it.

    ``what`` names the way; ``of`` is the record that a heading names besides.
    """

    what: str
    of: Named
    total: int
    rows: tuple[AgreementRow | Named | Target, ...]


class Sheet(NamedTuple):
    """The page of a record of any type: what it says, and what belongs to it.

    ``short`` is its code, abbreviation or short name; ``counts`` are open agreements by what
    they are to it ("own", "via" and "in" of a region); ``stands`` is the record that stands for
    this one, where it gives way to another. ``sourced`` as on the page of an agreement.
    """

    record: str
    type: str
    title: str
    short: str | None
    life: str
    conflicts: tuple[str, ...]
    incomplete: tuple[str, ...]
    facts: tuple[Fact, ...]
    counts: tuple[tuple[str, int], ...]
    belongs: tuple[Listed, ...]
    entries: tuple[Entry, ...]
    stands: Named | None = None
    sourced: tuple[FieldChange, ...] = ()


Reading = Page | Sheet


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


class Hit(NamedTuple):
    """A search result; ``snippet`` has hits between U+E000 and U+E001."""

    type: str
    id: str
    code: str | None
    title: str
    snippet: str


class Candidate(NamedTuple):
    """A record that can be chosen; ``other`` is its code, or the other name that was typed."""

    tail: str
    name: str
    other: str


class Problem(NamedTuple):
    """Something that a merge can leave and a form would not allow, with what it stands on. One that
    is ``resting`` was seen by who works here, asks nothing and is as it was then."""

    kind: str
    record: str
    code: str | None
    title: str
    details: Mapping[str, object] = MappingProxyType({})
    resting: bool = False


class Gone(NamedTuple):
    """A record that stands in ``records`` no longer, with the code and title that it had."""

    record: str
    code: str | None
    title: str


class SetApart(NamedTuple):
    """A line of a file that is no valid act: why, and how it begins. A text that is empty stands
    for the file as a whole, of which every line that is left is right."""

    line: int
    reason: str
    said: str


class Preview(NamedTuple):
    """What an import does: new acts by sender, what changes per record (in the first thousands,
    and in how many ``more`` something does), new conflicts, what was edited by hand in the file,
    how many lines are set apart as no valid act, and which acts are ``missing``: new ones stand
    on them, and they are to come with another file. ``gone`` are the records that it takes out.
    ``held`` acts in the name of the seed that this app does not bring are set apart too, the first
    under the number ``held_as``. In what is ``kept`` a person's value stands before another that
    the seed says now. Of ``erased`` acts only where they stood came, or was
    left, and of ``idle`` ones too, but that counts for nothing; ``erasures`` are new and wait for
    a person. ``apart`` are the first lines that are set apart. Where the file is not what it says,
    ``fails`` tells why: none of its acts is verified.
    ``follows`` is what becomes of what people said."""

    arrangement: str
    exported_at: str | None
    exported_by: str | None
    acts: int
    new_acts: int
    senders: tuple[tuple[str, int], ...]
    changes: tuple[FieldChange, ...]
    conflicts: int
    edits: tuple[FieldChange, ...]
    set_apart: int = 0
    more: int = 0
    missing: tuple[str, ...] = ()
    gone: tuple[Gone, ...] = ()
    held: int = 0
    held_as: int | None = None
    kept: tuple[FieldChange, ...] = ()
    erased: int = 0
    idle: int = 0
    erasures: "tuple[Erasure, ...]" = ()
    apart: tuple[SetApart, ...] = ()
    fails: str | None = None
    follows: Consequences = NONE


class Passage(NamedTuple):
    """A block of the document: where it stands, under which headings, what it is and says."""

    locator: str
    heading_path: tuple[str, ...]
    kind: str
    text: str
