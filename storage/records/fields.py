"""The one description of every record type and its fields (contract §1).

Forms, tables, files, command line and checks all read this table, so they cannot disagree.
"""

from dataclasses import dataclass
from typing import Literal

Form = Literal["text", "choice", "date", "decimal", "flag", "reference", "object", "list"]

PARTY_ROLES = (
    "lead", "executor", "recipient", "requester", "counterparty", "declined_by", "contact",
)  # fmt: skip
RELATIONS = (
    "takes_up", "declines", "repeats", "contradicts", "depends_on", "part_of", "replaced_by",
)  # fmt: skip
KINDS = (
    "commitment", "on_request", "request", "consideration",
    "ambition", "opportunity", "declined", "proposition",
)  # fmt: skip
STATUSES = ("open", "in_progress", "partly_met", "met", "on_hold", "lapsed", "superseded")
OPEN_STATUSES = ("open", "in_progress", "partly_met", "on_hold")
KINDS_THAT_START_OPEN = ("commitment", "on_request", "request", "consideration")
PARTS = ("0", "1", "2", "3", "annex")
NO_REGION = "ALG"
"""What stands in a code in the place of a region, where the agreement is of none."""
PREFIX = "[A-Z][A-Z0-9]{0,11}"
"""What all codes of an arrangement may begin with: the pattern of its field ``prefix``."""
OWN_TYPES = ("entries", "items", "searches")
ENTRY_KINDS = ("progress", "request", "evidence", "decision", "action", "remark")

