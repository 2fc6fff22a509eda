"""join, and what list, search, show and problems say of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_exchange import swap


@pytest.fixture
def doubled(desk: Desk) -> tuple[Desk, str]:
    """A desk at which someone added a programme that was there already."""
    added = desk.json("add", "programmes", "name=Jet Net", "kind=network")
    assert isinstance(added, dict)
    desk.run("edit", "TWE-01", f"programmes+={added['id']}")
    return desk, str(added["id"])


def test_join_and_back(doubled: tuple[Desk, str]) -> None:
    desk, double = doubled
    (problem,) = desk.json("problems", code=3)  # type: ignore[misc]
    assert (problem["kind"], problem["record"]) == ("double", double)
    assert problem["details"] == {"other": "programmes/jet-net"}
    assert "mogelijk dubbel" in desk.run("problems", code=3).stdout
    before = desk.show("TWE-01")
    said = desk.run("join", double, "programmes/jet-net", "--why", "dezelfde").stderr
    assert "Jet Net gaat op in Jet-Net" in said
    assert desk.show("TWE-01") == before
    assert desk.show(double)["joined"] == "jet-net"
    listed = desk.json("list", "agreements", "--programme", "Jet Net")
    assert listed == desk.json("list", "agreements", "--programme", "jet-net")
    assert "TWE-01" in desk.run("list", "agreements", "--programme", double).stdout
    assert double not in {one["id"] for one in desk.json("list", "programmes")}  # type: ignore[union-attr]
    assert "Ging op in" in desk.run("show", double).stdout
    assert desk.json("problems") == []
    desk.run("edit", "TWE-01", "programmes-=jet-net")
    assert double.partition("/")[2] not in desk.show("TWE-01")["programmes"]  # type: ignore[operator]
    desk.run("undo")
    desk.run("edit", double, "joined=")
    assert desk.show(double)["joined"] is None
    desk.json("problems", code=3)


def test_an_agreement_is_found_by_its_old_code_and_leads_to_the_new(desk: Desk) -> None:
    desk.run("note", "TWE-05", "gebeld")
    desk.run("join", "TWE-05", "TWE-04")
    assert desk.show("TWE-05")["joined"] == "oost-2-twe-04"
    assert "gebeld" in desk.run("show", "TWE-04").stdout
    codes = {one["code"] for one in desk.json("list", "agreements")}  # type: ignore[union-attr]
    assert "OOST-2-TWE-05" not in codes
    assert "OOST-2-TWE-04" in codes
    assert "gaat zelf al op" in desk.refused("join", "TWE-04", "TWE-05")
    desk.run("undo")
    assert len(desk.json("list", "agreements")) == len(codes) + 1  # type: ignore[arg-type]


def test_what_cannot_be_joined_is_said(desk: Desk) -> None:
    assert "ander soort" in desk.refused("join", "TWE-04", "regions/twente")
    assert desk.refused("join", "TWE-04", "TWE-04")
    assert desk.refused("join", "TWE-04", "XYZ-99")
    desk.run("delete", "TWE-05")
    assert "verwijderd" in desk.refused("join", "TWE-04", "TWE-05")
    assert "verwijderd" in desk.refused("edit", "TWE-04", "joined=oost-2-twe-05")


def test_two_laptops_join_and_both_see_it(desk_of: Callable[[str], Desk], tmp_path: Path) -> None:
    anna, bart = desk_of("Anna"), desk_of("Bart")
    for desk in (anna, bart):
        desk.run("add", "organisations", "name=Hogeschool Oost")
    swap(anna, bart, tmp_path)
    (double,) = anna.json("problems", code=3)  # type: ignore[misc]
    anna.run("join", double["record"], double["details"]["other"])
    swap(anna, bart, tmp_path)
    for desk in (anna, bart):
        assert desk.json("problems") == []
        names = [one["name"] for one in desk.json("list", "organisations")]  # type: ignore[union-attr]
        assert names.count("Hogeschool Oost") == 1


@pytest.mark.parametrize("into", ["regions/twente", "arrangement/oost-2014-2016", "OOST-2-TWE-04"])
def test_a_look_refuses_what_joining_would(desk: Desk, into: str) -> None:
    told = desk.refused("join", "OOST-2-TWE-04", into)
    assert desk.refused("join", "OOST-2-TWE-04", into, "--preview") == told
