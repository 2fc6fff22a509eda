"""list, show, search, history and what narrows them."""

import csv
import io
import json
from contextlib import closing
from pathlib import Path

import pytest

from storage import clock
from storage.acts import Setting, make_act
from storage.records.fields import FIELDS, TYPES
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from tests.cli.conftest import Desk
from tui.cli.output import cells_in

CODE = "OOST-2-TWE-04"

EXAMPLE = json.loads(
    '{"id":"agreements/oost-2-twe-04","life":"live","conflicts":[],"incomplete":[],'
    '"code":"OOST-2-TWE-04","title":"VHTO: schakel met de regio","text":"…","goal":null,'
    '"kind":"commitment","part":"2","regions":["twente"],"programmes":[],'
    '"parties":[{"organisation":"platform","role":"lead"},'
    '{"organisation":"vhto","role":"counterparty"}],'
    '"term":{"phrase":null,"from":null,"to":null,"precision":"none","nature":"standing",'
    '"every":null,"trigger":null},"trigger_met":null,"condition":null,"status":"open",'
    '"signal":null,"reading":null,"related":[],'
    '"source":{"document":"oost-2014-2016","locator":"2.twente.b2"},"also_at":[],"joined":null}'
)


def codes(found: object) -> set[str]:
    assert isinstance(found, list)
    return {one["code"] for one in found}


def test_show_gives_the_record_of_the_contract(desk: Desk) -> None:
    found = desk.show(CODE)
    assert found.pop("text")
    named = {name: value for name, value in EXAMPLE.items() if name != "text"}
    assert {name: found.pop(name) for name in named} == named
    assert not any(found.values())  # a field that came since says nothing


@pytest.mark.parametrize("code", ["TWE-04", "twe-04", "oost-2-twe-04", "agreements/oost-2-twe-04"])
def test_a_record_is_found_by_code_short_code_and_id(desk: Desk, code: str) -> None:
    assert desk.show(code)["id"] == "agreements/oost-2-twe-04"


def test_a_page_is_readable_text(desk: Desk) -> None:
    told = desk.run("show", CODE).stdout
    assert told.startswith("VHTO: schakel met de regio\n")
    assert "Trekker     Platform Bèta Techniek" in told
    assert "agreements/" not in told
    assert "hoofdstuk 2, Twente, 2e punt" in told
    assert all(cells_in(line) <= 80 for line in told.splitlines())


@pytest.mark.parametrize("kind", ["consideration", "voornemen", "Overweging"])
def test_a_kind_of_two_words_goes_by_either(desk: Desk, kind: str) -> None:
    told = desk.run("list", "agreements", "--kind", kind).stdout
    assert "TWE-01" in told
    assert "TWE-02" not in told


def test_a_choice_is_listed_in_words(desk: Desk) -> None:
    assert "gepland" in desk.run("list", "meetings").stdout
    told = desk.run("list", "targets").stdout
    assert "alle" in told
    assert "ten minste" in told
    assert "at_least" not in told


def test_every_type_is_listed_and_shown(desk: Desk) -> None:
    for type_ in TYPES:
        for form in ("table", "json", "csv"):
            desk.run("list", type_, "--format", form)
        found = desk.json("list", type_)
        assert isinstance(found, list)
        for one in found[:2]:
            assert set(FIELDS[type_]) < set(one)
            desk.run("show", one["id"])


def test_the_agreements_and_regions_of_oost(desk: Desk) -> None:
    agreements = desk.json("list", "agreements")
    assert isinstance(agreements, list)
    assert len(agreements) >= 43
    regions = desk.json("list", "regions")
    assert isinstance(regions, list)
    assert {"Food Valley", "Achterhoek/De Liemers"} <= {one["name"] for one in regions}
    assert desk.json("list", "agreements", "--region", "Food Valley") == []


def test_regions_narrow_by_any_of_their_names(desk: Desk) -> None:
    own = codes(desk.json("list", "agreements", "--region", "twente"))
    for name in ("Twente", "TWE", "twe", "regions/twente"):
        assert codes(desk.json("list", "agreements", "--region", name)) == own
    with_above = codes(desk.json("list", "agreements", "--region", "twente", "--via"))
    landsdeel = codes(desk.json("list", "agreements", "--region", "landsdeel-oost"))
    assert own < with_above
    assert landsdeel <= with_above


