"""Bytes to read: acts, stubs and snapshots with something wrong, or nothing."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from storage.acts import Act, NotAnAct, Stub, decode, make_stub, read_act
from storage.formats.segment_layout import segment
from tests.fuzz import grammar
from tests.fuzz.spoiling import spoil, spoilt_bytes, written
from tests.storage.small import ARRANGEMENT
from tests.storage.written import file_of


class Input:
    """The bytes that are being read, for whoever reports a finding, and a folder for files."""

    data = b""
    folder = Path()


def spoilt(tree: object, dice: Random) -> bytes:
    """The tree as bytes, often with something changed."""
    for _ in range(dice.choice([0, 1, 1, 1, 2, 3])):
        tree = spoil(tree, dice)
    data = written(tree, dice, dice.choice([0, 0, 0, 0.2, 0.9]))
    if dice.random() < 0.2:
        data = spoilt_bytes(data, dice)
    return data


def spoilt_file(dice: Random, more: Sequence[Act] = ()) -> bytes:
    """A snapshot of made acts and these, with something changed in it."""
    acts, stubs = _made(dice)
    lines = file_of([*more, *acts], stubs).split(b"\n")
    for _ in range(dice.choice([0, 1, 1, 2, 3])):
        _spoil_line(lines, dice)
    data = b"\n".join(lines)
    if dice.random() < 0.1:
        data = _records_of(data)
    if dice.random() < 0.7:
        data = _repaired(data)
    if dice.random() < 0.3:
        data = _spoilt_or_same(data, dice)
    return spoilt_bytes(data, dice) if dice.random() < 0.1 else data


def spoilt_segment(dice: Random) -> bytes:
    """The same for a segment of an exchange folder."""
    acts, stubs = _made(dice)
    made = segment(ARRANGEMENT, [(one.id, one.data) for one in acts], stubs)
    lines = made.split(b"\n")[:-1]
    for _ in range(dice.choice([0, 1, 1, 2, 3])):
        _spoil_line(lines, dice)
    if dice.random() < 0.7:
        head = _tree(lines[0])
        for pair in head if isinstance(head, grammar.Obj) else []:
            if pair[0] == "count":
                pair[1] = len(lines) - 1
            if pair[0] == "acts_digest":
                pair[1] = acts_digest(lines[1:], _erased(lines[0]))
        lines[0] = written(head, dice) if head else lines[0]
    data = b"".join(line + b"\n" for line in lines)
    return spoilt_bytes(data, dice) if dice.random() < 0.1 else data


def _erased(line: bytes) -> object:
    found = json.loads(line)
    return found.get("erased") if isinstance(found, dict) else None


def _made(dice: Random) -> tuple[list[Act], list[Stub]]:
    acts, stubs = {}, {}
    for _ in range(dice.randint(0, 4)):
        made = read_act(decode(written(grammar.act(dice), dice)))
        if dice.random() < 0.2:
            stubs[made.id] = make_stub(made)
        else:
            acts[made.id] = made
    return list(acts.values()), list(stubs.values())


def _spoil_line(lines: list[bytes], dice: Random) -> None:
    at = dice.randrange(len(lines))
    match dice.randrange(6):
        case 0:
            lines[at] = spoilt_bytes(lines[at], dice)
        case 1:
            del lines[at]
        case 2:
            lines.insert(dice.randint(0, len(lines)), lines[at])
        case 3:
            other = dice.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case _:  # an act, a stub, a record or the head, as a tree
            body, comma = lines[at].removesuffix(b","), lines[at][-1:] == b","
            closing = b"" if body.endswith(b"}") else b"}"
            if (tree := _tree(body + closing)) is not None:
                line = spoilt(tree, dice)
                lines[at] = line[: len(line) - len(closing)] + b"," * comma
    if not lines:
        lines.append(b"")


def _spoilt_or_same(data: bytes, dice: Random) -> bytes:
    tree = _tree(data)
    if tree is None:
        return data
    return written(tree if dice.random() < 0.5 else spoil(tree, dice), dice, 0.2)


def _records_of(data: bytes) -> bytes:
    """The same as a file with records only."""
    tree = _tree(data)
    kept = ("records", "arrangement", "format", "version")
    if not isinstance(tree, grammar.Obj):
        return data
    return written(grammar.Obj(pair for pair in tree if pair[0] in kept), Random(0))


def _repaired(data: bytes) -> bytes:
    """The file with the count and the digest of the acts that it now holds, so that what else
    is wrong with it is reached."""
    try:
        whole = json.loads(data)
        acts = [dumped(one) for one in whole["acts"]]
        was, count = whole["acts_digest"], whole["count"]
        now = acts_digest(acts, whole["erased"])
        data = data.replace(was.encode(), now.encode(), 1)
        return data.replace(b'"count":%d' % count, b'"count":%d' % len(acts), 1)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return data


def _tree(data: bytes) -> object:
    try:
        return grammar.tree_of(data)
    except NotAnAct:
        return None


def acts_digest(acts: Iterable[bytes], erased: object) -> str:
    """What contract §3 says stands in the head of a file with these acts and stubs."""
    ids = sorted(hashlib.sha256(one).hexdigest() for one in acts)
    lines = [*(one.encode() for one in ids), dumped(erased)]
    return hashlib.sha256(b"".join(line + b"\n" for line in lines)).hexdigest()


def dumped(value: object) -> bytes:
    """The canonical bytes, by the standard library."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")
