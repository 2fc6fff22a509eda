"""What leaves with a file, in one place (contract §3, "Profiles").

profile    acts                   records                                  names
─────────  ─────────────────────  ───────────────────────────────────────  ───────────────
partners   those without a scope  of those acts: no own ones, no passages  as they are
internal   all                    all                                      as they are
public     none                   PUBLIC_TYPES of the partners' records    become "[naam]"
"""

import re
from collections.abc import Iterable

from storage.records.as_json import Json

PROFILES = ("partners", "internal", "public")
PUBLIC_TYPES = (
    "arrangement", "regions", "programmes", "organisations", "agreements", "targets", "glossary",
)  # fmt: skip
NAME = "[naam]"


def may_leave(profile: str, scope: str | None) -> bool:
    """Whether an act or stub with this scope goes along."""
    return profile == "internal" or scope is None


def public_records(records: dict[str, list[Json]]) -> dict[str, list[Json]]:
    """The records that anyone may see, without the name of any person or author in them."""
    people = (*records["people"], *records["authors"])
    known = {str(one["name"]).strip() for one in people if one.get("name")} - {""}
    found: dict[str, list[Json]] = {type_: [] for type_ in records}
    for type_ in PUBLIC_TYPES:
        found[type_] = [_without(one, known) for one in records[type_]]
    return found


def _without(record: Json, known: Iterable[str]) -> Json:
    longest_first = sorted(known, key=len, reverse=True)
    if not longest_first:
        return record
    whole = re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(name) for name in longest_first) + r")(?!\w)",
        re.IGNORECASE,
    )
    return {key: _replaced(value, whole) for key, value in record.items()}


def _replaced(value: object, whole: re.Pattern[str]) -> object:
    if isinstance(value, str):
        return whole.sub(NAME, value)
    if isinstance(value, list):
        return [_replaced(one, whole) for one in value]
    if isinstance(value, dict):
        return {key: _replaced(one, whole) for key, one in value.items()}
    return value
