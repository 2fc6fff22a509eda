"""The arrangement of Oost as it is shipped."""

import re
from collections import Counter, defaultdict

import pytest

from seed.loader import load, read_folder
from seed.releases import ARRANGEMENT, oost
from seed.seed_acts import acts_of
from seed.seeded import Seeded
from storage.merge import project
from storage.merge.merged_as_json import records_json
from storage.records.fields import FIELDS, KINDS_THAT_START_OPEN, field_of
from storage.records.ids import type_of
from storage.store import Store
from storage.views.agreement_list import Filter

EXAMPLE = {
    "id": "agreements/oost-2-twe-04", "life": "live", "conflicts": [], "incomplete": [],
    "code": "OOST-2-TWE-04", "title": "VHTO: schakel met de regio", "goal": None,
    "kind": "commitment", "part": "2", "regions": ["twente"], "programmes": [],
    "parties": [
        {"organisation": "platform", "role": "lead"},
        {"organisation": "vhto", "role": "counterparty"},
    ],
    "term": {
        "phrase": None, "from": None, "to": None, "precision": "none", "nature": "standing",
        "every": None, "trigger": None,
    },
    "trigger_met": None, "condition": None, "status": "open", "signal": None, "reading": None,
    "related": [], "source": {"document": "oost-2014-2016", "locator": "2.twente.b2"},
    "also_at": [], "joined": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def records() -> dict[str, Seeded]:
    return {record.id: record for record in load()}


@pytest.fixture(scope="module")
def agreements() -> list[dict]:
    return records_json(project(oost()).values())["agreements"]


@pytest.fixture(scope="module")
def oost_store(tmp_path_factory: pytest.TempPathFactory):
    path = tmp_path_factory.mktemp("oost") / "oost.db"
    Store.create(path, ARRANGEMENT, oost())
    store = Store.open(path)
    yield store
    store.close()


def test_the_record_of_the_contract_is_as_it_says(agreements: list[dict]):
    (found,) = (one for one in agreements if one["id"] == EXAMPLE["id"])
    assert found["text"]
    assert found == {**EXAMPLE, "text": found["text"]}


def test_every_bullet_of_chapters_1_2_and_3_has_its_agreements(agreements: list[dict]):
    places = [locator for one in agreements for locator in
              (one["source"]["locator"], *one["also_at"])]  # fmt: skip
    bullets = {place for place in places if re.fullmatch(r"[123]\.[a-z]+\.b\d+(\.s\d+)?", place)}
    assert len(bullets) >= 43
    by_heading = defaultdict(set)
    for bullet in bullets:
        heading, _, rest = bullet.rpartition(".b")
        by_heading[heading].add(int(rest.partition(".")[0]))
    for heading, numbers in by_heading.items():
        assert numbers == set(range(1, max(numbers) + 1)), heading  # none left out in between
    assert {f"{chapter}.{place}" for chapter in (2, 3) for place in ("twente", "zwolle")} <= {
        *by_heading
    }


PARAGRAPHS = {
    "inleiding.p1", "inleiding.p2", "oost.p1", "1.p1", "1.p2", "1.p3", "1.p4", "1.p5",
    "1.zwolle.p1", "1.twente.p1", "2.p4", "2.landsdeel.p1", "2.landsdeel.p2", "2.zwolle.p1",
    "2.zwolle.p2",
    "2.stedendriehoek.p1", "2.stedendriehoek.p2", "2.twente.p1",
}  # fmt: skip


def test_what_paragraphs_agree_has_its_agreements_too(agreements: list[dict]):
    places = {locator for one in agreements for locator in
              (one["source"]["locator"], *one["also_at"])}  # fmt: skip
    running = {place for place in places if re.search(r"\.p\d+$", place)}
    assert {place for place in running if not place.startswith("bijlage")} == PARAGRAPHS


def test_part_0_is_the_introduction_and_the_section_on_oost(agreements: list[dict]):
    for one in agreements:
        chapter = one["source"]["locator"].partition(".")[0]
        expected = {"inleiding": "0", "oost": "0", "bijlage": "annex"}.get(chapter, chapter)
        assert one["part"] == expected, one["code"]


def test_relations_point_at_other_agreements(agreements: list[dict]):
    tails = {one["id"].partition("/")[2] for one in agreements}
    pairs = [(one["id"].partition("/")[2], link["record"]) for one in agreements
             for link in one["related"]]  # fmt: skip
    assert [pair for pair in pairs if pair[0] == pair[1] or pair[1] not in tails] == []


def test_targets_say_only_what_the_document_says(records: dict[str, Seeded]):
    targets = {one.id: one.values for one in records.values() if type_of(one.id) == "targets"}
    assert {one["region"] for one in targets.values()} == {"stedendriehoek", "twente", "gelderland"}
    assert {one.get("baseline") for one in targets.values()} == {None}
    for one in targets.values():
        assert (one.get("quantity") is None) == (one["comparator"] == "all")
        assert one.get("year") in (None, "2020")
    less = targets["targets/stedendriehoek-voortijdig-stoppen"]
    assert (less["measure"], less["quantity"], less["year"]) == ("unknown_change", "-30", "2020")


def test_a_planned_meeting_has_no_day_and_one_that_was_held_is_closed(
    records: dict[str, Seeded],
):
    meetings = [one.values for one in records.values() if type_of(one.id) == "meetings"]
    assert {one["phase"] for one in meetings} == {"considered", "planned", "closed"}
    assert {one.get("date") for one in meetings if one["phase"] != "closed"} == {None}
    assert {one.get("date") for one in meetings if one["phase"] == "closed"} >= {"2014-02-06"}


def test_every_region_with_an_agenda_names_it(records: dict[str, Seeded]):
    with_agenda = {
        one.id.partition("/")[2]
        for one in records.values()
        if type_of(one.id) == "regions"
        and any(
            "techniekagenda" in str(vision["title"]) for vision in one.values.get("visions", [])
        )
    }
    assert with_agenda == {
        "twente", "zwolle", "stedendriehoek", "gelderland", "food-valley", "achterhoek-liemers",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "record"),
    [
        ("Techniepact", "programmes/techniekpact-2020"),
        ("TechNet", "programmes/technet"),
        ("Clean Tech Centre", "organisations/clean-tech-center"),
        ("ROC Deltion", "organisations/deltion"),
        ("Tour de Technique", "programmes/tour-de-technique"),
        ("allochtonen", "programmes/migratieachtergrond"),
        ("Kamerleden", "organisations/kamerleden"),
        ("Landelijke overheid", "organisations/rijksoverheid"),
    ],
)
def test_the_words_and_misprints_of_the_document_find_the_record(
    oost_store: Store, word: str, record: str
):
    assert record in {hit.id for hit in oost_store.search(word, 50)[0]}


