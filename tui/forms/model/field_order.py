"""In what order a form asks the fields of each type; a tuple inside is a group.

``term.from`` is a key of an object value, ``parties/lead`` the elements of a set that begin so.
"""

from storage.records.fields import FIELDS, PARTY_ROLES, SIGNAL_KEYS, TRIGGER_KEYS

Groups = tuple[tuple[str, ...], ...]

LONG = frozenset({
    "baseline", "condition", "description", "expansion", "goal", "governance", "minutes",
    "outcome", "population", "profile", "purpose", "reading", "review", "text", "visions",
})  # fmt: skip
LONG_KEYS = frozenset({"term.trigger", "trigger_met.evidence", "signal.reason"})

_TERM = ("term.phrase", "term.from", "term.to", "term.precision", "term.nature", "term.every",
         "term.trigger")  # fmt: skip
_TRIGGER = tuple(f"trigger_met.{key}" for key in TRIGGER_KEYS)
_SIGNAL = tuple(f"signal.{key}" for key in SIGNAL_KEYS)

ORDER: dict[str, Groups] = {
    "arrangement": (
        ("title", "purpose", "parties"),
        ("from", "to", "signed_place", "signed_date"),
        ("review", "retention", "prefix"),
    ),
    "regions": (
        ("name", "short", "aliases", "kind", "parents", "organisation"),
        ("profile", "sectors", "priorities", "governance"),
        ("visions", "source"),
    ),
    "programmes": (
        ("name", "aliases", "kind", "description"),
        ("school_types", "start", "url", "source"),
    ),
    "organisations": (
        ("name", "abbreviation", "aliases", "kind", "role"),
        ("members", "rhythm", "source"),
    ),
    "people": (("name", "function", "organisation", "source"),),
    "agreements": (
        ("title", "text", "kind"),
        tuple(f"parties/{role}" for role in PARTY_ROLES),
        ("regions", "programmes"),
        (*_TERM, *_TRIGGER),
        ("status", *_SIGNAL),
        ("goal", "condition", "reading"),
        ("related", "source", "also_at", "part", "code"),
    ),
    "targets": (
        ("region", "programme", "population"),
        ("measure", "comparator", "quantity", "unit", "per", "year", "baseline"),
        ("source",),
    ),
    "meetings": (
        ("title", "body", "date", "phrase", "place", "phase"),
        ("chair", "secretary", "participants", "present"),
        ("next",),
    ),
    "items": (("meeting", "agreement", "position"), ("minutes", "outcome")),
    "entries": (
        ("text", "kind", "date", "who", "function"),
        (*_TERM, "done"),
        ("meeting", "source"),
    ),
    "searches": (("name", "query"),),
    "glossary": (("abbreviation", "expansion", "expanded_in_source", "synonyms"),),
    "authors": (("name", "organisation"),),
}
# made in another way than with a form of their own
ROUTES = ("arrangement", "entries", "items", "searches", "authors", "passages")
ADDABLE = tuple(type_ for type_ in FIELDS if type_ not in ROUTES)


def field_of_key(key: str) -> str:
    """The field of which a line of a form is the whole or a part."""
    return key.partition(".")[0].partition("/")[0]
