"""Which files this user worked with: what is remembered, and what cannot be read."""

from pathlib import Path

import pytest

from storage.files.config_folder import config_folder
from tui.user import recent


@pytest.fixture
def place() -> Path:
    return config_folder() / "files.json"


def test_files_of_other_arrangements_the_last_one_first(db: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.db" for n in range(recent.MOST + 5)]
    for file in files:
        file.touch()
        recent.remember_file(file, file.stem)
    recent.remember_file(files[-2], files[-2].stem)
    recent.remember_file(tmp_path / "weg.db", "weg")
    found = recent.others("24")
    assert found[:2] == [files[-2], files[-3]]
    assert len(found) == recent.MOST - 2  # without that one, and without what is not there


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"a": 1}', b'{"\\u0000": "x"}', b"\xff"])
def test_what_cannot_be_read_counts_as_nothing(
    db: Path, tmp_path: Path, place: Path, data: bytes
) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    assert recent.others("x") == []
    recent.remember_file(db, "oost")
    assert recent.others("x") == [db]
