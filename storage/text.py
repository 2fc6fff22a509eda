"""Text made safe to show and to keep (issue 2, "what bad input gets").

An act that arrives keeps its text as it is; only what is shown, and what a person types here,
is cleaned.
"""

import re
import unicodedata
from typing import TypeGuard

from storage.errors import Refused

_CONTROL = "\x00-\x09\x0b-\x1f\x7f-\x9f"
_BIDI = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_SEPARATORS = "\u2028\u2029"
_SURROGATES = "\ud800-\udfff"
LONGEST = 50_000
"""Characters of a text that a person types: fifteen pages or so. The longest text in the document
of the arrangement has some hundreds; what is longer than this is a document of its own, and each
key that is typed in it would take longer than one notices."""

_NOWHERE = re.compile(f"[\x00{_SURROGATES}]")
_UNSAFE = re.compile(f"[{_CONTROL}{_BIDI}{_SEPARATORS}{_SURROGATES}]")


def is_text(value: object) -> TypeGuard[str]:
    """Whether this is a text that an act, the database and the name of a file can hold."""
    return isinstance(value, str) and _NOWHERE.search(value) is None


def check_length(field: str, value: object) -> None:
    """Refuse a text that is longer than anyone types, also as a part of an object or a list; not
    what arrives in a file."""
    if isinstance(value, str) and len(value) > LONGEST:
        raise Refused("too_long_text", field=field, many=len(value), most=LONGEST)
    if isinstance(value, dict):
        for key, part in value.items():
            check_length(f"{field}.{key}", part)
    elif isinstance(value, list):
        for part in value:
            check_length(field, part)


def shown(text: str) -> str:
    """The text as a screen may show it: a character that could steer the terminal shows as �."""
    return _UNSAFE.sub("�", text.replace("\r\n", "\n").replace("\t", " "))


def one_line(text: str) -> str:
    """The text as ``shown``, without its line breaks."""
    return shown(text).replace("\n", " ")


def typed(text: str) -> str:
    """The text as it is kept when a person types or pastes it: unsafe characters gone, NFC.

    Many terminals end a pasted line with a carriage return alone.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = _UNSAFE.sub("", lines.replace("\t", " "))
    return unicodedata.normalize("NFC", cleaned)
