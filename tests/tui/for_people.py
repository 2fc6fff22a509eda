"""What nobody should read on a screen or in a table: ids, places and names of the code."""

import re

from storage.records.fields import FIELDS
from tests.tui.test_catalogue import texts

_OF_COMMANDS = ("cli.", "refused.", "told.")
"""Begins of keys of texts that name fields as one types them."""
_DUTCH = {
    word
    for key, text in texts("nl").items()
    if not key.startswith(_OF_COMMANDS)
    for word in re.findall(r"[a-z_]+", str(text).lower())
}
_NAMES = {field.name for fields in FIELDS.values() for field in fields.values()} | {*FIELDS}
_SECTIONS = {key.partition(".")[0] for key in texts("nl") if "." in key}

WRONG = {
    "an id": re.compile(rf"(?<![\w/.~-])(?:{'|'.join(FIELDS)})/[\w-]+"),
    "digits of an id": re.compile(r"\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{8,64}\b"),
    "a tail of the seed": re.compile(r"\boost-[0-9b]-[a-z]{3}-[0-9]+\b"),
    "a locator": re.compile(r"\b[a-z0-9]+(?:\.[a-z0-9-]+)?\.(?:h2?|[pb][0-9]+(?:\.s[0-9]+)?)\b"),
    "the name of a field": re.compile(rf"\b(?:{'|'.join(sorted(_NAMES - _DUTCH))})\b"),
    "the key of a text": re.compile(
        rf"\b(?:{'|'.join(_SECTIONS)})\.(?!json|toml|txt|db|md)[a-z_]+[a-z]\b"
    ),
    "a record that exists exists": re.compile(r"[Bb]estaat\s+bestaat"),
}


def not_for_people(text: str) -> list[str]:
    """What stands in a text that is no name, word or number for people."""
    return [f"{what}: {found[0]}" for what, rule in WRONG.items() for found in rule.finditer(text)]
