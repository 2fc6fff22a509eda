"""The bytes of an act, and the rules that make them one-to-one with its meaning (contract §2)."""

import json
from collections.abc import Iterable
from json.encoder import encode_basestring
from typing import NoReturn

LARGEST_INTEGER = 2**53 - 1
DEEPEST = 16
LONGEST = 16 * 1024 * 1024


class NotAnAct(ValueError):  # noqa: N818 - a finding, not a failure of ours
    """Bytes or values that break the rules; the argument says which rule, in English."""


def encode(value: object) -> bytes:
    """The canonical bytes of a JSON value.

    Raises NotAnAct where the value has no such bytes (NaN, lone surrogates); ``check_value``
    refuses the rest.
    """
    try:
        return written(value).encode()
    except UnicodeEncodeError as error:
        raise NotAnAct(f"cannot be written as canonical JSON: {error}") from error


def written(value: object) -> str:
    """The same as text; of a value that came out of an act, as lone surrogates pass here."""
    if isinstance(value, str):  # what most fields hold, without the detour
        return encode_basestring(value)
    if value is None or value is True:
        return "null" if value is None else "true"
    try:
        return _ENCODER.encode(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotAnAct(f"cannot be written as canonical JSON: {error}") from error


def digest(data: bytes) -> str:
    """Lower-case hex SHA-256."""
    from hashlib import sha256  # OpenSSL: who only reads tables need not load it

    return sha256(data).hexdigest()


def decode(data: bytes | str) -> object:
    """Read JSON strictly: no floats, no NaN, no duplicate keys.

    Raises NotAnAct with the reason; ``json`` alone would accept all three.
    """
    try:
        text = data.decode() if isinstance(data, bytes) else data
        return _DECODER.decode(text)
    except UnicodeDecodeError as error:
        raise NotAnAct(f"is not UTF-8 at byte {error.start + 1}") from error
    except json.JSONDecodeError as error:
        what = "is cut short" if _ends_too_early(error) else "is not JSON"
        raise NotAnAct(f"{what} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise NotAnAct("is nested too deep") from error


def _ends_too_early(error: json.JSONDecodeError) -> bool:
    """Whether a text is the beginning of an object, and there is no more of it."""
    text = error.doc.strip()
    unclosed = error.pos >= len(error.doc.rstrip()) or not text.endswith("}")
    return text.startswith("{") and unclosed


def check_value(value: object, deepest: int = DEEPEST) -> None:
    """Refuse what may not stand in an act: odd types, big integers, NUL, too deep nesting."""
    waiting: list[tuple[Iterable[object], int]] = [((value,), 1)]
    while waiting:
        parts, depth = waiting.pop()
        for part in parts:
            if isinstance(part, str):
                if "\0" in part:
                    raise NotAnAct("holds a NUL character")
            elif isinstance(part, (list, dict)):
                if depth > deepest:
                    raise NotAnAct(f"is nested deeper than {deepest}")
                if isinstance(part, dict):
                    waiting.append((part.keys(), depth + 1))
                    waiting.append((part.values(), depth + 1))
                elif part:
                    waiting.append((part, depth + 1))
            elif part is not None and not isinstance(part, bool):
                if not isinstance(part, int):
                    raise NotAnAct(f"holds a {type(part).__name__}")
                if not -LARGEST_INTEGER <= part <= LARGEST_INTEGER:
                    raise NotAnAct("holds an integer outside ±(2^53-1)")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotAnAct("has a key twice in one object")
    return found


def _integer(digits: str) -> int:
    if len(digits) > 17:
        raise NotAnAct("holds an integer outside ±(2^53-1)")
    return int(digits)


def _refuse_number(digits: str) -> NoReturn:
    raise NotAnAct(f"holds the number {digits[:40]}, which is not an integer")


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique,
    parse_int=_integer,
    parse_float=_refuse_number,
    parse_constant=_refuse_number,
)
