"""Snapshots in any layout and segments are refused for the same reasons, in the same words."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.errors import Refused
from storage.exchange.segment_reader import verify
from tests.forged import Forged, Json, act, segment, snapshot, stub_of
from tests.snapshot_bytes import read_snapshot
from tests.storage.small import ARRANGEMENT

ONE, OTHER = act(seq=1), act(seq=2)
STUB = stub_of(act(seq=3))
WRONG: dict[str, tuple[list[Forged], list[Json], Json, str]] = {
    "act twice": ([ONE, OTHER, ONE], [], {}, "an act stands there twice"),
    "stub twice": ([ONE], [STUB, STUB], {}, "an act stands there twice"),
    "too few": ([ONE], [], {"count": 2}, "count 2, acts 1"),
    "too many": ([ONE, OTHER], [], {"count": 1}, "count 1, acts 2"),
    "digest": ([ONE], [], {"acts_digest": "0" * 64}, "acts_digest"),
}


def as_segment(data: bytes, file: Path) -> None:
    file.write_bytes(data)
    with file.open("rb") as opened:
        verify(opened, ARRANGEMENT, lambda _: set())


@pytest.mark.parametrize("how", WRONG)
def test_the_same_words_in_every_kind_of_file(tmp_path: Path, how: str) -> None:
    acts, stubs, head, reason = WRONG[how]
    lines = snapshot(ARRANGEMENT, acts, stubs, **head)
    ways: list[Callable[[], object]] = [
        lambda: read_snapshot(lines),
        lambda: read_snapshot(json.dumps(json.loads(lines), indent=1).encode()),
        lambda: as_segment(segment(ARRANGEMENT, acts, stubs, **head), tmp_path / "x"),
    ]
    for way in ways:
        with pytest.raises(Refused) as told:
            way()
        assert told.value.details == {"line": 1, "reason": reason}
