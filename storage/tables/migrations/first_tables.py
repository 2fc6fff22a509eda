"""The tables of records as version 0.1.0 made them, one for each type and one for each set.

Migrations read this and never today's description of the fields: a file gets the columns of the
version that made it first, and later migrations add what came since.
"""

STATE = ("tail", "life", "conflicts", "incomplete")

_SOURCE = ("source_document", "source_locator", "source_meeting", "source_item")
_TERM = (
    "term_phrase", "term_from", "term_to", "term_precision", "term_nature", "term_every",
    "term_trigger",
)  # fmt: skip

RECORDS: dict[str, tuple[str, ...]] = {
    "arrangement": (
        "title", "from", "to", "signed_place", "signed_date", "purpose", "review",
        "retention",
    ),
    "regions": (
        "name", "short", "kind", "organisation", "profile", "governance", "visions",
        *_SOURCE, "joined",
    ),
    "programmes": (
        "name", "kind", "description", "start", "url", *_SOURCE, "joined",
    ),
    "organisations": (
        "name", "abbreviation", "kind", "role", "rhythm", *_SOURCE, "joined",
    ),
    "people": (
        "name", "function", "organisation", *_SOURCE, "joined",
    ),
    "agreements": (
        "code", "title", "text", "goal", "kind", "part", *_TERM, "trigger_met_date",
        "trigger_met_evidence", "condition", "status", "signal_colour", "signal_reason",
        "reading", *_SOURCE, "joined",
    ),
    "targets": (
        "region", "programme", "population", "measure", "comparator", "quantity", "unit",
        "per", "year", "baseline", *_SOURCE, "joined",
    ),
    "meetings": (
        "body", "title", "date", "phrase", "place", "chair", "secretary", "phase", "next",
        "joined",
    ),
    "items": (
        "meeting", "agreement", "position", "minutes", "proposal", "outcome", "joined",
    ),
    "entries": (
        "about", "kind", "date", "text", "who", *_TERM, "done", "meeting", *_SOURCE,
        "joined",
    ),
    "glossary": (
        "abbreviation", "expansion", "expanded_in_source", "joined",
    ),
    "passages": (
        "document", "locator", "heading_path", "kind", "text", "joined",
    ),
    "authors": (
        "name", "organisation",
    ),
}  # fmt: skip
"""By type its columns, after those that every type has (``STATE``)."""

SETS: dict[str, tuple[str, ...]] = {
    "arrangement_parties": ("organisations",),
    "regions_aliases": ("text",),
    "regions_parents": ("regions",),
    "regions_sectors": ("text",),
    "regions_priorities": ("text",),
    "programmes_aliases": ("text",),
    "programmes_school_types": ("text",),
    "organisations_aliases": ("text",),
    "organisations_members": ("organisations",),
    "agreements_regions": ("regions",),
    "agreements_programmes": ("programmes",),
    "agreements_parties": (
        "role",
        "organisation",
    ),
    "agreements_related": (
        "relation",
        "record",
    ),
    "agreements_also_at": ("text",),
    "meetings_participants": (
        "organisation",
        "function",
    ),
    "meetings_present": (
        "organisation",
        "function",
    ),
    "glossary_synonyms": ("text",),
}
"""By table the columns of an element, after the record that it is of."""
