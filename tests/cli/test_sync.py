"""`sync`: what it says, gives and ends with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from seed.releases import ARRANGEMENT
from tests.cli.conftest import Desk

CODE = "OOST-2-TWE-04"
DeskOf = Callable[[str], Desk]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "wisselmap"
    folder.mkdir()
    return folder


def test_two_desks_end_equal_and_see_the_conflict(desk_of: DeskOf, place: Path) -> None:
    anna, bart = desk_of("Anna"), desk_of("Bart")
    anna.run("status", CODE, "in_progress")
    told = anna.run("sync", place)
    assert told.stdout == ""
    assert "in de map gezet (voor partners)" in told.stderr
    bart.run("status", CODE, "on_hold")
    told = bart.run("sync", place, code=3)
    assert "Anna (2)" in told.stderr
    assert "1 nieuw conflict" in told.stderr
    anna.run("sync", place, code=3)
    again = anna.run("sync", place)
    assert again.stderr == "Alles in deze map is hier al bekend.\n"
    (conflict,) = anna.json("conflicts", code=3)  # type: ignore[misc]
    assert [claim["value"] for claim in conflict["claims"]] == ["on_hold", "in_progress"]
    assert anna.json("check") == []


def test_json_says_all_of_it(desk: Desk, place: Path) -> None:
    (place / "x.acts.jsonl").write_bytes(b"{}\n")
    done = desk.json("sync", place, "--profile", "internal", code=3)
    assert isinstance(done, dict)
    assert (done["profile"], done["new_acts"], done["joined"]) == ("internal", 0, 0)
    assert done["written"] > 0
    assert done["segments"] == 1
    assert [(one["file"], one["reason"]) for one in done["spoilt"]] == [("x.acts.jsonl", "spoilt")]
    assert done["unwritten"] is None


def test_files_of_months_that_are_over_are_joined(desk: Desk, place: Path) -> None:
    for n in range(3):
        desk.run("edit", CODE, f"goal=doel {n}")
        desk.run("sync", place)
    old = place / "2014-10"
    next(place.iterdir()).rename(old)
    told = desk.run("sync", place)
    assert "3 bestanden van voorbije maanden samengevoegd" in told.stderr
    assert [one.parent.name for one in place.rglob("*.jsonl")] == ["2014-12"]
    assert desk.json("sync", place)["joined"] == 0  # type: ignore[index, call-overload]


def test_what_waits_for_another_file_is_counted(
    desk_of: DeskOf, place: Path, tmp_path: Path
) -> None:
    anna, bart = desk_of("Anna"), desk_of("Bart")
    anna.run("sync", place)
    for n in range(2):
        anna.run("edit", CODE, f"goal=doel {n}")
        anna.run("sync", place)
    first, second = sorted(place.rglob("*.jsonl"), key=lambda one: one.stat().st_mtime_ns)[1:]
    away = first.rename(tmp_path / "later.jsonl")
    told = bart.run("sync", place, code=3)
    assert "wacht op 1 wijziging uit een ander bestand" in told.stderr
    assert bart.show(CODE)["incomplete"] == ["goal"]
    away.rename(place / "later.jsonl")
    assert "wacht op" not in bart.run("sync", place).stderr
    assert bart.show(CODE)["incomplete"] == []
    assert bart.show(CODE)["goal"] == "doel 1"
    assert second.exists()


def test_a_spoilt_file_is_named_on_stderr(desk: Desk, place: Path) -> None:
    (place / "2014-10").mkdir()
    (place / "2014-10" / "x.acts.jsonl").write_bytes(b"{}\n")
    told = desk.run("sync", place, code=3)
    assert "2014-10/x.acts.jsonl: Dit bestand is beschadigd" in told.stderr


def test_a_look_names_what_it_cannot_read(desk_of: DeskOf, place: Path) -> None:
    """So it does not say that all is known."""
    anna, bart = desk_of("Anna"), desk_of("Bart")
    anna.run("edit", "OOST-2-TWE-04", "goal=van Anna")
    anna.run("sync", place)
    (file,) = place.rglob("*.acts.jsonl")
    file.write_bytes(file.read_bytes()[:-40])
    told = bart.run("sync", place, "--preview", code=3).stderr
    assert file.name in told
    assert "Verder is alles in deze map hier al bekend." in told
    assert "Alles in deze map" not in told


def test_a_new_file_takes_the_arrangement_of_the_folder(
    desk: Desk, place: Path, tmp_path: Path
) -> None:
    desk.run("status", CODE, "in_progress")
    desk.run("sync", place)
    new = Desk(tmp_path / "nieuw.db", "Cor")
    told = new.run("sync", place)
    assert "Nieuw bestand gemaakt" in told.stderr
    assert ": arrangement (" in told.stderr  # what was released is no person's doing
    assert new.show(CODE)["status"] == "in_progress"
    assert new.show(f"arrangement/{ARRANGEMENT}")["id"] == f"arrangement/{ARRANGEMENT}"


def test_without_a_file_or_changes_there_is_nothing_to_begin_with(
    place: Path, tmp_path: Path
) -> None:
    new = Desk(tmp_path / "nieuw.db", "Cor")
    assert "nog geen wijzigingen" in new.refused("sync", place)
    assert "bestaat niet" in new.refused("sync", place / "weg")
    assert not new.db.exists()


def test_what_cannot_be_a_profile_is_refused(desk: Desk, place: Path) -> None:
    assert "niet openbaar" in desk.refused("sync", place, "--profile", "public")
    assert "partners, internal" in desk.refused("sync", place, "--profile", "iedereen")
    assert list(place.iterdir()) == []


def test_a_part_of_an_exchange_folder_is_refused_with_its_root(
    desk: Desk, desk_of: Callable[[str], Desk], tmp_path: Path
) -> None:
    place, bob = tmp_path / "wissel", desk_of("Bob")
    place.mkdir()
    desk.run("sync", place)
    (month,) = place.iterdir()
    (place / "verslagen").mkdir()
    for part in (month, month / "dieper", place / "verslagen"):
        part.mkdir(exist_ok=True)
        told = bob.refused("sync", part)
        assert told == f"{part} ligt in een wisselmap. Wissel uit met die map zelf: {place}"
    bob.db.unlink()
    assert str(place) in bob.refused("sync", month)
    assert not bob.db.exists()
    bob.run("sync", place)
