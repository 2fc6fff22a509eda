"""Ids counted and digested in parts."""

import hashlib
from random import Random

import pytest

from storage.acts import IdSet, encode


@pytest.mark.parametrize("count", [0, 1, 4096, 10_000])
def test_the_digest_is_that_of_all_ids_sorted(count: int) -> None:
    dice = Random(count)
    ids = [f"{dice.getrandbits(256):064x}" for _ in range(count)]
    tally = IdSet()
    for one in ids:
        tally.add(one)
    lines = "".join(f"{one}\n" for one in sorted(ids)).encode() + encode([]) + b"\n"
    assert tally.digest([]) == hashlib.sha256(lines).hexdigest()
    assert (len(tally), tally.double) == (count, None)


@pytest.mark.parametrize("between", [0, 5000])
def test_an_id_that_passes_twice_is_found(between: int) -> None:
    dice = Random(1)
    tally = IdSet()
    for one in ["a" * 64, *(f"{dice.getrandbits(256):064x}" for _ in range(between)), "a" * 64]:
        tally.add(one)
    assert tally.double == "a" * 64
