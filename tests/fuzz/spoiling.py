"""Spoiling a tree or its bytes in one place, and writing a tree as JSON in many ways."""

import json
from collections.abc import Callable
from random import Random

from tests.fuzz.grammar import FIELDS, IDS, KEYS, NUMBERS, RECORDS, TEXTS, TIMES, Obj, Raw

Spot = tuple[list[object], int]


def written(tree: object, dice: Random, oddness: float = 0.0) -> bytes:
    """The tree as JSON; with ``oddness`` some of it as no canonical writer would."""
    parts: list[bytes] = []
    _write(tree, parts, dice, oddness)
    return b"".join(parts)


def _write(node: object, parts: list[bytes], dice: Random, oddness: float) -> None:
    blank = dice.choice([b" ", b"\n", b"\t\r\n"]) if dice.random() < oddness / 4 else b""
    parts.append(blank)
    if isinstance(node, Raw):
        parts.append(bytes(node))
    elif isinstance(node, str):
        parts.append(_string(node, dice, oddness))
    elif isinstance(node, Obj):
        parts.append(b"{")
        for number, pair in enumerate(node):
            for place, one in enumerate(pair):  # a spoilt pair may hold one thing, or three
                parts.append(b":" if place else b"," if number else b"")
                _write(one, parts, dice, oddness)
        parts.append(b"}")
    elif isinstance(node, list):
        parts.append(b"[")
        for number, value in enumerate(node):
            parts.append(b"," if number else b"")
            _write(value, parts, dice, oddness)
        parts.append(b"]")
    else:
        parts.append(json.dumps(node).encode())
    parts.append(blank)


def _string(text: str, dice: Random, oddness: float) -> bytes:
    if oddness and dice.random() < oddness:
        style: list[Callable[[str], str]] = [
            json.dumps, lambda s: json.dumps(s).replace("/", "\\/"),
            lambda s: '"' + "".join(f"\\u{ord(c) & 0xFFFF:04X}" for c in s) + '"',
            lambda s: f'"{s}"',
        ]  # fmt: skip
        return dice.choice(style)(text).encode("utf-8", "surrogatepass")
    return json.dumps(text, ensure_ascii=False).encode("utf-8", "surrogatepass")


def spoil(tree: object, dice: Random) -> object:
    """The tree with one thing changed, in place where it can be."""
    spots = _spots(tree)
    if not spots:
        return _anything(dice)
    where, index = dice.choice(spots)
    dice.choice(WAYS)(where, index, dice)
    return tree


def _spots(tree: object) -> list[Spot]:
    found: list[Spot] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            found += [(node, index) for index in range(len(node))]
            waiting += node
    return found


def _anything(dice: Random) -> object:
    depth = dice.choice([1, 12, 13, 14, 15, 16, 17, 1000, 100_000])
    deep = [b"[" * depth + b"]" * depth, b'{"a":' * depth + b"1" + b"}" * depth, b"[" * depth]
    pools: list[list[object]] = [
        [*TEXTS], [*NUMBERS], [*TIMES], [*RECORDS], [*FIELDS], [*KEYS], [*IDS],
        [None, True, False, [], Obj(), [IDS[1], IDS[0]], [IDS[0], IDS[0]], [[]], ["own"]],
        [Raw(dice.choice(deep))],
    ]  # fmt: skip
    return dice.choice(dice.choice(pools))


def _replace(where: list[object], index: int, dice: Random) -> None:
    if isinstance(where, Obj):
        where[index] = [dice.choice([*KEYS, *TEXTS]), _anything(dice)]
    else:
        where[index] = _anything(dice)


def _remove(where: list[object], index: int, dice: Random) -> None:
    del where[index]


def _double(where: list[object], index: int, dice: Random) -> None:
    where.insert(dice.randint(0, len(where)), where[index])


def _swap(where: list[object], index: int, dice: Random) -> None:
    other = dice.randrange(len(where))
    where[index], where[other] = where[other], where[index]


def _wrap(where: list[object], index: int, dice: Random) -> None:
    if not isinstance(where, Obj):
        for _ in range(dice.choice([1, 1, 12, 13, 15, 16])):
            where[index] = [where[index]] if dice.random() < 0.5 else Obj([["a", where[index]]])


def _add(where: list[object], index: int, dice: Random) -> None:
    pair = [dice.choice([*KEYS, *TEXTS]), _anything(dice)]
    where.insert(index, pair if isinstance(where, Obj) else _anything(dice))


def _alike(where: list[object], index: int, dice: Random) -> None:
    """Another of its own kind: a time for a time, an id for an id."""
    for pool in (TIMES, IDS, RECORDS, FIELDS, KEYS):
        if isinstance(where[index], str) and where[index] in pool:
            where[index] = dice.choice(pool)
            return
    _replace(where, index, dice)


WAYS = (_replace, _replace, _alike, _alike, _remove, _double, _swap, _wrap, _add)


def spoilt_bytes(data: bytes, dice: Random) -> bytes:
    """The bytes with one place changed, cut off, or repeated."""
    at = dice.randint(0, len(data))
    to = min(len(data), at + dice.choice([1, 1, 2, 8, 64]))
    flipped = bytes([data[at] ^ 1 << dice.randrange(8)]) if at < len(data) else b""
    ways = [
        data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :],
        data[:at] + flipped + data[at + 1 :],
        data[:at] + dice.choice([b'"', b"\\", b",", b"{", b"]", b"\xff", b"\0", b"\n"]) + data[at:],
        data[:at] + data[to:],
        data[:at] + data[at:to] * dice.choice([2, 3, 100]) + data[to:],
        data[:at],
        b"\xef\xbb\xbf" + data,
    ]
    return dice.choice(ways)
