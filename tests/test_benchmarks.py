"""Every part of the benchmarks runs: once, with little. What it takes is judged nowhere."""

from collections.abc import Mapping

import pytest

from tests.benchmarks.__main__ import PARTS, with_part

LITTLE: Mapping[str, Mapping[str, object]] = {
    "start": {"rounds": 1},
    "screen": {"few": 20, "sizes": (30,), "starts": 1, "rounds": 1},
    "others": {"names": (), "rounds": 0},  # the others are installed, which takes minutes
    "search": {"few": 20, "sizes": (), "rounds": 1},
    "store": {"many": 40, "few": 20},
    "document": {"blocks": 150},
    "past": {"acts": 200, "records": 20, "of_one": 60, "bulk": 20},
    "exchange": {"many": 20},
    "folders": {"many": 40, "few": 20, "changes": 10},
    "faults": {"many": 50},
    "meetings": {"few": 20, "many": 30, "rounds": 1},
    "reports": {"many": 10, "rounds": 1},
}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_the_benchmarks_runs(part: str) -> None:
    found = [*PARTS[part](**LITTLE[part])]
    assert found or part == "others"
    before = with_part(with_part("", "start", found), part, found)
    assert with_part(before, part, found) == before
    assert all(ratio.line in before for ratio in found)
