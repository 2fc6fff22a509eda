"""The one description of every record type and its fields (contract §1).

Forms, pages, tables, files, command line and checks all read this, so they cannot disagree.
"""

from storage.records.description import GROUPS, Field, Key, Need
from storage.records.field_shapes import reference_set, source_field, term_field, text_set
from storage.records.ids import type_of

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
COLOURS = ("green", "amber", "red")
PARTS = ("0", "1", "2", "3", "annex")
PREFIX = "[A-Z][A-Z0-9]{0,11}"
"""What all codes of an arrangement may begin with: the pattern of its field ``prefix``."""
OUTCOMES = ("as_proposed", "otherwise", "held", "discussed", "withdrawn")
"""What an overleg did with a point of its agenda."""
ANSWERS = ("lifted", "refused")
"""What became of a reservation."""
ENTRY_KINDS = ("progress", "request", "evidence", "decision", "action", "remark")

_STATUS_NEEDS: dict[str, Need] = {
    "partly_met": "reason", "lapsed": "reason", "met": "evidence", "superseded": "successor",
}  # fmt: skip

_ORGANISATION = Key("organisation", refers="organisations")
_IN_OFFICE = (_ORGANISATION, Key("function"))
_JOINED = Field("joined", group=None)

_OWN_FIELDS: dict[str, tuple[Field, ...]] = {
    "arrangement": (
        Field("title", required=True),
        reference_set("parties", "organisations", "who"),
        Field("from", "date", group="when"),
        Field("to", "date", group="when"),
        Field("signed_place", group="when"),
        Field("signed_date", "date", group="when"),
        Field("purpose", long=True),
        Field("review", long=True),
        Field("retention"),
        Field("prefix", pattern=PREFIX),
    ),
    "regions": (
        Field("name", required=True),
        Field("short", required=True, pattern="[A-Z]{3}"),
        text_set("aliases"),
        Field("kind", choices=("landsdeel", "province", "subregion")),
        reference_set("parents", "regions"),
        Field("organisation", refers="organisations"),
        Field("profile", long=True),
        text_set("sectors"),
        text_set("priorities"),
        Field("governance", long=True),
        Field("visions", "list", long=True,
              keys=(Key("title", required=True), Key("date"))),
        source_field(),
    ),
    "programmes": (
        Field("name", required=True),
        text_set("aliases"),
        Field("kind", choices=(
            "programme", "fund", "network", "policy", "theme", "event", "project",
        )),
        Field("description", long=True),
        text_set("school_types"),
        Field("start"),
        Field("url"),
        source_field(),
    ),
    "organisations": (
        Field("name", required=True),
        Field("abbreviation"),
        text_set("aliases"),
        Field("kind"),
        Field("role"),
        reference_set("members", "organisations"),
        Field("rhythm"),
        source_field(),
    ),
    "people": (
        Field("name", required=True),
        Field("function"),
        Field("organisation", refers="organisations"),
        source_field(),
    ),
    "agreements": (
        Field("code", group="where", rank=2),
        Field("title", required=True),
        Field("text", long=True),
        Field("goal", long=True, rank=1),
        Field("kind", choices=KINDS, required=True),
        Field("part", choices=PARTS, group="where", rank=2),
        reference_set("regions", "regions", "where"),
        reference_set("programmes", "programmes", "where"),
        Field("parties", parts=(Key("role", choices=PARTY_ROLES), _ORGANISATION), each=True,
              group="who"),
        term_field(),
        Field("trigger_met", keys=(Key("date", "date"), Key("evidence", long=True)), group="when",
              rank=2),
        Field("condition", long=True, rank=1),
        Field("status", choices=STATUSES, needs=_STATUS_NEEDS),
        Field("signal", group="why", needs={"amber": "reason", "red": "reason"}, keys=(
            Key("colour", choices=COLOURS, required=True), Key("reason", long=True),
        )),
        Field("reading", long=True, group="why", rank=1),
        Field("related", group="why", rank=1, parts=(
            Key("relation", choices=RELATIONS), Key("record", refers="agreements"),
        )),
        source_field(),
        Field("also_at", parts=(Key("text", "locator"),), group="where", rank=2),
    ),
    "targets": (
        Field("region", refers="regions", rank=-1),
        Field("programme", refers="programmes", rank=-1),
        Field("population", long=True),
        Field("measure", choices=("level", "change", "unknown_change")),
        Field("comparator", choices=("exactly", "at_least", "at_most", "all")),
        Field("quantity", "decimal"),
        Field("unit"),
        Field("per"),
        Field("year", group="when"),
        Field("baseline", long=True, rank=2),
        source_field(),
    ),
    "meetings": (
        Field("body", refers="organisations"),
        Field("title", rank=-1),
        Field("date", "date", group="when"),
        Field("phrase", group="when"),
        Field("place", group="where"),
        Field("chair", refers="people", group="who"),
        Field("secretary", refers="people", group="who"),
        Field("participants", parts=_IN_OFFICE, group="who"),
        Field("present", parts=_IN_OFFICE, group="who"),
        Field("phase", choices=("considered", "planned", "running", "closed")),
        Field("next", refers="meetings", group="when"),
        Field("minutes_adopted", refers="meetings", group="when"),
    ),
    "items": (
        Field("meeting", refers="meetings"),
        Field("part_of", refers="items"),
        Field("title", rank=-1),
        Field("agreement", refers="agreements"),
        Field("position", group=None, hidden=True),
        Field("minutes", "number", group="when"),
        Field("proposal", "object", group=None),
        Field("reason", long=True, group="why"),
        Field("seen", "object", group=None, hidden=True),
        Field("outcome", choices=OUTCOMES),
        Field("reservation", keys=(
            Key("organisation", refers="organisations", required=True), Key("until", "date"),
            Key("answer", choices=ANSWERS),
        )),
        reference_set("noted_for", "organisations", "who"),
    ),
    "entries": (
        Field("about", refers="any", required=True, group=None),
        Field("kind", choices=ENTRY_KINDS, required=True),
        Field("date", "date", group="when"),
        Field("text", required=True, long=True, rank=-1),
        Field("who", refers="organisations", group="who"),
        Field("function", group="who"),
        term_field(),
        Field("done", "flag", group="when"),
        Field("meeting", refers="meetings", group="where"),
        source_field(),
    ),
    "glossary": (
        Field("abbreviation", required=True),
        Field("expansion", long=True),
        Field("expanded_in_source", "flag"),
        text_set("synonyms"),
    ),
    "searches": (
        Field("name", required=True),
        Field("query", required=True),
    ),
    "passages": (
        Field("document", group=None),
        Field("locator", group=None),
        Field("position", group=None),
        Field("heading_path", "list", group=None),
        Field("kind", choices=("heading", "label", "paragraph", "bullet", "subbullet"), group=None),
        Field("text", group=None),
    ),
    "authors": (
        Field("name"),
        Field("organisation", refers="organisations"),
    ),
}  # fmt: skip

FIELDS: dict[str, dict[str, Field]] = {
    type_: {
        field.name: field
        for field in (*own, *(() if type_ in ("arrangement", "authors") else (_JOINED,)))
    }
    for type_, own in _OWN_FIELDS.items()
}
TYPES = tuple(FIELDS)


def in_groups(type_: str) -> list[list[Field]]:
    """The fields that a form asks of a type, group by group."""
    ranked = sorted(FIELDS[type_].values(), key=lambda field: field.rank)
    groups = ([field for field in ranked if field.group == group] for group in GROUPS)
    return [group for group in groups if group]


def field_of(record: str, field: str) -> Field | None:
    """The description of a field as acts name it, or None where this version knows it not."""
    known = FIELDS.get(type_of(record), {})
    name, slash, _ = field.partition("/")
    found = known.get(name)
    return found if found is not None and found.is_set == bool(slash) else None
