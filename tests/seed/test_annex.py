"""The annex of Oost, who answered what it offers, and the abbreviations of the document."""

import pytest

from seed.loader import load
from seed.releases import oost
from seed.seeded import Seeded
from storage.merge import project
from storage.merge.merged_as_json import records_json
from storage.records.ids import type_of


@pytest.fixture(scope="module")
def records() -> dict[str, Seeded]:
    return {record.id: record for record in load()}


@pytest.fixture(scope="module")
def agreements() -> list[dict]:
    return records_json(project(oost()).values())["agreements"]


def test_every_part_of_the_annex_that_says_something_has_its_agreements(agreements: list[dict]):
    annex = {one["code"]: one for one in agreements if one["part"] == "annex"}
    elsewhere = {32}  # the number that the introduction took
    numbers = [int(code[-2:]) for code in annex]
    assert sorted({*numbers} | elsewhere) == [*range(1, max(numbers) + 1)]
    places = {one["source"]["locator"].removeprefix("bijlage.") for one in annex.values()}
    assert places == {
        "po.p1", "po.b1", "po.b2", "po.b3", "vmbo.p2", "vmbo.b1", "vmbo.b2", "vmbo.b3", "vo.p2",
        "pps.p1", "pps.p2", "hca.p1", "hca.p2", "overig.p1",
    }  # fmt: skip
    assert [one["code"] for one in annex.values() if one["regions"]] == []  # it is for everyone


def test_what_was_offered_is_answered_by_the_later_agreement(agreements: list[dict]):
    by_tail = {one["id"].partition("/")[2]: one for one in agreements}
    answers = {
        (one["code"], link["relation"], by_tail[link["record"]]["code"])
        for one in agreements
        for link in one["related"]
        if (one["part"] == "annex") != (by_tail[link["record"]]["part"] == "annex")
    }
    assert {relation for _, relation, _ in answers} == {"takes_up", "declines"}
    assert not [code for code, _, _ in answers if code.startswith("OOST-B-")]
    assert {
        ("OOST-2-LAN-16", "takes_up", "OOST-B-ALG-22"),
        ("OOST-2-TWE-07", "takes_up", "OOST-B-ALG-04"),
        ("OOST-2-TWE-15", "declines", "OOST-B-ALG-26"),
    } <= answers


def test_every_abbreviation_is_explained_or_known_not_to_be(records: dict[str, Seeded]):
    terms = {
        one.values["abbreviation"]: one.values
        for one in records.values()
        if type_of(one.id) == "glossary" and not one.id.startswith("glossary/woord-")
    }
    explained = {term for term, said in terms.items() if said.get("expanded_in_source")}
    assert explained == {
        "EZ", "HCA", "HTSM", "MPBT", "POA", "RVO", "SLO", "SZW", "VNG", "W&T",
    }  # fmt: skip
    assert {term for term, said in terms.items() if not said.get("expansion")} == {
        "FORUM", "JINC", "KCBT",
    }  # fmt: skip
    for said in terms.values():
        assert ("expansion" in said) == ("expanded_in_source" in said)
    short = {
        one.values["abbreviation"]
        for one in records.values()
        if type_of(one.id) == "organisations" and "abbreviation" in one.values
    }
    assert short <= {*terms}
