"""NamedRecords what a chooser lacks, on the spot and in the same act."""

from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, driven
from tests.tui.filling import Filling
from tests.tui.test_filling import LARGE, at_vhto, mine, record


def named(path: Path, type_: str, name: str) -> list[dict[str, object]]:
    store = Store.open(path)
    found = [one for one in store.records(type_) if one["name"] == name]
    store.close()
    return found


async def test_a_party_is_made_in_the_act_that_names_it(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("parties/recipient")
        await screen.type("Bouwmensen Twente")
        assert "Maak “Bouwmensen Twente” aan" in screen.text
        await screen.press("enter")
        assert "staat er nog niet" in screen.text  # a slip of the finger makes nothing
        assert "Bouwmensen" not in "".join(form.form.state.made.values())
        await screen.press("enter")
        assert "Bouwmensen Twente" in screen.line_with("Voor ")
        await form.put("why", "gevraagd in het overleg")
        await form.save()
    (made,) = named(db, "organisations", "Bouwmensen Twente")
    tail = str(made["id"]).partition("/")[2]
    assert {"role": "recipient", "organisation": tail} in record(db)["parties"]  # type: ignore[operator]
    store = Store.open(db)
    (act,) = (one for one in store.history(None) if one.why == "gevraagd in het overleg")
    assert {change.record for change in act.changes} == {VHTO, made["id"]}
    store.undo()
    assert store.record(VHTO)["parties"] == [
        one for one in store.record(VHTO)["parties"] if one["organisation"] != tail
    ]
    assert made["id"] not in [one["id"] for one in store.records("organisations")]
    store.redo()
    assert [one["name"] for one in store.records("organisations") if one["id"] == made["id"]]
    store.close()


@pytest.mark.parametrize(
    ("key", "type_"),
    [("regions", "regions"), ("programmes", "programmes"), ("parties/lead", "organisations")],
)
async def test_each_chooser_of_a_new_agreement_makes_its_type(
    db: Path, key: str, type_: str
) -> None:
    async with driven(db, LARGE) as screen:
        form = await Filling(screen).new("agreements")
        await form.put("title", "Nieuw: proef")
        await form.put("kind", "vaste afspraak")
        await screen.press("enter")
        await form.at(key)
        await screen.type("Qwertyland")
        await screen.press("enter", "enter")
        await form.save()
    (made,) = named(db, type_, "Qwertyland")
    store = Store.open(db)
    (added,) = (one for one in store.records("agreements") if one["title"] == "Nieuw: proef")
    store.close()
    assert made["id"].partition("/")[2] in str(added)  # type: ignore[attr-defined]
    if type_ == "regions":
        assert made["short"] == "QWE"
        assert "-QWE-01-" in str(added["code"])


async def test_a_person_is_made_for_a_meeting(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await Filling(screen).new("meetings")
        await form.put("title", "Liaisonoverleg")
        await form.at("chair")
        await screen.type("Mevrouw Proef")
        await screen.press("enter", "enter")
        await form.save()
    assert len(named(db, "people", "Mevrouw Proef")) == 1


async def test_what_is_there_is_not_offered_again(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("regions")
        await screen.type("Gelderland")
        assert "Maak “" not in screen.text
        await screen.press("backspace")
        assert "Maak “Gelderlan” aan" in screen.text
        await screen.press("enter")  # what fits stands above it
        assert "Twente ✕   Gelderland ✕" in screen.text
        await form.at("related")
        await screen.press("space", "enter")
        await screen.type("zomaar iets")
        assert "Maak “" not in screen.text  # agreements have a form of their own


async def test_words_that_are_almost_there_are_named_before_anything_is_made(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("regions")
        await screen.type("Gelderlnad")
        await screen.press("enter")
        assert "bedoelt u Gelderland?" in screen.words
        await screen.press("x", "enter")  # other words are asked about again
        assert "“Gelderlnadx” staat er nog niet" in screen.words
        await screen.press("escape")
        assert "staat er nog niet" not in screen.words
        assert form.form.state.made == {}


async def test_tab_makes_nothing(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("regions")
        await screen.type("Twnete")
        await screen.press("tab")
        await form.at("regions")
        assert "niet gevonden; bedoelt u" in screen.text
        assert form.form.state.made == {}


async def test_what_was_typed_and_not_chosen_stays(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("parties/lead")
        await screen.type("Bouwmensen Eemsdelta")
        await screen.press("enter", "tab")
        assert "Bouwmensen Eemsdelta" in screen.text
        await screen.press("shift+tab", "backspace")
        assert "Bouwmensen Eemsdelt" in screen.text
        assert form.form.state.made == {}


async def test_who_writes_can_make_an_organisation(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        await screen.press("N", *"Ann", "down")
        await screen.type("Samenwerkende Bedrijven Eemsdelta")
        await screen.press("enter")
        assert "staat er nog niet" in screen.words
        assert "bedoelt u" not in screen.words
        await screen.press("enter", "enter")
        assert "Bij wat u wijzigt staat nu: Ann" in screen.text
    (made,) = named(db, "organisations", "Samenwerkende Bedrijven Eemsdelta")
    store = Store.open(db)
    assert f"organisations/{store.who().organisation}" == made["id"]
    store.close()


async def test_what_is_taken_out_again_is_not_made(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("programmes")
        await screen.type("Qwerty")
        await screen.press("enter", "enter", "backspace")
        await form.put("goal", "iets")
        await form.save()
    assert named(db, "programmes", "Qwerty") == []
    assert [fields for _, fields in mine(db)] == [{"goal"}]


async def test_a_draft_still_knows_what_was_to_be_made(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.at("programmes")
        await screen.type("Qwerty")
        await screen.press("enter", "enter", "escape")
        assert named(db, "programmes", "Qwerty") == []
        await screen.press("e")
        assert "Qwerty" in screen.text
        await form.save()
    assert len(named(db, "programmes", "Qwerty")) == 1


async def test_what_the_list_does_not_hold_is_read_once_it_is_saved(db: Path) -> None:
    """A refusal has no status, and the list shows what is open."""
    async with driven(db) as screen:
        form = await Filling(screen).new("agreements")
        await form.put("title", "Derde dag: niet nodig")
        await form.put("kind", "afgezien")
        await screen.press("enter")
        await form.save()
        await screen.until(lambda: "⊘ afgezien" in screen.text)
        assert "0 Derde dag: niet nodig" in screen.text
        await screen.press("escape", "escape")  # not now a name; then back to the list
        assert screen.main.state.pane == 3
