"""Nothing in the seed of Oost is more certain than its document, and one rule holds for all of it.

The rules are told to users in docs/hoe-gelezen.md.
"""

import re
from collections import Counter, defaultdict

import pytest

from seed.loader import OOST, load
from seed.seeded import Seeded
from storage.records.ids import type_of
from tui.draw.spans import cut
from tui.locale import charset

WISHES = [
    "GEL-03", "TWE-18", "TWE-19", "GEL-11", "GEL-04", "LAN-51", "LAN-44", "LAN-45", "LAN-21",
    "LAN-50", "LAN-52",
]  # fmt: skip
"""What somebody wants and nobody was asked for."""


@pytest.fixture(scope="module")
def records() -> dict[str, Seeded]:
    return {record.id: record for record in load()}


@pytest.fixture(scope="module")
def agreements(records: dict[str, Seeded]) -> dict[str, dict]:
    """The agreements by the short form of their code."""
    found = [one.values for one in records.values() if type_of(one.id) == "agreements"]
    return {str(one["code"]).split("-", 2)[2]: one for one in found}


def of_set(values: dict, name: str) -> set[str]:
    return {field.partition("/")[2] for field in values if field.startswith(f"{name}/")}


def in_role(values: dict, role: str) -> set[str]:
    parties = of_set(values, "parties")
    return {one.partition("/")[2] for one in parties if one.startswith(f"{role}/")}


@pytest.mark.parametrize("code", WISHES)
def test_who_only_wishes_makes_nobody_act(agreements: dict[str, dict], code: str) -> None:
    wish = agreements[code]
    assert (wish["kind"], in_role(wish, "lead"), in_role(wish, "recipient")) == (
        "ambition", set(), set(),
    )  # fmt: skip
    assert in_role(wish, "requester")


def test_an_ambition_has_who_acts_or_who_wishes_it_never_both(agreements: dict[str, dict]) -> None:
    for code, one in agreements.items():
        if one["kind"] == "ambition":
            assert not (in_role(one, "lead") and in_role(one, "requester")), code
            assert not in_role(one, "recipient"), code


def test_an_offer_that_another_would_do_says_why_that_one_is_the_lead(
    agreements: dict[str, dict],
) -> None:
    others = {
        code
        for code, one in agreements.items()
        if one["kind"] == "proposition" and in_role(one, "lead") - {"platform"}
    }
    assert others >= {"ALG-02", "ALG-05", "ALG-20", "ALG-27"}
    for code in others:
        assert "bij een aanbod staat als trekker wie het zou doen" in agreements[code]["reading"]


def test_every_target_and_every_theme_has_an_agreement(
    records: dict[str, Seeded], agreements: dict[str, dict]
) -> None:
    by_place = defaultdict(list)
    for one in agreements.values():
        for region in of_set(one, "regions"):
            by_place[region, one["source"]["locator"]].append(one)
    for record in records.values():
        said = record.values
        if type_of(record.id) == "targets":
            there = by_place[said["region"], said["source"]["locator"]]
            wanted = [one["text"] for one in there if one["kind"] in ("ambition", "consideration")]
            figure = str(said.get("quantity") or "alle|elke").lstrip("-")
            assert [text for text in wanted if re.search(figure, text)], record.id
    named = {tail for one in agreements.values() for tail in of_set(one, "programmes")}
    themes = {
        record.id.partition("/")[2]
        for record in records.values()
        if type_of(record.id) == "programmes" and record.values["kind"] == "theme"
    }
    assert themes <= named


def test_titles_tell_themselves_apart_when_a_list_cuts_them(agreements: dict[str, dict]) -> None:
    charset.use_charset(ascii=False)  # whatever another test chose
    titles = [str(one["title"]) for one in agreements.values()]
    for width in (26, 27, 28):
        shown = Counter(cut(title, width) for title in titles)
        assert [one for one, count in shown.items() if count > 1] == []