def test_other_filters(desk: Desk) -> None:
    everything = codes(desk.json("list", "agreements"))
    still_open = codes(desk.json("list", "agreements", "--open"))
    assert still_open == codes(desk.json("list", "agreements", "--status", "openstaand"))
    assert still_open < everything
    declined = codes(desk.json("list", "agreements", "--kind", "afgezien"))
    assert declined
    assert declined == codes(desk.json("list", "agreements", "--kind", "declined"))
    programmes = desk.json("list", "programmes", "--kind", "fund")
    assert isinstance(programmes, list)
    assert {one["kind"] for one in programmes} == {"fund"}
    assert codes(desk.json("list", "agreements", "--programme", "Jet-Net")) < everything


def test_open_is_what_the_header_counts_as_open_and_standing_and_the_repeats(desk: Desk) -> None:
    desk.run("add", "agreements", "title=Nog eens", "kind=commitment", f"related+=repeats:{CODE}")
    found = desk.json("list", "agreements", "--open")
    assert isinstance(found, list)
    repeats = [one for one in found if any(to["relation"] == "repeats" for to in one["related"])]
    with closing(Store.open(desk.db)) as store:
        totals = store.totals()
    assert repeats
    assert totals.standing
    assert len(found) == totals.open + totals.standing + len(repeats)
    told = " ".join(desk.run("--lang", "nl", "list", "--help").stdout.split())
    assert "Ook doorlopende afspraken, die bovenaan het scherm apart tellen" in told


def test_a_party_leads_or_carries_out(desk: Desk) -> None:
    found = desk.json("list", "agreements", "--party", "PBT")
    assert isinstance(found, list)
    assert found
    everything = desk.json("list", "agreements")
    assert isinstance(everything, list)
    wanted = [
        one for one in everything
        if {("lead", "platform"), ("executor", "platform")}
        & {(party["role"], party["organisation"]) for party in one["parties"]}
    ]  # fmt: skip
    assert found == wanted != everything
    assert desk.refused("list", "agreements", "--party", "Nergens")
    assert desk.refused("list", "regions", "--party", "PBT")


def test_what_is_changed_since(desk: Desk) -> None:
    assert desk.json("list", "agreements", "--changed-since", "2090-01-01") == []
    since = f"#{len(desk.json('history'))}"  # after all that is here
    desk.run("note", CODE, "besproken")
    desk.run("edit", "TWE-05", "goal=iets")
    desk.run("undo")
    changed = codes(desk.json("list", "agreements", "--changed-since", since))
    assert changed == {CODE, "OOST-2-TWE-05"}


def test_deleted_ones_only_on_request(desk: Desk) -> None:
    desk.run("delete", CODE)
    assert CODE not in codes(desk.json("list", "agreements"))
    assert CODE in codes(desk.json("list", "agreements", "--deleted"))
    assert "verwijderd" in desk.run("list", "agreements", "--deleted").stdout
    assert desk.show(CODE)["life"] == "deleted"


def test_as_it_stood(desk: Desk) -> None:
    desk.run("edit", CODE, "title=Anders")
    before = "2026-11-25T00:00:01+00:00"
    then = desk.json("show", CODE, "--as-of", before)
    assert isinstance(then, dict)
    assert then["title"] == "VHTO: schakel met de regio"
    assert desk.json("list", "agreements", "--as-of", "2014-01-01") == []
    assert f"{CODE} was er toen nog niet" in desk.refused("show", CODE, "--as-of", "2014-01-01")
    known = desk.json("show", CODE, "--as-of", "#200", "--known")
    assert isinstance(known, dict)
    assert desk.json("list", "agreements", "--as-of", "#1", "--known") != []
    assert "geen datum" in desk.refused("show", CODE, "--as-of", "#3")
    assert "geen datum" in desk.refused("list", "agreements", "--as-of", "gisteren")
    desk.run("show", CODE, "--known", code=2)


def test_one_that_repeats_another_has_its_status(desk: Desk) -> None:
    desk.run("edit", CODE, "related+=repeats:TWE-05")
    desk.run("status", "TWE-05", "lapsed", "--why", "niet meer nodig")
    assert CODE not in codes(desk.json("list", "agreements", "--open"))
    assert CODE in codes(desk.json("list", "agreements", "--status", "vervallen"))


