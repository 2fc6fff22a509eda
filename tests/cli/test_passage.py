"""From a passage to an agreement, typed: `source divide`, `add`, `link`, `empty`, `reopen`."""

from pathlib import Path

import pytest

from storage.store import Store
from tests.cli.conftest import Desk
from tests.seed.agenda import agenda_file

BETUWE = "afspraken-per-regio.betuwe"
ROLE = "afspraken-per-regio.rol-van-het-techniekpunt"


@pytest.fixture
def river(tmp_path: Path) -> Desk:
    """Another landsdeel, with its document attached."""
    (tmp_path / "agenda.docx").write_bytes(agenda_file())
    Store.create(tmp_path / "rivier.db", "rivierenland-1234")
    desk = Desk(tmp_path / "rivier.db", "Anna")
    desk.run("source", "attach", tmp_path / "agenda.docx")
    return desk


def undecided(desk: Desk) -> int:
    return desk.json("source", "coverage")["total"]["undecided"]  # type: ignore[index, call-overload]


def test_a_preview_shows_the_headings_and_attaches_nothing(tmp_path: Path) -> None:
    (tmp_path / "agenda.docx").write_bytes(agenda_file())
    Store.create(tmp_path / "rivier.db", "rivierenland-1234")
    desk = Desk(tmp_path / "rivier.db", "Anna")
    told = desk.run("source", "attach", tmp_path / "agenda.docx", "--preview", "--ids")
    assert "bijlage.vmbo.h" in told.stdout
    assert "Rol van het Techniekpunt" in told.stdout
    assert desk.json("list", "passages") == []


def test_dividing_otherwise(river: Desk) -> None:
    before = river.json("list", "passages")
    seen = river.json("source", "divide", f"{ROLE}.p2=hoofdstuk", "--preview")
    assert isinstance(seen, dict)
    assert "Geld en mensen" in [one["text"] for one in seen["headings"]]
    assert river.json("list", "passages") == before
    river.run("source", "divide", f"{ROLE}.p2=chapter")
    assert "geld-en-mensen.b1" in river.run("source", "coverage", "--ids").stdout
    assert "tussenkop" in river.refused("source", "divide", f"{BETUWE}.h=tusenkop")
    assert f"{BETUWE}.b1" in river.refused("source", "divide", f"{BETUWE}.b9=kop")


def test_an_agreement_from_a_passage(river: Desk) -> None:
    river.run("add", "regions", "name=Betuwe", "short=BET")
    made = river.json("source", "add", f"{BETUWE}.b3", "title=Tweede dag")
    assert isinstance(made, dict)
    assert made["kind"] == "consideration"
    assert made["source"]["locator"] == f"{BETUWE}.b3"
    assert str(made["text"]).startswith("De regio overweegt")
    assert len(made["regions"]) == 1
    other = river.json("source", "add", f"{BETUWE}.b1", "title=Dag", "kind=ambition", "text=Kort.")
    assert isinstance(other, dict)
    assert (other["kind"], other["text"]) == ("ambition", "Kort.")
    page = river.run("show", other["id"]).stdout
    assert "Afspraken per regio, Betuwe, 1e punt" in page


def test_an_agreement_that_exists_is_linked(river: Desk) -> None:
    made = river.json("source", "add", f"{BETUWE}.b1", "title=Techniekdag")
    assert isinstance(made, dict)
    code = made["code"]
    told = river.run("source", "link", f"{BETUWE}.b3", code).stderr
    assert "Betuwe, 3e punt" in told
    assert river.show(code)["also_at"] == [f"{BETUWE}.b3"]
    assert f"{BETUWE}.b3" in river.refused("source", "link", f"{BETUWE}.b33", code)


def test_the_whole_document_can_be_decided(river: Desk) -> None:
    assert undecided(river) == 17
    found = river.json("source", "coverage")
    assert isinstance(found, dict)
    places = [one["locator"] for one in found["undecided"]]
    told = river.run("source", "empty", *places[1:], "--why", "aanleiding").stderr
    assert "24 van 25" in told
    river.run("source", "add", places[0], "title=Vakmensen")
    assert undecided(river) == 0
    assert "aanleiding" in river.run("source", "coverage", "--ids").stdout
    river.run("source", "reopen", places[1])
    assert undecided(river) == 1
    assert "niemand" in river.refused("source", "reopen", places[1])


@pytest.mark.parametrize(
    "words", [("source={}.b9",), ("source.locator={}.b9",), ("also_at+={}.b9",)]
)
def test_a_place_that_is_not_there_is_refused_with_the_nearest(river: Desk, words: tuple) -> None:
    made = river.json("source", "add", f"{BETUWE}.b1", "title=Techniekdag")
    assert isinstance(made, dict)
    typed = [word.format(BETUWE) for word in words]
    assert f"{BETUWE}.b1" in river.refused("edit", made["code"], *typed)
    good = [word.replace("b9", "b2") for word in typed]
    river.run("edit", made["code"], *good)
    record = river.show(made["code"])
    assert f"{BETUWE}.b2" in (record["source"]["locator"], *record["also_at"])  # type: ignore