def test_codes_say_where_it_stands_and_are_unique(
    agreements: list[dict], records: dict[str, Seeded]
):
    codes = [one["code"] for one in agreements]
    assert max(Counter(codes).values()) == 1
    for one in agreements:
        assert one["id"] == f"agreements/{one['code'].lower()}"
        part = {"annex": "B"}.get(one["part"], one["part"])
        assert re.fullmatch(rf"OOST-{part}-[A-Z]{{3}}-\d\d", one["code"])
    shorts = {one.values["short"] for one in records.values() if type_of(one.id) == "regions"}
    assert {code.split("-")[2] for code in codes} <= {*shorts, "ALG"}


def test_status_follows_from_the_kind_and_nothing_is_made_up(agreements: list[dict]):
    for one in agreements:
        expected = "open" if one["kind"] in KINDS_THAT_START_OPEN else None
        assert (one["status"], one["signal"], one["trigger_met"]) == (expected, None, None)
        assert one["text"]
        assert one["source"]["document"] == ARRANGEMENT


def test_every_reference_points_at_a_record(records: dict[str, Seeded]):
    for record in records.values():
        for field, value in record.values.items():
            described = field_of(record.id, field)
            texts = field.split("/", len(described.parts))[1:] or [value]
            refers = [part.refers for part in described.parts] or [described.refers]
            for type_, text in zip(refers, texts, strict=False):
                if type_ in FIELDS:
                    assert f"{type_}/{text}" in records, (record.id, field)


def test_names_and_aliases_find_one_record_each(records: dict[str, Seeded]):
    for type_ in ("regions", "programmes", "organisations"):
        said = Counter()
        for record in records.values():
            if type_of(record.id) == type_:
                names = {f[8:].lower() for f in record.values if f.startswith("aliases/")}
                said.update({*names, str(record.values["name"]).lower()})
        assert [name for name, count in said.items() if count > 1] == []


def test_food_valley_and_achterhoek_are_there_with_none_of_their_own(oost_store: Store):
    regions = {place.tail: place for place in oost_store.lists.regions()}
    for tail in ("food-valley", "achterhoek-liemers"):
        assert regions[tail].count == 0
        own, *others = oost_store.agreements(Filter(tail, view="all"))
        assert (own.via, len(own.rows)) == ("own", 0)
        assert {group.via for group in others} <= {"via"}
        assert others  # what applies from above is listed
    named = [place.tail for place in oost_store.lists.regions()]
    assert named.count("stedendriehoek") == 2  # it lies in two provinces
    assert not [place for place in named if "zuid" in place]  # a name outside the tree


def test_the_file_has_no_problems(oost_store: Store):
    assert oost_store.problems.all() == oost_store.conflicts() == oost_store.check() == []
    totals = oost_store.totals()
    assert (totals.first_year, totals.last_year, totals.conflicts) == ("2014", "2016", 0)
    assert totals.open > 0
    assert totals.standing > 0
    rows = oost_store.agreements()[0].rows
    assert totals.open + totals.standing <= len(rows)
    assert oost_store.search("VHTO schakel", 50).hits[0].type == "agreements"


def test_the_seed_is_the_same_acts_everywhere(records: dict[str, Seeded]):
    first, second = acts_of(read_folder()), acts_of(read_folder())
    assert [act.id for act in first] == [act.id for act in second]
    assert len(first) == len(records)
    made = oost()  # release by release, each on what the seed said before
    assert [act.seq for act in made] == list(range(1, len(made) + 1))
    assert {(act.by, act.device, act.scope) for act in made} == {("seed", "seed", None)}
    known: set[str] = set()
    for act in made:
        assert {parent for said in act.set for parent in said.parents} <= known
        known.add(act.id)
