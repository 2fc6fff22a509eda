"""JSON that was made to trip a reader, out of a good file with "van bob" in it."""

import json
from collections.abc import Callable

DEEP = 100_000


def put(into: bytes, data: bytes) -> bytes:
    """The snapshot with something odd as the value of the last edit."""
    changed = data.replace(b'"van bob"', into)
    assert changed != data
    return changed


ODD: dict[str, Callable[[bytes], bytes]] = {
    "deep lists": lambda data: b"[" * DEEP + b"]" * DEEP,
    "deep objects": lambda data: b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "never closed": lambda data: b'{"records":' + b"[" * DEEP,
    "deep value": lambda data: put(b"[" * DEEP + b"]" * DEEP, data),
    "deeper than allowed": lambda data: put(b"[" * 17 + b"]" * 17, data),
    "deep in the head": lambda data: data.replace(b'"partners"', b"[" * DEEP + b"]" * DEEP, 1),
    "key twice": lambda data: data.replace(b'"seq":2,', b'"seq":2,"seq":2,'),
    "head twice": lambda data: data.replace(b'"count":', b'"count":1,"count":', 1),
    "NaN": lambda data: put(b"NaN", data),
    "Infinity": lambda data: put(b"-Infinity", data),
    "fraction": lambda data: put(b"1.5", data),
    "exponent": lambda data: put(b"1e999999999", data),
    "2^64": lambda data: put(b"18446744073709551616", data),
    "2^53": lambda data: put(b"9007199254740992", data),
    "a million digits": lambda data: put(b"9" * 1_000_000, data),
    "lone surrogate": lambda data: put(b'"\\ud800"', data),
    "surrogate the other way": lambda data: put(b'"\\udc00\\ud800"', data),
    "surrogate as bytes": lambda data: put(b'"\xed\xa0\x80"', data),
    "surrogate as key": lambda data: put(b'{"\\udfff":1}', data),
    "NUL": lambda data: put(b'"\\u0000"', data),
    "raw NUL": lambda data: put(b'"\x00"', data),
    "raw newline": lambda data: put(b'"a\nb"', data),
    "overlong UTF-8": lambda data: put(b'"\xc0\xaf"', data),
    "comment": lambda data: put(b'"x" /* y */', data),
    "trailing comma": lambda data: put(b'"x",', data),
    "single quotes": lambda data: put(b"'x'", data),
    "two documents": lambda data: data + data,
    "bytes behind it": lambda data: data + b"\x00" * 10,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "UTF-32": lambda data: data.decode().encode("utf-32"),
    "empty": lambda data: b"",
    "only a mark": lambda data: b"\xef\xbb\xbf",
    "only NULs": lambda data: bytes(100_000),
    "a text": lambda data: b'"' + b"x" * 1_000_000 + b'"',
    "a number": lambda data: b"1" * 1_000_000,
    "a list of files": lambda data: b"[" + data + b"]",
    "an act of 17 MiB": lambda data: put(b'"' + b"x" * (17 << 20) + b'"', data),
    "every key wrong": lambda data: json.dumps({key: {} for key in json.loads(data)}).encode(),
    "every key a list": lambda data: json.dumps({key: [[]] for key in json.loads(data)}).encode(),
    "every key null": lambda data: json.dumps(dict.fromkeys(json.loads(data))).encode(),
}
