"""add, edit, status, note, delete, restore, undo, redo."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Desk

CODE = "OOST-2-TWE-04"
PARTIES = [
    {"role": "lead", "organisation": "platform"},
    {"role": "counterparty", "organisation": "vhto"},
]


def changed(desk: Desk, *assignments: str) -> dict[str, object]:
    found = desk.json("edit", CODE, *assignments)
    assert isinstance(found, dict)
    assert found == desk.show(CODE)
    return found


def test_add_prints_the_record(desk: Desk) -> None:
    told = desk.json(
        "add", "agreements", "title=Proef: een nieuwe", "kind=vaste afspraak", "part=2",
        "regions+=Twente", "parties+=trekker:PBT", "term=voor de zomer van 2014",
        "term.to=2014-06-30",
    )  # fmt: skip
    assert isinstance(told, dict)
    assert told["status"] == "open"
    assert told["kind"] == "commitment"
    assert told["regions"] == ["twente"]
    assert told["parties"] == [{"role": "lead", "organisation": "platform"}]
    assert str(told["code"]).startswith("OOST-2-TWE-")
    term = told["term"]
    assert isinstance(term, dict)
    assert (term["phrase"], term["to"], term["nature"]) == (
        "voor de zomer van 2014", "2014-06-30", "once",
    )  # fmt: skip
    assert desk.show(str(told["code"])) == told


def test_other_types_are_added(desk: Desk) -> None:
    region = desk.json(
        "add", "regions", "name=Salland", "short=SAL", "parents+=Overijssel", "aliases+=a/b",
        'visions=[{"title":"Visie","date":"2014"}]',
    )  # fmt: skip
    assert isinstance(region, dict)
    assert region["aliases"] == ["a/b"]
    assert region["visions"] == [{"title": "Visie", "date": "2014"}]
    entry = desk.json("add", "entries", f"about={CODE}", "kind=actie", "text=doen", "done=ja")
    assert isinstance(entry, dict)
    assert (entry["about"], entry["kind"], entry["done"]) == (
        "agreements/oost-2-twe-04", "action", True,
    )  # fmt: skip
    assert "mag niet leeg" in desk.refused("add", "regions", "name=Zonder korte naam")
    assert "Bedoelt u regions" in desk.refused("add", "region", "name=x")
    assert "Bedoelt u" in desk.refused("add", "authors", "name=x")
    told = desk.refused("add", "targets", "quantity=veel")
    assert "veel is geen getal. Typ bij aantal een getal: 40 of 12,5." in told


def test_sets_take_in_and_put_out(desk: Desk) -> None:
    found = changed(desk, "regions+=zwolle", "regions-=twente", "parties+=executor:vhto")
    assert found["regions"] == ["zwolle"]
    assert found["parties"] == [
        PARTIES[0], {"role": "counterparty", "organisation": "vhto"},
        {"role": "executor", "organisation": "vhto"},
    ]  # fmt: skip
    found = changed(desk, "related+=repeats:TWE-05", "parties-=executor:VHTO")
    assert found["related"] == [{"relation": "repeats", "record": "oost-2-twe-05"}]
    found = changed(desk, "related-=herhaalt:OOST-2-TWE-05")
    assert found["related"] == []
    assert found["parties"] == PARTIES


def test_a_new_phrase_is_a_new_term_and_a_key_keeps_the_others(desk: Desk) -> None:
    term = changed(desk, 'term=voor de "zomer" van 2014')["term"]
    assert isinstance(term, dict)
    assert (term["phrase"], term["nature"]) == ('voor de "zomer" van 2014', "once")
    term = changed(desk, "term.to=2014-06-30", "term.precision=season")["term"]
    assert isinstance(term, dict)
    assert (term["phrase"], term["to"]) == ('voor de "zomer" van 2014', "2014-06-30")
    term = changed(desk, "term.to=")["term"]
    assert isinstance(term, dict)
    assert term["to"] is None
    assert changed(desk, "term=")["term"] is None


def test_objects(desk: Desk) -> None:
    assert changed(desk, "signal=amber:loopt: achter")["signal"] == {
        "colour": "amber", "reason": "loopt: achter",
    }  # fmt: skip
    assert changed(desk, "signal=groen")["signal"] == {"colour": "green", "reason": None}
    assert "reden" in desk.refused("edit", CODE, "signal=red")
    assert changed(desk, "source=oost-2014-2016:2.twente.b3")["source"] == {
        "document": "oost-2014-2016", "locator": "2.twente.b3",
    }  # fmt: skip
    assert changed(desk, "trigger_met.date=2014-05-01")["trigger_met"] == {
        "date": "2014-05-01", "evidence": None,
    }  # fmt: skip
    assert changed(desk, "goal=a=b")["goal"] == "a=b"
    assert changed(desk, "goal=")["goal"] is None


@pytest.mark.parametrize(
    ("assignment", "told"),
    [
        ("titel=x", "title"),
        ("life=deleted", "life"),
        ("x", "veld=waarde"),
        ("regions=a,b", "regions+="),
        ("title+=x", "title="),
        ("parties+=platform", "role:organisation"),
        ("parties+=leader:platform", "lead"),
        ("parties+=lead:platfrom", "platform"),
        ("regions+=twent", "twente"),
        ("programmes+=nergens", "bestaat niet"),
        ("related+=repeats:TWE-99", "TWE"),
        ("kind=vast", "commitment"),
        ("term.naar=x", "term.naar"),
        ("title.x=y", "title.x"),
        ("term.to=morgen", "term.to"),
        ("signal=paars:x", "signal"),
        ("title=", "title"),
        ("visions=[]", "visions"),
    ],
)
def test_what_cannot_be_is_refused_with_the_nearest(desk: Desk, assignment: str, told: str) -> None:
    before = desk.db.read_bytes()
    assert told in desk.refused("edit", CODE, assignment)
    assert desk.db.read_bytes() == before


def test_nothing_changed(desk: Desk) -> None:
    assert "niets veranderd" in desk.refused("edit", CODE, "regions+=twente")
    assert "niets veranderd" in desk.refused("edit", CODE, "regions-=zwolle")


def test_what_a_status_needs(desk: Desk) -> None:
    assert "open, in_progress" in desk.refused("status", CODE, "klaar")
    assert "reden" in desk.refused("status", CODE, "lapsed")
    assert "reden" in desk.refused("status", CODE, "deels voldaan", "--why", " ")
    assert "bewijs" in desk.refused("status", CODE, "met")
    assert "afspraak" in desk.refused("status", CODE, "superseded")
    assert desk.json("status", CODE, "In uitvoering")["status"] == "in_progress"  # type: ignore[index]
    desk.run("status", CODE, "voldaan", "--evidence", "verslag van 12 mei", "--why", "klaar")
    acts = desk.json("history", CODE)
    assert isinstance(acts, list)
    assert {change["field"] for change in acts[0]["changes"]} >= {"status", "text", "about"}
    desk.run("status", CODE, "vervangen", "--successor", "TWE-05")
    found = desk.show(CODE)
    assert found["status"] == "superseded"
    assert found["related"] == [{"relation": "replaced_by", "record": "oost-2-twe-05"}]
    assert "TWE" in desk.refused("status", CODE, "superseded", "--successor", "TWE-99")
    assert "status" in desk.refused("status", "regions/twente", "met")


def test_notes(desk: Desk, tmp_path: Path) -> None:
    entry = desk.json(
        "note", CODE, "we bellen [/", "--kind", "actie", "--who", "PBT", "--term", "na de zomer"
    )
    assert isinstance(entry, dict)
    assert (entry["about"], entry["kind"], entry["who"], entry["text"]) == (
        "agreements/oost-2-twe-04", "action", "platform", "we bellen [/",
    )  # fmt: skip
    assert entry["term"]["phrase"] == "na de zomer"  # type: ignore[index]
    own = desk.json("note", CODE, "alleen voor ons", "--own", "--why", "x")
    assert "alleen voor de eigen organisatie" in desk.run("note", CODE, "x", "--own").stderr
    assert "ook voor partners" in desk.run("note", CODE, "x").stderr
    assert isinstance(own, dict)
    assert own["id"].startswith("entries/own-")
    file = tmp_path / "uit.json"
    desk.run("export", file)
    text = file.read_text("utf-8")
    assert "we bellen" in text
    assert "alleen voor ons" not in text
    assert "alleen voor ons" in desk.run("show", CODE).stdout
    assert "remark" in desk.refused("note", CODE, "x", "--kind", "remrk")
    assert "platform" in desk.refused("note", CODE, "x", "--who", "platfom")
    assert "leeg" in desk.refused("note", CODE, " ")


def test_delete_and_restore(desk: Desk) -> None:
    desk.run("delete", CODE, "--why", "dubbel")
    assert "Zet het eerst terug" in desk.refused("edit", CODE, "goal=x")
    assert "Zet het eerst terug" in desk.refused("note", CODE, "x")
    assert "Zet het eerst terug" in desk.refused("delete", CODE)
    desk.run("restore", CODE)
    assert desk.show(CODE)["life"] == "live"
    assert "niet verwijderd" in desk.refused("restore", CODE)


def test_undo_and_redo(desk: Desk) -> None:
    assert "niets van u" in desk.refused("undo")
    assert "opnieuw" in desk.refused("redo")
    desk.run("edit", CODE, "goal=een")
    desk.run("edit", CODE, "goal=twee")
    desk.run("undo")
    assert desk.show(CODE)["goal"] == "een"
    desk.run("undo")
    assert desk.show(CODE)["goal"] is None
    desk.run("redo")
    desk.run("redo", "--why", "toch")
    assert desk.show(CODE)["goal"] == "twee"
    assert "opnieuw" in desk.refused("redo")


def test_undo_of_a_chosen_act(desk: Desk) -> None:
    desk.run("edit", CODE, "goal=een")
    desk.run("edit", "TWE-05", "goal=twee")
    acts = desk.json("history", CODE)
    assert isinstance(acts, list)
    mine, seed = (one["id"] for one in acts)
    assert "niet bekend" in desk.refused("undo", mine[:5])
    desk.run("undo", mine[:8])
    assert desk.show(CODE)["goal"] is None
    assert "al teruggedraaid" in desk.refused("undo", mine)
    told = desk.run("undo", seed, code=1).stderr
    assert "voor iedereen" in told
    assert "VHTO" in told
    assert "reden" in told
    desk.run("undo", seed, "--why", "hoort hier niet")


def test_two_records_with_one_code(desk: Desk, desk_of: Callable[[str], Desk]) -> None:
    other = desk.json("add", "agreements", "title=Dubbel", "kind=ambition", f"code={CODE}")
    assert isinstance(other, dict)
    told = desk.refused("show", CODE)
    assert str(other["id"]) in told
    assert "agreements/oost-2-twe-04" in told
    assert desk.show(str(other["id"]))["title"] == "Dubbel"


def term_of(desk: Desk, *assignments: str) -> dict[str, object]:
    term = changed(desk, *assignments)["term"]
    assert isinstance(term, dict)
    return term


def test_a_phrase_is_read_and_the_reading_is_told(desk: Desk) -> None:
    told = desk.run("edit", CODE, "term=voor de zomer van 2015").stderr
    assert "Onze lezing: tot en met 30 juni 2015." in told
    assert desk.show(CODE)["term"] == {
        "phrase": "voor de zomer van 2015", "from": None, "to": "2015-06-30",
        "precision": "season", "nature": "once", "every": None, "trigger": None,
    }  # fmt: skip
    told = desk.run("edit", CODE, "term=voor de zomer").stderr
    assert "(eerstvolgend jaar)" in told
    told = desk.run("edit", CODE, "term=zodra er een coördinator is").stderr
    assert "wacht tot: er een coördinator is" in told


def test_what_cannot_be_read_is_kept_as_said(desk: Desk) -> None:
    told = desk.run("edit", CODE, "term=als het zo uitkomt, ooit").stderr
    assert "Onze lezing: wacht tot" in told  # "als" tells what it waits for
    told = desk.run("edit", CODE, "term=rond de zomer").stderr
    assert "Niet gelezen: wordt bewaard zoals gezegd." in told
    term = desk.show(CODE)["term"]
    assert isinstance(term, dict)
    assert (term["phrase"], term["precision"]) == ("rond de zomer", "none")


@pytest.mark.parametrize(
    "words",
    [
        ("term=in 2015", "term.to=2015-03-01", "term.precision=month"),
        ("term.to=2015-03-01", "term.precision=month", "term=in 2015"),
    ],
)
def test_what_is_told_by_its_key_stands_above_what_is_read(
    desk: Desk, words: tuple[str, ...]
) -> None:
    term = term_of(desk, *words)
    assert (term["from"], term["to"], term["precision"]) == ("2015-01-01", "2015-03-01", "month")


def test_the_term_of_a_note_is_read_too(desk: Desk) -> None:
    result = desk.run("note", CODE, "we bellen", "--term", "na de zomer van 2015")
    assert "Onze lezing: vanaf 1 september 2015." in result.stderr
    entries = desk.json("list", "entries")
    assert isinstance(entries, list)
    assert "2015-09-01" in [one["term"]["from"] for one in entries if one["term"]]


def test_two_weeks_after_the_meeting_that_is_planned(desk: Desk) -> None:
    desk.run("add", "meetings", "title=Liaisonoverleg", "date=2199-03-01", "phase=gepland")
    assert term_of(desk, "term=2 weken na het liaisonoverleg")["to"] == "2199-03-15"
    desk.run("add", "meetings", "title=Liaisonoverleg", "date=2199-09-01", "phase=gepland")
    term = term_of(desk, "term=2 weken na het overleg")
    assert (term["to"], term["trigger"]) == (None, "2 weken na het overleg")
