"""What each reader must do with any bytes, checked on one spoilt input at a time.

A target makes an input of its own kind, reads it, and returns what came of it in a few words; an
AssertionError, or any error that is not the reader's own way to say no, is a finding.
"""

import gzip
import hashlib
import json
from collections.abc import Callable
from io import BufferedReader, BytesIO
from random import Random

from storage.acts import (
    NotAnAct,
    act_from,
    decode,
    encode,
    make_stub,
    read_act,
    read_stub,
)  # fmt: skip
from storage.errors import Refused
from storage.exchange.segment_reader import unknown_in, verify
from storage.snapshot.salvage import read_or_salvage
from storage.snapshot.snapshot_reader import Snapshot
from tests.fuzz import grammar, rules
from tests.fuzz.inputs import Input, acts_digest, dumped, spoilt, spoilt_file, spoilt_segment
from tests.fuzz.spoiling import spoilt_bytes
from tests.schemas import wrong
from tests.snapshot_bytes import of_bytes, read_snapshot
from tests.storage.small import ARRANGEMENT


def act(dice: Random) -> str:
    """Acts: `storage.acts` and the rules said a second time agree, both ways."""
    data = Input.data = spoilt(grammar.act(dice), dice)
    broken = rules.broken_act(data)
    as_bytes = _read(act_from, data)
    assert (as_bytes is None) == (broken is not None), f"act_from disagrees: {broken}"
    any_layout = _read(lambda: read_act(decode(data)))
    canonical = _canonical(data)
    broken = rules.broken_act(canonical) if canonical is not None else "no JSON of acts"
    assert (any_layout is None) == (broken is not None), f"read_act disagrees: {broken}"
    if any_layout is None:
        return f"no: {broken}"
    assert any_layout.data == canonical
    assert wrong("act", json.loads(canonical or b"")) == []
    assert any_layout.id == hashlib.sha256(canonical or b"").hexdigest()
    assert act_from(any_layout.data) == any_layout
    left = make_stub(any_layout)
    assert read_stub(decode(encode(left.as_json()))) == left
    return "yes" if as_bytes else "yes, written otherwise"


def stub(dice: Random) -> str:
    """Stubs: the same."""
    data = Input.data = spoilt(grammar.stub(dice), dice)
    found = _read(lambda: read_stub(decode(data)))
    canonical = _canonical(data)
    broken = rules.broken_stub(canonical) if canonical is not None else "no JSON of acts"
    assert (found is None) == (broken is not None), f"read_stub disagrees: {broken}"
    if found is not None:
        assert read_stub(decode(encode(found.as_json()))) == found
        assert wrong("stub", found.as_json()) == []
    return "yes" if found else f"no: {broken}"


def file(dice: Random) -> str:
    """Snapshots: refused, or read alike in any layout, with acts that the rules allow."""
    data = Input.data = spoilt_file(dice)
    found = _read(lambda: _Read(read_snapshot(data)))
    saved = _read(lambda: _Read(read_or_salvage(of_bytes(data))))
    assert (found is None) or saved == found
    for one in [found, saved]:
        for made in (one and one.acts) or []:
            assert rules.broken_act(made.data) is None
    packed = _spoilt_packed(data, dice)
    as_packed = _read(lambda: _Read(read_snapshot(packed)))
    assert as_packed in (None, found), "read otherwise where it is packed"
    if found is None:
        return "no" if saved is None else f"saved {bool(saved.acts)} {bool(saved.bad)}"
    try:
        again = json.dumps(json.loads(data.removeprefix(b"\xef\xbb\xbf")), indent=1).encode()
    except ValueError:  # in records that are not read, as their digest is right
        return "yes, with a line end amid its records"
    assert _Read(read_snapshot(again)) == found, "read otherwise in another layout"
    if found.acts is None:
        return "records only"
    head = json.loads(again)
    left = [one.as_json() for one in found.stubs]
    assert head["acts_digest"] == acts_digest([made.data for made in found.acts], left)
    assert head["count"] == len(found.acts)
    return "edited" if found.records is not None else "yes"


def _spoilt_packed(data: bytes, dice: Random) -> bytes:
    packed = gzip.compress(data, dice.choice([1, 9]), mtime=0)
    return spoilt_bytes(packed, dice) if dice.random() < 0.5 else packed


def segment(dice: Random) -> str:
    """Segments of an exchange folder: refused, or whole, every line an act that the rules allow."""
    data = Input.data = spoilt_segment(dice)
    opened = BufferedReader(BytesIO(data))
    found = _read(lambda: verify(opened, ARRANGEMENT, _nothing))
    if found is None:
        return "no"
    first, *lines = data.split(b"\n")
    assert lines.pop() == b"", "the last line has no end"
    head = json.loads(first)
    assert not [broken for line in lines if (broken := rules.broken_act(line))]
    assert (len(lines), len(set(lines))) == (head["count"], len(lines))
    assert acts_digest(lines, head["erased"]) == head["acts_digest"]
    assert [one.data for acts in unknown_in(opened, found, _nothing) for one in acts] == lines
    assert found.digest == hashlib.sha256(data).hexdigest()
    assert wrong("segment", [json.loads(line) for line in (first, *lines)]) == []
    return "yes"


def _nothing(_: object) -> set[str]:
    return set()


class _Read:
    """What a file says, whatever its layout. Raises Refused for a line that is no act."""

    def __init__(self, file: Snapshot) -> None:
        self.acts, self.stubs = file.acts, file.stubs
        self.records, self.bad = file.records, file.bad
        self.head = (file.arrangement, file.profile, file.exported_at, file.exported_by)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Read) and vars(self) == vars(other)

    __hash__ = None


def _read(reader: Callable[..., object], *given: object) -> object:
    """What the reader gives, or None where it says no in its own way."""
    try:
        return reader(*given)
    except (NotAnAct, Refused):
        return None


def _canonical(data: bytes) -> bytes | None:
    """These bytes as `json` of the standard library reads and writes them; None for a key twice
    in one object, and for what is no JSON."""
    try:
        return dumped(json.loads(data.decode(), object_pairs_hook=_once))
    except (ValueError, RecursionError):
        return None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)