def test_search(desk: Desk) -> None:
    found = desk.json("search", "vhto schakel")
    assert isinstance(found, list)
    assert set(found[0]) == {"type", "id", "code", "title", "snippet"}
    assert found[0]["code"] == CODE
    assert "\ue000" not in json.dumps(found, ensure_ascii=False)
    plain = desk.run("search", "vhto", "--plain").stdout
    assert "\ue000" not in plain
    assert "regions/" not in desk.run("search", "twente", "type:regio").stdout
    assert "─" not in plain
    limited = desk.run("search", "techniek", "--limit", "2", "--format", "json")
    assert len(json.loads(limited.stdout)) == 2
    assert desk.json("search", "qqqqqq") == []
    assert desk.json("search", '"', "*") == []


def test_an_abbreviation_is_listed_found_and_shown(desk: Desk) -> None:
    listed = desk.run("list", "glossary", "--plain").stdout
    assert "High Tech Systems and Materials" in listed
    for words in ("HTSM", "hightech"):  # itself, and a word by which people search
        found = desk.json("search", words)
        assert isinstance(found, list)
        assert ("glossary/htsm", "HTSM") in {(one["id"], one["title"]) for one in found}
    page = desk.run("show", "glossary/htsm").stdout
    assert page.startswith("HTSM\n")
    assert "Uitleg van  het document" in page
    assert "Uitleg van  ons" in desk.run("show", "glossary/vmbo").stdout
    assert "Uitleg van" not in desk.run("show", "glossary/jinc").stdout  # nobody explains it
    assert "Expanded by us" in desk.run("--lang", "en", "show", "glossary/vmbo").stdout


def test_history(desk: Desk) -> None:
    before = len(desk.json("history"))
    desk.run("status", CODE, "in_progress", "--why", "we zijn begonnen")
    acts = desk.json("history", CODE)
    assert isinstance(acts, list)
    assert [one["seed"] for one in acts] == [False, True]
    assert acts[0]["why"] == "we zijn begonnen"
    assert acts[0]["author"] == "Anna"
    everything = desk.json("history")
    assert isinstance(everything, list)
    assert len(everything) > 100
    since = desk.json("history", "--since", f"#{before}")
    assert isinstance(since, list)
    assert [one["seed"] for one in since] == [False, False]
    assert "in uitvoering" in desk.run("history", CODE).stdout


def test_a_sheet_for_dutch_excel(desk: Desk, tmp_path: Path) -> None:
    desk.run("edit", CODE, "title==SOM(A1;B1)")
    file = tmp_path / "lijst.csv"
    told = desk.run("list", "agreements", "--format", "csv", "-o", file)
    assert told.stdout == ""
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"))
    row = next(one for one in rows if one["code"] == CODE)
    assert row["title"] == "'=SOM(A1;B1)"
    assert row["term.nature"] == "standing"
    assert row["parties"] == "lead:platform, counterparty:vhto"


def test_data_to_a_file(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "een.json"
    desk.run("show", CODE, "--format", "json", "-o", file)
    assert json.loads(file.read_text("utf-8"))["code"] == CODE
    assert desk.run("show", CODE, "-o", "-").stdout.startswith("VHTO")
    before = desk.db.read_bytes()
    assert "waarin u werkt" in desk.refused("list", "regions", "-o", desk.db)
    assert desk.db.read_bytes() == before


def test_english(desk: Desk) -> None:
    assert "commitment" in desk.run("--lang", "en", "show", CODE).stdout
    told = desk.run("--lang", "en", "show", "TWE-99", code=1).stderr
    assert told.startswith("There is no agreement")
    desk.run("show", CODE)


@pytest.mark.parametrize("status", [{"a": 1}, ["open"], 5, True, [{}]])
def test_a_status_of_another_kind_is_in_no_list_by_status(desk: Desk, status: object) -> None:
    id_ = "agreements/oost-2-twe-04"
    said = [Setting(id_, "status", status, ()), Setting(id_, "kind", status, ())]
    act = make_act(at="2020-01-01T00:00:00.000Z", by="x", device="y", seq=1, set=said)
    with closing(Store.open(desk.db)) as store, transaction(store.connection):
        take_in(store.connection, [act], (), clock.now())
    for words in (("--open",), ("--status", "open"), ("--kind", "commitment")):
        assert CODE not in desk.run("list", "agreements", *words).stdout
    assert CODE in desk.run("list", "agreements").stdout
