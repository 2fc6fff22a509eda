"""What is wrong in a folder, as a sentence with what is possible in that place."""

import re
from collections.abc import Sequence

from seed.seeded import Mistake
from storage.errors import Refused
from storage.records.fields import FIELDS, TYPES
from storage.records.ids import type_of
from storage.records.validation import near
from tui.cli.stderr import code_word, refusal_line
from tui.locale import known, refusal, say
from tui.words.choice_words import choice_word

_VALUES = ("unknown_value", "unknown_status", "invalid_value")
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


def finding_sentence(mistake: Mistake) -> str:
    """The sentence; with the word that was meant and all that can stand there, where it is one
    of a few."""
    reason = mistake.reason
    found = str(reason.details.get("reason"))
    if reason.key in ("not_toml", "bad_profile") and (key := _key(_TOML, found)):
        return say(f"toml.{key}")
    where, _, what = found.rpartition(": ")
    if reason.key == "bad_profile" and (key := _key(_PROFILE, what)):
        return say(f"profile.{key}", where=where)
    word, choices, key = _choices(mistake)
    if not choices:
        return refusal_line(reason)
    meant = code_word(key, word, choices)
    meant = meant if meant != word else ", ".join(near(word, choices))
    parts = [
        refusal(_bare(reason), {**reason.details, "nearest": ""}),
        say("cli.meant", word=meant) if meant else "",
        say("cli.possible", choices=", ".join(_both(key, one) for one in choices)),
    ]
    return " ".join(part for part in parts if part)


def _key(patterns: Sequence[tuple[str, str]], found: str) -> str:
    """The key of the text for what a reader found; "" where there is none."""
    return next((key for pattern, key in patterns if re.search(pattern, found)), "")


def _bare(reason: Refused) -> str:
    """The key of the sentence that names no nearest words itself."""
    return f"{reason.key}_bare" if known(f"refused.{reason.key}_bare") else reason.key


def _choices(mistake: Mistake) -> tuple[str, Sequence[str], str]:
    """What was written, what can be written there, and the key that has words for that."""
    reason, type_ = mistake.reason, type_of(mistake.record)
    place = str(reason.details.get("field", ""))
    name, _, part = place.partition(".")
    if reason.key == "unknown_type":
        return str(reason.details["value"]), TYPES, "type"
    field = FIELDS.get(type_, {}).get(name)
    if reason.key == "unknown_field":
        names = field.names if field else [one for one in FIELDS[type_] if one != "joined"]
        return part or name, names, "field"
    if reason.key not in _VALUES or field is None:
        return "", (), ""
    word = str(reason.details.get("value"))
    parts = {one.name: one.choices for one in (*field.keys, *field.parts)}
    key = name if field.is_set else place
    return word, field.choices or parts.get(part, ()), key


def _both(key: str, choice: str) -> str:
    """The word for a folder, and what the screen calls it."""
    said = choice_word(key, choice)
    return f"{choice} ({said.lower()})" if said.lower() != choice else choice
