"""What is said of conflicts, settlements and own values, before and after they come in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Desk

CODE = "OOST-2-TWE-04"
DeskOf = Callable[[str], Desk]


@pytest.fixture
def two(desk_of: DeskOf) -> tuple[Desk, Desk]:
    """Anna and Bart, who both changed the status."""
    anna, bart = desk_of("Anna"), desk_of("Bart")
    anna.run("status", CODE, "in_progress")
    bart.run("status", CODE, "on_hold")
    return anna, bart


def send(sender: Desk, folder: Path) -> Path:
    file = folder / f"van-{sender.name}.json"
    sender.run("export", file, "--force")
    return file


def test_a_preview_names_what_arises_and_who_settles_what(
    two: tuple[Desk, Desk], tmp_path: Path
) -> None:
    anna, bart = two
    told = bart.run("import", send(anna, tmp_path), "--preview").stderr
    assert "1 nieuw conflict: TWE-04 (status)" in told
    bart.run("import", send(anna, tmp_path), code=3)
    bart.run("resolve", CODE, "status", "--value", "on_hold", "--why", "besproken")
    file = send(bart, tmp_path)
    anna.run("import", file, "--preview")
    told = anna.run("import", file).stderr
    assert "uw waarde vervalt bij TWE-04 (status), door Bart" in told
    assert "conflict" not in told  # it came settled


def test_what_settles_a_conflict_here_is_told_with_the_value_that_lost(
    two: tuple[Desk, Desk], tmp_path: Path
) -> None:
    anna, bart = two
    bart.run("import", send(anna, tmp_path), code=3)
    anna.run("import", send(bart, tmp_path), code=3)
    bart.run("resolve", CODE, "status", "--value", "on_hold")
    file = send(bart, tmp_path)
    told = anna.run("import", file, "--preview").stderr
    assert "1 opgelost door Bart: TWE-04 (status)" in told
    assert "uw waarde vervalt bij TWE-04 (status), door Bart" in told
    found = anna.json("import", file, "--preview")
    assert isinstance(found, dict)
    (lost,) = found["follows"]["lost"]
    assert (lost["mine"], lost["value"], lost["who"]["name"]) == ("in_progress", "on_hold", "Bart")


def test_taking_back_a_settlement_opens_the_conflict_again(
    two: tuple[Desk, Desk], tmp_path: Path
) -> None:
    anna, bart = two
    bart.run("import", send(anna, tmp_path), code=3)
    bart.run("resolve", CODE, "status", "--value", "on_hold")
    anna.run("import", send(bart, tmp_path))
    (act, *_) = anna.json("history", CODE)  # type: ignore[misc]
    told = anna.run("undo", act["id"], code=1).stderr
    assert "1 conflict gaat weer open: TWE-04 (status)" in told


def test_a_problem_that_comes_in_is_named(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, bart = two
    anna.run("edit", CODE, "programmes+=jet-net")
    bart.run("delete", "programmes/jet-net")
    told = bart.run("import", send(anna, tmp_path), "--preview").stderr
    assert "nieuw probleem: TWE-04 (verwijst naar iets dat er niet is)" in told
    told = bart.run("import", send(anna, tmp_path), code=3).stderr
    assert "nieuw probleem: TWE-04 (verwijst naar iets dat er niet is)" in told


def test_undo_sync_and_join_can_be_looked_at_first(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, bart = two
    place = tmp_path / "wissel"
    place.mkdir()
    anna.run("sync", place)
    told = bart.run("sync", place, "--preview")
    assert "1 nieuw conflict: TWE-04 (status)" in told.stderr
    assert "Anna" in told.stdout
    assert bart.json("conflicts") == []
    told = anna.run("undo", "--preview")
    assert "uitvoering" in told.stdout
    assert anna.show(CODE)["status"] == "in_progress"
    told = anna.run("join", "organisations/vhto", "organisations/platform", "--preview")
    assert "gaat mee" in told.stderr or "gaan mee" in told.stderr
    assert anna.show("organisations/vhto")["joined"] is None
    new = Desk(tmp_path / "nieuw.db", "Cor")
    new.run("sync", place, "--preview")
    assert not new.db.exists()


def test_a_deletion_that_someone_undid_is_called_so(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, bart = two
    anna.run("delete", "OOST-2-TWE-05", "--why", "dubbel")
    bart.run("edit", "OOST-2-TWE-05", "goal=doel")
    told = bart.run("import", send(anna, tmp_path), code=3).stderr
    assert "TWE-05 (verwijderd én gewijzigd)" in told
    bart.run("restore", "OOST-2-TWE-05", "--why", "toch nodig")
    told = anna.run("import", send(bart, tmp_path), code=3).stderr
    assert "uw waarde vervalt bij TWE-05 (verwijderd), door Bart" in told


def test_a_preview_of_a_folder_says_for_whom_it_would_be(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "wissel"
    place.mkdir()
    told = desk.run("sync", place, "--preview", "--profile", "internal").stderr
    assert "Ook uw eigen aantekeningen gaan dan naar deze map." in told
    assert "(voor de eigen organisatie)" in told
