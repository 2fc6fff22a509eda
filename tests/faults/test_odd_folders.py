"""Exchange folders with files in them that are a trick."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.store import Store
from tests.faults.conftest import DeskIn
from tests.faults.folders import CODE, segments, title
from tests.faults.odd import ODD

IN_A_LINE = {name: spoil for name, spoil in ODD.items() if "head" not in name}

NAMES = [
    "regel\neinde.acts.jsonl", "\x1b[31mrood.acts.jsonl", "om\u202enosj.acts.jsonl",
    "a b'c\"d.acts.jsonl", "[bold]{0}.acts.jsonl", "$HOME.acts.jsonl", "-o", "é.ACTS.JSONL",
    "z" * 243 + ".acts.jsonl", os.fsdecode(b"\xff\xfe.acts.jsonl"), "con.acts.jsonl", "\\..\\x",
]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_odd_names_of_files_and_folders(
    desk_in: DeskIn, given: Path, tmp_path: Path, name: str
) -> None:
    """Read by content, named without steering the terminal, and left where they are."""
    desk = desk_in(tmp_path)
    (file,) = segments(given)
    odd = given / name[:60] / name
    odd.parent.mkdir()
    file.rename(odd)
    (odd.parent / f"half{name[-100:]}").write_bytes(odd.read_bytes()[:-9])
    result = desk.run("sync", given, code=3)
    assert "houdt te vroeg op" in result.stderr
    result_json = desk.attempt("sync", given, "--format", "json")
    for text in (result.stderr, result_json.stdout, desk.run("history", CODE).output):
        assert not set(text.replace("\n", "")) & {*map(chr, range(32)), "\x9b", "\u202e"}
    assert title(desk) == "van bob"
    assert odd.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has none of these")
def test_what_is_no_file_is_left_alone(desk_in: DeskIn, given: Path, tmp_path: Path) -> None:
    """A pipe that nobody writes in would keep who reads it waiting for ever."""
    desk = desk_in(tmp_path)
    (file,) = segments(given)
    outside = tmp_path / "elders"
    outside.mkdir()
    file.rename(outside / file.name)
    os.mkfifo(given / "pijp.acts.jsonl")
    (given / "map.acts.jsonl").mkdir()
    (given / "ring").symlink_to(given)
    (given / "apparaat.acts.jsonl").symlink_to("/dev/zero")
    (given / "link").symlink_to(outside)
    (given / "link.acts.jsonl").symlink_to(outside / file.name)
    desk.run("sync", given)
    assert title(desk) != "van bob"
    assert len(segments(given)) == 4 + 1


@pytest.mark.parametrize("spoil", IN_A_LINE.values(), ids=IN_A_LINE)
def test_an_odd_segment_bars_no_other(
    desk_in: DeskIn, given: Path, bob: Store, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    desk = desk_in(tmp_path)
    (whole,) = segments(given)
    lines = whole.read_bytes().split(b"\n")
    (at,) = (n for n, line in enumerate(lines) if b'"van bob"' in line)
    odd = whole.with_name("vreemd.acts.jsonl")
    odd.write_bytes(b"\n".join([lines[0], *lines[1:at], spoil(lines[at]), *lines[at + 1 :]]))
    told = desk.run("sync", given, code=3).stderr
    assert "vreemd.acts.jsonl" in told
    assert max(map(len, told.splitlines())) < 500
    assert title(desk) == "van bob"
    assert odd.exists()
    desk.run("check")
