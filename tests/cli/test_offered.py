"""`seed take`: a file of an older version gets what this one brings of the source."""

import pytest

from seed.releases import ARRANGEMENT, acts_in, file_of
from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.acts import Act
from tests.cli.conftest import Desk

CODE = "OOST-2-TWE-04"
ID = "agreements/oost-2-twe-04"
AT = "2099-12-01T00:00:00.000Z"


def records(made: list[Act]) -> list[Seeded]:
    return [Seeded(act.set[0].record, {said.field: said.value for said in act.set}) for act in made]


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app brings a release in which TWE-04 has another title and a goal, and TWE-05 is gone."""
    first = acts_in([file_of(1)])
    changed = [
        Seeded(one.id, one.values | {"title": "Van de bron", "goal": "een doel"})
        if one.id == ID
        else one
        for one in records(first)
        if one.id != "agreements/oost-2-twe-05"
    ]
    lines = [act.data for act in (*first, *acts(changed, AT, first))]
    monkeypatch.setattr(
        "seed.releases.brought_lines",
        lambda arrangement: lines if arrangement == ARRANGEMENT else [],
    )


@pytest.mark.usefixtures("newer")
def test_it_is_taken_in_by_hand_and_what_a_person_wrote_stays(desk: Desk):
    desk.run("edit", CODE, "title=Van Anna")
    desk.run("edit", "TWE-05", "goal=van Anna")
    assert desk.show(CODE)["goal"] is None

    told = desk.run("seed", "take", "--preview")
    assert "een doel" in told.stdout
    assert "Van de bron" not in told.stdout
    assert "Van Anna → Van de bron" in told.stderr
    assert desk.show(CODE)["goal"] is None

    told = desk.run("seed", "take", code=3)
    assert "2 nieuwe wijzigingen: arrangement (2)" in told.stderr
    shown = desk.show(CODE)
    assert (shown["title"], shown["goal"]) == ("Van Anna", "een doel")
    assert desk.show("TWE-05")["life"] == "contested"
    page = desk.run("show", CODE).stdout
    assert "bron heeft een andere waarde: titel" in page
    assert "Van de bron" in page
    assert "heeft al alles" in desk.run("seed", "take").stderr


def test_a_file_of_this_version_has_all_of_it(desk: Desk):
    told = desk.run("seed", "take", "--preview")
    assert (told.stdout, "heeft al alles" in told.stderr) == ("", True)
    found = desk.json("seed", "take")
    assert isinstance(found, dict)
    assert found["new_acts"] == 0