@pytest.mark.parametrize(
    ("code", "field", "says", "never"),
    [
        ("TWE-02", "text", "kan en gewenst is", "doen andere landsdelen"),
        ("TWE-02", "condition", "wordt georganiseerd", ""),
        ("LAN-43", "reading", "al gebeurd en door wie is niet gezegd", ""),
        ("TWE-05", "reading", "aan het begin van dat jaar", "voor ons ook van de aandacht"),
        ("TWE-17", "title", "Twente", "pilot"),
        ("TWE-17", "reading", "niet gezegd", "de pilot"),
        ("TWE-22", "text", "vernieuwd werkgeverschap", "vernieuwend"),
        ("TWE-22", "text", "ruimte te maken voor ondernemen", "meer ondernemen"),
        ("ALG-29", "text", "drie regionale pilots", "in de regio"),
        ("ALG-29", "reading", "in welke regio's", ""),
        ("LAN-39", "text", "minder aan de orde", "nodig"),
        ("ALG-18", "condition", "Als de regio", ""),
        ("LAN-19", "text", "verduurzamen", "blijven"),
        ("ALG-12", "text", "verduurzamen", "blijven"),
        ("STE-06", "goal", "verduurzamen", "voortduren"),
        ("GEL-09", "reading", "onder een verzoek", ""),
        ("GEL-14", "reading", "onder een verzoek", ""),
        ("TWE-20", "text", "Hengelo", "gaat na"),
        ("STE-12", "text", "ambitie", "moet"),
        ("STE-11", "goal", "30%", "moet"),
        ("LAN-44", "text", "op prijs", "blij"),
        ("GEL-01", "text", "bereid", " wil "),
        ("TWE-18", "text", "hoopt", "andere organisaties"),
    ],
)
def test_no_more_than_the_sentence_says(
    agreements: dict[str, dict], code: str, field: str, says: str, never: str
) -> None:
    told = agreements[code][field]
    assert says in told
    assert not never or never not in told


def test_kinds_terms_and_parties_that_were_more_certain(agreements: dict[str, dict]) -> None:
    past, less = agreements["LAN-43"], agreements["LAN-39"]
    assert (past["kind"], past.get("term"), past.get("status")) == ("proposition", None, None)
    assert (less["kind"], in_role(less, "declined_by"), in_role(less, "lead")) == (
        "consideration", set(), set(),
    )  # fmt: skip
    assert "technet" in in_role(agreements["STE-04"], "counterparty")
    assert in_role(agreements["TWE-20"], "recipient") == {"regio-twente"}
    assert "door de regio" in agreements["ZWO-06"]["term"]["phrase"]
    assert "pilot-kenniswerkers" not in of_set(agreements["TWE-17"], "programmes")
    assert in_role(agreements["STE-02"], "counterparty") == {
        "bedrijven", "mbo-instellingen", "provincies", "topsectoren",
    }  # fmt: skip


def test_a_meeting_says_how_sure_it_is(records: dict[str, Seeded]) -> None:
    meetings = {
        record.id.partition("/")[2]: record.values
        for record in records.values()
        if type_of(record.id) == "meetings"
    }
    considered = {tail for tail, one in meetings.items() if one["phase"] == "considered"}
    assert considered == {"gelderland-investeringsfonds"}
    fund = of_set(meetings["gelderland-investeringsfonds"], "participants")
    assert {one.partition("/")[2].split()[0] for one in fund} == {"mogelijke"}
    for tail, one in meetings.items():
        if one["phase"] == "planned":
            assert "onze lezing: gepland" in one["phrase"], tail
    both = of_set(meetings["clean-tech-center-macrodoelmatigheid"], "participants")
    assert {one.partition("/")[0] for one in both} == {
        "bedrijven", "mbo-instellingen", "platform", "provincies", "topsectoren",
    }  # fmt: skip


def test_the_dates_of_the_arrangement_are_said_to_be_our_reading(
    records: dict[str, Seeded],
) -> None:
    purpose = str(records[f"arrangement/{'oost-2014-2016'}"].values["purpose"])
    ours = purpose.partition("Onze lezing: ")[2]
    assert "2014-2016" in ours
    assert "ondertekening" in ours


def test_what_we_read_stands_where_users_see_it_and_in_no_comment() -> None:
    for file in OOST.rglob("*.toml"):
        comments = [line for line in file.read_text(encoding="utf-8").splitlines()
                    if line.startswith("#")]  # fmt: skip
        assert not [line for line in comments if re.search(r"lezen wij|wij lezen", line)], file


def test_a_group_is_no_synonym_of_who_cares_for_it(records: dict[str, Seeded]) -> None:
    assert of_set(records["glossary/vhto"].values, "synonyms") == set()
