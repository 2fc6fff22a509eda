"""What leaves with a file, in one place (contract §3, "Profiles").

Nothing else decides that: writing asks here, and screen and command line show what stands here
before anything is written.
"""

from collections.abc import Mapping

from storage.records.record_json import DERIVED, Json

_STATE = ("life", *DERIVED)
PROFILES = ("partners", "internal", "public")
_ALL, _COLLEAGUES, _INSIDE = PROFILES, ("partners", "internal"), ("internal",)

LEAVES: Mapping[str, tuple[str, ...]] = {
    "agreements": _ALL,
    "targets": _ALL,
    "regions": _ALL,
    "programmes": _ALL,
    "organisations": _ALL,
    "glossary": _ALL,
    "arrangement": _ALL,
    "entries": _COLLEAGUES,
    "left_empty": _COLLEAGUES,  # entries too: why passages were left empty
    "meetings": _COLLEAGUES,
    "items": _COLLEAGUES,
    "searches": _COLLEAGUES,
    "people": _COLLEAGUES,
    "authors": _COLLEAGUES,
    "acts": _COLLEAGUES,  # with who made them, when, on which device and why
    "names": _COLLEAGUES,  # of people and authors, in any text; the others read "[naam]"
    "signal_reasons": _COLLEAGUES,
    "trigger_evidence": _COLLEAGUES,
    "status_reasons": _COLLEAGUES,  # these stand in acts
    "own": _INSIDE,  # entries of the eigen organisatie, and these:
    "own_items": _INSIDE,
    "own_searches": _INSIDE,
    "passages": _INSIDE,
}
"""Under which profiles each kind of thing goes along: records by type, and what cuts across."""

OWN = ("own", "own_items", "own_searches")
"""What is of the eigen organisatie, by type."""
WITHIN = ("names", "signal_reasons", "trigger_evidence", "status_reasons")
"""What stands within other things: it is counted only where it stays."""

PUBLIC_FIELDS: Mapping[str, tuple[str, ...]] = {
    "arrangement": (
        "title", "parties", "from", "to", "signed_place", "signed_date", "purpose", "review",
        "retention", "prefix",
    ),
    "regions": (
        "name", "short", "aliases", "kind", "parents", "organisation", "profile", "sectors",
        "priorities", "governance", "visions", "source", "joined",
    ),
    "programmes": (
        "name", "aliases", "kind", "description", "school_types", "start", "url", "source",
        "joined",
    ),
    "organisations": (
        "name", "abbreviation", "aliases", "kind", "role", "members", "rhythm", "source", "joined",
    ),
    "agreements": (
        "code", "title", "text", "goal", "kind", "part", "regions", "programmes", "parties",
        "term", "trigger_met.date", "condition", "status", "signal.colour", "reading", "related",
        "source", "also_at", "joined",
    ),
    "targets": (
        "region", "programme", "population", "measure", "comparator", "quantity", "unit", "per",
        "year", "baseline", "source", "joined",
    ),
    "glossary": ("abbreviation", "expansion", "expanded_in_source", "synonyms", "joined"),
}  # fmt: skip
"""What anyone may read of each record; of an object the keys behind the dot. A field that is not
named here says nothing in a public file."""


def fields_for(profile: str, type_: str, record: Json) -> Json:
    """A record as a profile lets it go."""
    if goes(profile, "signal_reasons"):
        return record
    kept = PUBLIC_FIELDS[type_]
    found: Json = {}
    for field, value in record.items():
        keys = [one.partition(".")[2] for one in kept if one.startswith(f"{field}.")]
        if keys and isinstance(value, Mapping):
            found[field] = {key: one if key in keys else None for key, one in value.items()}
        elif field in kept or field in _STATE or keys:
            found[field] = value
        else:
            found[field] = [] if isinstance(value, list) else None
    return found


def goes(profile: str, what: str) -> bool:
    """Whether this goes along under a profile."""
    return profile in LEAVES[what]


def may_leave(profile: str, scope: str | None) -> bool:
    """Whether what an act or stub with this scope says goes along. A scope that this version
    does not know stays inside, as what is own does."""
    return scope is None or goes(profile, "passages" if scope == "passages" else "own")


def leaving(profile: str, acts: str) -> str:
    """The same as a condition of SQL on the rows of acts that have this name in a query."""
    passages, own = (int(may_leave(profile, scope)) for scope in ("passages", "own"))
    scoped = f"CASE {acts}.scope WHEN 'passages' THEN {passages} ELSE {own} END"
    return f"({acts}.scope IS NULL OR {scoped})"
