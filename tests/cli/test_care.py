"""What commands say of the file itself: copies, spoilt files, folders that are copied."""

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.backups.daily_copies import folder_of
from storage.store import Store
from tests.cli.conftest import Desk

CODE = "OOST-2-TWE-04"


def spoil(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(8192)
        file.write(b"\xff" * (path.stat().st_size - 8192))


@pytest.mark.parametrize("words", [("show", CODE), ("edit", CODE, "goal=y"), ("check",)])
def test_a_spoilt_file_names_the_copy_and_the_command(desk: Desk, words: tuple[str, ...]) -> None:
    desk.run("edit", CODE, "goal=x")
    (copy,) = folder_of(desk.db).iterdir()
    spoil(desk.db)
    told = desk.refused(*words)
    assert "Het bestand is beschadigd" in told
    assert "(vandaag)" in told
    command = told.rpartition("met: ")[2]
    assert command == f'arrangement --db "{desk.db}" restore-backup "{copy}"'


def test_the_command_that_it_names_goes_on(desk: Desk) -> None:
    desk.db = desk.db.rename(desk.db.with_name("mijn bestand.db"))
    desk.run("edit", CODE, "goal=x")
    spoil(desk.db)
    damaged = desk.db.read_bytes()
    words = shlex.split(desk.refused("show", CODE).rpartition("arrangement ")[2])
    ran = subprocess.run(
        [sys.executable, "-m", "tui", *words],
        capture_output=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    kept = next(desk.db.parent.glob("*vervangen*"))
    assert str(kept) in ran.stderr.decode()
    assert kept.read_bytes() == damaged
    desk.run("check")
    assert desk.show(CODE)["goal"] is None


def test_without_db_the_command_needs_none(home: Path, desk: Desk) -> None:
    usual = home / "data" / "arrangement" / "oost-2014-2016.db"
    usual.parent.mkdir(parents=True)
    shutil.copy(desk.db, usual)
    with closing(Store.open(usual)) as store:
        store.edit("agreements/oost-2-twe-04", {"goal": "x"})
    spoil(usual)
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "show", CODE],
        capture_output=True, check=False, cwd=Path(__file__).parents[2], env={**os.environ},
    )  # fmt: skip
    assert "met: arrangement restore-backup" in ran.stderr.decode()


def test_a_spoilt_file_without_a_copy_names_none(desk: Desk) -> None:
    spoil(desk.db)
    assert "restore-backup" not in desk.refused("show", CODE)


def test_another_file_that_is_spoilt_names_no_copy_of_this_one(desk: Desk, tmp_path: Path) -> None:
    desk.run("edit", CODE, "goal=x")
    bad = tmp_path / "kapot.db"
    bad.write_bytes(desk.db.read_bytes()[:9000])
    assert "arrangement --db" not in desk.refused("restore-backup", bad)
    assert desk.show(CODE)["goal"] == "x"


def test_a_copy_that_fails_is_told_once_a_day_and_stops_nothing(desk: Desk) -> None:
    folder_of(desk.db).write_text("een bestand waar de map hoort")
    told = [desk.run("edit", CODE, f"goal={n}").stderr for n in range(2)]
    assert ["Geen reservekopie van vandaag" in one for one in told] == [True, False]
    assert desk.show(CODE)["goal"] == "1"


def test_a_folder_that_is_copied_is_told_once_a_day_to_who_writes(desk: Desk) -> None:
    (desk.db.parent / ".stfolder").mkdir()
    for words in (("show", CODE), ("list", "regions"), ("export", "-")):
        assert "Syncthing" not in desk.run(*words).stderr
    told = [desk.run("edit", CODE, f"goal={n}").stderr for n in range(2)]
    assert ["map van Syncthing" in one for one in told] == [True, False]


@pytest.mark.parametrize("target", ["-", "uit.json"])
def test_an_export_is_remembered_also_on_stdout(
    desk: Desk, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.db.parent)
    desk.run("edit", CODE, "goal=x")
    desk.run("export", target)
    (memory,) = (desk.db.parent / "config-Anna").rglob("care/*.json")
    assert '"sent"' in memory.read_text()
    before = memory.read_bytes()
    desk.run("edit", CODE, "goal=y")
    desk.run("export", target, "--profile", "public")
    assert memory.read_bytes() == before
    desk.run("export", target, "--since", "2020-01-01")
    assert memory.read_bytes() != before
