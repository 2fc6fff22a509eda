"""exchange: the folders with what waits in them, who sent what, and forgetting a folder."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_exchange import DeskOf

CODE = "OOST-2-TWE-04"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "wissel map"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(desk_of: DeskOf, place: Path) -> Desk:
    """Anna, who synced with a folder in which something of Bart waits now, and half a file."""
    anna, bart = desk_of("Anna"), desk_of("Bart")
    anna.run("sync", place)
    bart.run("edit", CODE, "title=Anders")
    bart.run("sync", place)
    (place / "half.acts.jsonl").write_text('{"format":"arrangement-acts"\n')
    return anna


def test_folders_tell_what_waits(desk: Desk, place: Path) -> None:
    found = desk.json("exchange", "folders")
    assert isinstance(found, dict)
    (folder,) = found["folders"]
    assert (folder["place"], folder["profile"], folder["unreachable"]) == (
        str(place), "partners", None,
    )  # fmt: skip
    assert [(one["name"], one["acts"]) for one in folder["waiting"]] == [("Bart", 2)]
    assert [Path(one["file"]).name for one in folder["spoilt"]] == ["half.acts.jsonl"]
    told = desk.run("exchange", "folders")
    assert "2 nieuw van Bart (vandaag); half.acts.jsonl: " in told.stdout
    assert "1 wisselmap" in told.stderr


def test_a_folder_that_is_gone_does_not_hide_the_others(
    desk: Desk, place: Path, tmp_path: Path
) -> None:
    desk.run("sync", shutil.copytree(place, tmp_path / "ander"), code=3)
    shutil.rmtree(place)
    found = desk.json("exchange", "folders")
    assert isinstance(found, dict)
    by_name = {Path(one["place"]).name: one for one in found["folders"]}
    assert "bestaat niet" in by_name["wissel map"]["unreachable"]
    assert by_name["ander"]["unreachable"] is None


def test_who_sent_what(desk: Desk, place: Path) -> None:
    desk.run("sync", place, code=3)
    desk.run("edit", CODE, "goal=een doel")
    found = desk.json("exchange", "devices")
    assert isinstance(found, dict)
    assert [
        ([person["name"] for person in one["people"]], one["acts"], one["ours"])
        for one in found["devices"]
    ] == [(["Anna"], 2, True), (["Bart"], 2, False)]
    assert "Bart" in desk.run("exchange", "devices").stdout


def test_a_folder_is_forgotten(desk: Desk, place: Path) -> None:
    before = sorted(place.rglob("*"))
    assert desk.json("exchange", "forget", place) == {"forgotten": str(place)}
    assert desk.json("exchange", "folders") == {"folders": []}
    assert sorted(place.rglob("*")) == before
    desk.refused("exchange", "forget", place)
