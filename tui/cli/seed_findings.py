"""What is wrong in a folder, as a sentence with what is possible in that place."""

import re
from collections.abc import Sequence
from typing import get_args

from seed.loader import Mistake
from storage.errors import Refused
from storage.records.fields import FIELDS, TYPES, type_of
from storage.records.validation import Signal, Term, near
from tui.cli.stderr import code_word, sentence
from tui.locale import known, refusal, say

_VALUES = ("unknown_value", "unknown_status", "invalid_value")
_TABLES = {
    "parties": ("role_long", "role"), "related": ("relation",), "status": ("status",),
    "kind": ("kind", "entry_kind", "cli.kind"), "term": ("nature",), "signal": ("signal",),
    "phase": ("phase",), "measure": ("measure",), "comparator": ("comparator",),
}  # fmt: skip
_IN_OBJECTS = {
    "term.precision": get_args(Term.model_fields["precision"].annotation),
    "term.nature": get_args(Term.model_fields["nature"].annotation),
    "signal.colour": get_args(Signal.model_fields["colour"].annotation),
}
_TOML = (
    ("codec|utf-8", "letters"),
    ("twice|overwrite|Duplicate|mutate", "twice"),
    ("Expected '='", "equals"),
    ("Unescaped", "backslash"),
    (r"Unterminated|Illegal\scharacter", "quote"),
    ("Unclosed|Expected ']", "bracket"),
    (r"Expected\snewline", "more"),
    ("Invalid (value|initial|statement|date)", "value"),
)
"""What the reader of TOML says, and the text for it; what is not here is told as it was."""
_PROFILE = (
    (r"^Field\srequired", "missing"),
    (r"valid\sstring", "quotes"),
    (r"^Extra\sinputs", "unknown"),
    (r"^(Input|String|Key)\sshould", "form"),
)
"""The same for how a document is said to be divided."""


def told(mistake: Mistake) -> str:
    """The sentence; with the word that was meant and all that can stand there, where it is one
    of a few."""
    reason = mistake.reason
    found = str(reason.details.get("reason"))
    if reason.key in ("not_toml", "bad_profile") and (key := _key(_TOML, found)):
        return say(f"toml.{key}")
    where, _, what = found.rpartition(": ")
    if reason.key == "bad_profile" and (key := _key(_PROFILE, what)):
        return say(f"profile.{key}", where=where)
    word, choices, tables = _choices(mistake)
    if not choices:
        return sentence(reason)
    meant = next((one for table in tables if (one := code_word(table, word, choices)) != word), "")
    meant = meant or ", ".join(near(word, choices))
    parts = [
        refusal(_bare(reason), {**reason.details, "nearest": ""}),
        say("cli.meant", word=meant) if meant else "",
        say("cli.possible", choices=", ".join(_both(one, tables) for one in choices)),
    ]
    return " ".join(part for part in parts if part)


def _key(patterns: Sequence[tuple[str, str]], found: str) -> str:
    """The key of the text for what a reader found; "" where there is none."""
    return next((key for pattern, key in patterns if re.search(pattern, found)), "")


def _bare(reason: Refused) -> str:
    """The key of the sentence that names no nearest words itself."""
    return f"{reason.key}_bare" if known(f"refused.{reason.key}_bare") else reason.key


def _choices(mistake: Mistake) -> tuple[str, Sequence[str], Sequence[str]]:
    """What was written, what can be written there, and the tables that have words for that."""
    reason, type_ = mistake.reason, type_of(mistake.record)
    name, _, part = str(reason.details.get("field", "")).partition(".")
    if reason.key == "unknown_type":
        return str(reason.details["value"]), TYPES, ("types", "type")
    if reason.key == "unknown_field":
        field = FIELDS[type_].get(name) if part else None
        keys = field.keys if field else [one for one in FIELDS[type_] if one != "joined"]
        return part or name, keys, ("field",)
    if reason.key not in _VALUES:
        return "", (), ()
    tables, word = _TABLES.get(name, ()), str(reason.details.get("value"))
    if f"{name}.{part}" in _IN_OBJECTS:
        return word, _IN_OBJECTS[f"{name}.{part}"], tables
    field = FIELDS.get(type_, {}).get(name)
    if field is None:
        return "", (), ()
    parts = {one.key: one.choices for one in field.parts}
    return word, field.choices or parts.get(part, ()), tables


def _both(choice: str, tables: Sequence[str]) -> str:
    """The word for a folder, and what the screen calls it."""
    key = next((f"{table}.{choice}" for table in tables if known(f"{table}.{choice}")), "")
    said = say(key) if key else choice
    return f"{choice} ({said.lower()})" if said.lower() != choice else choice