TERM_KEYS = ("phrase", "from", "to", "precision", "nature", "every", "trigger")
SIGNAL_KEYS = ("colour", "reason")
SOURCE_KEYS = ("document", "locator")
ITEM_SOURCE_KEYS = ("meeting", "item")
TRIGGER_KEYS = ("date", "evidence")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a set's element: its key in JSON and what it may hold."""

    key: str
    form: Form = "text"
    refers: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record.

    ``parts`` is filled for a set, whose elements are fields of their own
    (``<name>/<part>/<part>``); ``keys`` for an object value, which always has all its keys;
    ``refers`` holds the type a reference points at, or "any" where full ids stand.
    """

    name: str
    form: Form = "text"
    refers: str | None = None
    choices: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    required: bool = False

    @property
    def is_set(self) -> bool:
        return bool(self.parts)


def _text(name: str, *, required: bool = False) -> Field:
    return Field(name, required=required)


def _choice(name: str, *choices: str, required: bool = False) -> Field:
    return Field(name, "choice", choices=choices, required=required)


def _date(name: str) -> Field:
    return Field(name, "date")


def _ref(name: str, refers: str, *, required: bool = False) -> Field:
    return Field(name, "reference", refers=refers, required=required)


def _object(name: str, *keys: str) -> Field:
    return Field(name, "object", keys=keys)


def _texts(name: str) -> Field:
    return Field(name, parts=(Part("text"),))


def _refs(name: str, refers: str) -> Field:
    return Field(name, parts=(Part(refers, "reference", refers),))


def _pairs(name: str, first: Part, second: Part) -> Field:
    return Field(name, parts=(first, second))


_ORGANISATION = Part("organisation", "reference", "organisations")
_FUNCTION = Part("function")
_SOURCE = _object("source", *SOURCE_KEYS)
_TERM = _object("term", *TERM_KEYS)
_JOINED = _text("joined")

_OWN_FIELDS: dict[str, tuple[Field, ...]] = {
    "arrangement": (
        _text("title", required=True), _refs("parties", "organisations"), _date("from"),
        _date("to"), _text("signed_place"), _date("signed_date"), _text("purpose"),
        _text("review"), _text("retention"), _text("prefix"),
    ),
    "regions": (
        _text("name", required=True), _text("short", required=True), _texts("aliases"),
        _choice("kind", "landsdeel", "province", "subregion"), _refs("parents", "regions"),
        _ref("organisation", "organisations"), _text("profile"), _texts("sectors"),
        _texts("priorities"), _text("governance"), Field("visions", "list"), _SOURCE,
    ),
    "programmes": (
        _text("name", required=True), _texts("aliases"),
        _choice("kind", "programme", "fund", "network", "policy", "theme", "event", "project"),
        _text("description"), _texts("school_types"), _text("start"), _text("url"), _SOURCE,
    ),
    "organisations": (
        _text("name", required=True), _text("abbreviation"), _texts("aliases"), _text("kind"),
        _text("role"), _refs("members", "organisations"), _text("rhythm"), _SOURCE,
    ),
    "people": (
        _text("name", required=True), _text("function"), _ref("organisation", "organisations"),
        _SOURCE,
    ),
    "agreements": (
        _text("code"), _text("title", required=True), _text("text"), _text("goal"),
        _choice("kind", *KINDS, required=True), _choice("part", *PARTS),
        _refs("regions", "regions"),
        _refs("programmes", "programmes"),
        _pairs("parties", Part("role", "choice", choices=PARTY_ROLES), _ORGANISATION), _TERM,
        _object("trigger_met", *TRIGGER_KEYS), _text("condition"), _choice("status", *STATUSES),
        _object("signal", *SIGNAL_KEYS), _text("reading"),
        _pairs(
            "related",
            Part("relation", "choice", choices=RELATIONS),
            Part("record", "reference", "agreements"),
        ),
        _SOURCE, _texts("also_at"),
    ),
    "targets": (
        _ref("region", "regions"), _ref("programme", "programmes"), _text("population"),
        _choice("measure", "level", "change", "unknown_change"),
        _choice("comparator", "exactly", "at_least", "at_most", "all"),
        Field("quantity", "decimal"), _text("unit"), _text("per"), _text("year"),
        _text("baseline"), _SOURCE,
    ),
    "meetings": (
        _ref("body", "organisations"), _text("title"), _date("date"), _text("phrase"),
        _text("place"), _ref("chair", "people"), _ref("secretary", "people"),
        _pairs("participants", _ORGANISATION, _FUNCTION),
        _pairs("present", _ORGANISATION, _FUNCTION),
        _choice("phase", "considered", "planned", "running", "closed"), _ref("next", "meetings"),
    ),
    "items": (
        _ref("meeting", "meetings"), _ref("agreement", "agreements"), _text("position"),
        _text("minutes"), Field("proposal", "object"), _text("outcome"),
    ),
    "entries": (
        _ref("about", "any", required=True), _choice("kind", *ENTRY_KINDS, required=True),
        _date("date"), _text("text", required=True), _ref("who", "organisations"),
        _text("function"), _TERM,
        Field("done", "flag"), _ref("meeting", "meetings"), _SOURCE,
    ),
    "glossary": (
        _text("abbreviation", required=True), _text("expansion"),
        Field("expanded_in_source", "flag"), _texts("synonyms"),
    ),
    "searches": (_text("name", required=True), _text("query", required=True)),
    "passages": (
        _text("document"), _text("locator"), _text("position"), Field("heading_path", "list"),
        _choice("kind", "heading", "label", "paragraph", "bullet", "subbullet"), _text("text"),
    ),
    "authors": (_text("name"), _ref("organisation", "organisations")),
}  # fmt: skip

FIELDS: dict[str, dict[str, Field]] = {
    type_: {
        field.name: field
        for field in (*own, *(() if type_ in ("arrangement", "authors") else (_JOINED,)))
    }
    for type_, own in _OWN_FIELDS.items()
}
TYPES = tuple(FIELDS)


def type_of(record: str) -> str:
    """The type part of a record's id; "" when the id has none."""
    return record.partition("/")[0] if "/" in record else ""


def tail_of(record: str) -> str:
    """The permanent tail of a record's id."""
    return record.partition("/")[2]


def scope_of(record: str) -> str | None:
    """The scope an act that sets this record must carry: own remarks and passages stay inside."""
    type_, _, tail = record.partition("/")
    if type_ in OWN_TYPES and tail.startswith("own-"):
        return "own"
    return "passages" if type_ == "passages" else None


def field_of(record: str, field: str) -> Field | None:
    """The description of a field as acts name it, or None where this version knows it not."""
    known = FIELDS.get(type_of(record), {})
    name, slash, _ = field.partition("/")
    found = known.get(name)
    return found if found is not None and found.is_set == bool(slash) else None
