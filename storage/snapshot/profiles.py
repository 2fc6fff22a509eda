"""What leaves with a file, in one place (contract §3, "Profiles").

Nothing else decides that: writing asks here, and screen and command line show what stands here
before anything is written.
"""

from collections.abc import Mapping

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
    "meetings": _COLLEAGUES,
    "items": _COLLEAGUES,
    "searches": _COLLEAGUES,
    "people": _COLLEAGUES,
    "authors": _COLLEAGUES,
    "acts": _COLLEAGUES,  # with who made them, when, on which device and why
    "names": _COLLEAGUES,  # of people and authors, in any text; the others read "[naam]"
    "own": _INSIDE,  # entries, items and searches of the eigen organisatie
    "passages": _INSIDE,
}
"""Under which profiles each kind of thing goes along: records by type, and what cuts across."""


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
