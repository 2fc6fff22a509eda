"""The page of every record: what it says, what belongs to it, and that nothing makes it fail."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.acts import Act, Setting, make_act
from storage.records.fields import FIELDS
from storage.store import Store
from storage.views.page_content import Page
from storage.views.page_elements import ListedPart, NamedCount, TargetRow
from tests.asof import past
from tests.storage.small import ARRANGEMENT, BOOST, PERSON, VHTO, Laptops, refusal, small, swap

AT = "2014-10-07T00:00:00.000Z"


def listed(sheet: Page) -> dict[str, ListedPart]:
    return {one.what: one for one in sheet.belongs}


def said(sheet: Page) -> dict[str, list[object]]:
    return {fact.field: [value.said for value in fact.values] for fact in sheet.facts}


def links(sheet: Page) -> Iterator[str]:
    """Every record that the page leads to."""
    yield from (value.link for fact in sheet.facts for value in fact.values if value.link)
    for one in sheet.belongs:
        yield from (found.id for found in (one.of, *one.rows) if found.id)


@pytest.fixture
def full(ann: Store) -> Store:
    """The small arrangement with one of everything."""
    oost = ann.add("regions", {"name": "Oost", "short": "OOS", "kind": "landsdeel"})
    above = f"parents/{oost.partition('/')[2]}"
    ann.edit("regions/twente", {above: True, "organisation": "vhto"})
    ann.edit(VHTO, {"programmes/jet-net": True})
    ann.add("targets", {"region": "twente", "programme": "jet-net", "population": "meisjes"})
    meeting = ann.add("meetings", {"body": "platform", "date": "2014-05-01", "chair": "een"})
    ann.add("items", {"meeting": meeting.partition("/")[2], "agreement": VHTO.partition("/")[2]})
    ann.add("glossary", {"abbreviation": "PBT", "expansion": "Platform"})
    ann.edit("organisations/platform", {"members/vhto": True})
    ann.note("programmes/jet-net", "de eerste")
    return ann


def test_a_region_with_its_agreements_above_below_and_targets(full: Store):
    sheet = full.page("regions/twente")
    assert (sheet.title, sheet.short, sheet.type) == ("Twente", "TWE", "regions")
    assert dict(sheet.counts) == {"own": 2, "via": 0, "in": 0}
    assert said(sheet)["parents"] == ["Oost"]
    assert said(sheet)["organisation"] == ["VHTO"]
    found = listed(sheet)
    assert [row.id for row in found["own"].rows if isinstance(row, tuple)] == [VHTO, BOOST]
    assert isinstance(found["targets"].rows[0], TargetRow)
    above = full.page(next(link for link in links(sheet) if link.startswith("regions/")))
    assert listed(above)["own"].total == 0
    assert dict(above.counts) == {"own": 0, "via": 0, "in": 2}
    assert listed(above)["below"].rows == (NamedCount("regions/twente", "Twente", 2),)


def test_a_region_without_agreements_lists_what_applies(full: Store):
    zwolle = full.add("regions", {"name": "Zwolle", "short": "ZWO", "kind": "subregion"})
    full.edit(zwolle, {"parents/twente": True})
    sheet = full.page(zwolle)
    assert listed(sheet)["own"].total == 0
    via = listed(sheet)["via"]
    assert (via.of, via.total, len(via.rows)) == (NamedCount("regions/twente", "Twente"), 2, 2)


def test_a_programme_an_organisation_a_person_and_a_meeting(full: Store):
    jet_net = listed(full.page("programmes/jet-net"))
    assert [(one.id, one.number) for one in jet_net["by_region"].rows] == [("regions/twente", 1)]
    assert [row.id for row in jet_net["agreements"].rows] == [VHTO]
    assert jet_net["targets"].total == 1
    platform = listed(full.page("organisations/platform"))
    assert [row.id for row in platform["lead"].rows] == [VHTO]
    assert [row[1] for row in platform["people"].rows] == [PERSON]
    assert platform["meetings"].total == 1
    vhto = listed(full.page("organisations/vhto"))
    assert [row[1] for row in vhto["bodies"].rows] == ["Platform"]
    assert [row[1] for row in vhto["acts_for"].rows] == ["Twente"]
    person = full.page("people/een")
    assert said(person)["organisation"] == ["Platform"]
    meeting = listed(person)["chairs"].rows[0]
    assert meeting[1] == "2014-05-01"
    assert [row.id for row in listed(full.page(meeting[0]))["agenda"].rows] == [VHTO]


def test_a_programme_says_who_works_on_it_and_where_it_came_from(full: Store):
    offer = full.add("agreements", {
        "title": "Aanbod", "kind": "proposition", "part": "annex", "programmes/jet-net": True,
    })  # fmt: skip
    no = full.add("agreements", {
        "title": "Liever niet", "kind": "commitment",
        f"related/declines/{offer.partition('/')[2]}": True,
    })  # fmt: skip
    away = full.add("agreements", {
        "title": "Geen hulp", "kind": "declined", "programmes/jet-net": True,
    })  # fmt: skip
    again = full.add("agreements", {
        "title": "Nog eens", "kind": "commitment", "programmes/jet-net": True,
        "regions/twente": True, "parties/lead/platform": True, "parties/executor/vhto": True,
        f"related/repeats/{VHTO.partition('/')[2]}": True,
    })  # fmt: skip
    full.edit(VHTO, {
        "parties/executor/vhto": True, f"related/takes_up/{offer.partition('/')[2]}": True,
    })  # fmt: skip
    found = listed(full.page("programmes/jet-net"))
    assert found["work_lead"].rows == (NamedCount("organisations/platform", "Platform", 1),)
    assert found["work_executor"].rows == (NamedCount("organisations/vhto", "VHTO", 1),)
    assert [(one.id, one.number) for one in found["by_region"].rows] == [("regions/twente", 1)]
    assert [row.id for row in found["taken_up"].rows] == [offer]
    assert {row.id for row in found["declined"].rows} == {no, away}
    assert {row.id for row in found["agreements"].rows} == {VHTO, offer, away, again}
    for gone in (offer, no, away):
        full.delete(gone)
    assert not {"taken_up", "declined"} & listed(full.page("programmes/jet-net")).keys()
    full.restore(offer)
    full.delete(VHTO)
    assert "taken_up" not in listed(full.page("programmes/jet-net"))


def test_a_region_lists_what_applies_also_where_it_has_its_own(full: Store):
    above = str(full.records("regions")[0]["id"]).partition("/")[2]
    more = full.add("agreements", {
        "title": "Voor allen", "kind": "commitment", f"regions/{above}": True,
    })  # fmt: skip
    sheet = full.page("regions/twente")
    assert [row.id for row in listed(sheet)["via"].rows] == [more]
    assert listed(sheet)["own"].total == 2


def test_targets_with_their_baseline_and_the_other_that_they_belong_to(full: Store):
    (found,) = (str(record["id"]) for record in full.records("targets"))
    full.edit(found, {"baseline": "28", "quantity": "40", "unit": "%"})
    of_region = listed(full.page("regions/twente"))["targets"].rows[0]
    of_programme = listed(full.page("programmes/jet-net"))["targets"].rows[0]
    assert isinstance(of_region, TargetRow)
    assert isinstance(of_programme, TargetRow)
    assert (of_region.baseline, of_region.other) == ("28", "Jet-Net")
    assert of_programme.other == "Twente"


def test_the_arrangement_and_its_logbook(full: Store):
    full.note(f"arrangement/{ARRANGEMENT}", "getekend")
    sheet = full.page(f"arrangement/{ARRANGEMENT}")
    assert dict(sheet.counts) == {"open": 2, "standing": 0}
    assert [entry.text for entry in sheet.entries] == ["getekend"]
    assert [row[1] for row in listed(sheet)["regions"].rows] == ["Oost", "Twente"]


def test_an_entry_goes_by_what_it_is_about(full: Store):
    entry = full.note(VHTO, "gebeld")
    sheet = full.page(entry)
    assert (sheet.title, said(sheet)["text"]) == ("VHTO: schakel", ["gebeld"])
    assert VHTO in set(links(sheet))


def test_every_link_leads_to_a_page(full: Store):
    waiting, seen = [f"arrangement/{ARRANGEMENT}", VHTO], set()
    while waiting:
        record = waiting.pop()
        if record not in seen:
            seen.add(record)
            waiting += links(full.page(record))
    kinds = {record.partition("/")[0] for record in seen}
    assert {"regions", "programmes", "organisations", "agreements", "targets"} <= kinds


def test_the_page_of_an_agreement_leads_to_what_it_names(full: Store):
    full.edit(VHTO, {"parties/executor/vhto": True, "also_at/2.twente.b1": True})
    full.delete("organisations/vhto")
    page = full.page(VHTO)
    assert page.values("programmes") == (("Jet-Net", "programmes/jet-net"),)
    assert page.values("regions") == (("Twente", "regions/twente"),)
    assert page.places == ["2.twente.b1"]
    assert page.values("parties/lead") == (("Platform", "organisations/platform"),)
    assert page.values("parties/executor") == (("VHTO", "organisations/vhto"),)


def test_what_is_pointed_at_and_not_here_leads_nowhere(tmp_path: Path):
    words = ("life", "live"), ("parties/lead/weg", True), ("regions/nergens", True)
    said = [Setting("agreements/x", name, value, ()) for name, value in words]
    made = make_act(at=AT, by="b" * 16, device="d" * 16, seq=1, set=said)
    Store.create(tmp_path / "half.db", ARRANGEMENT, [*small(), made])
    with closing(Store(tmp_path / "half.db")) as store:
        page = store.page("agreements/x")
    assert page.values("regions") == (("nergens", None),)
    assert page.values("parties/lead") == (("weg", None),)
    assert list(links(page)) == []


def test_deleted_ones_and_conflicts_show_and_nothing_raises(ann: Store, bob: Store):
    ann.edit("programmes/jet-net", {"name": "Jet-Net A"})
    bob.edit("programmes/jet-net", {"name": "Jet-Net B"})
    swap(ann, bob)
    assert ann.page("programmes/jet-net").conflicts == ("name",)
    ann.delete("people/een")
    assert ann.page("people/een").life == "deleted"
    for gone in ("people/niemand", "iets/anders", "", "people"):
        assert refusal(ann.page, gone).key == "unknown_code"


def test_as_it_stood(full: Store):
    before = full.history("programmes/jet-net")[0].at
    full.edit("programmes/jet-net", {"description": "later"})
    full.note("programmes/jet-net", "later")
    then = past(full, before).page("programmes/jet-net")
    assert "description" not in said(then)
    assert said(full.page("programmes/jet-net"))["description"] == ["later"]
    assert "later" not in [one.text for one in then.entries]


ODD = (0, True, "", "x/y", [], [1, {"a": 2}], {}, {"phrase": 1, "meeting": 2, "title": []}, None)


def oddly(odd: object) -> Iterator[Act]:
    """A record of every type, with the same odd value in each field and odd elements in sets."""
    for n, (type_, fields) in enumerate(FIELDS.items(), start=1):
        words = [("life", "live")]
        for name, field in fields.items():
            first = [part.choices[0] if part.choices else "x" for part in field.parts]
            words.append(("/".join([name, *first]), True) if field.is_set else (name, odd))
        scope = "passages" if type_ == "passages" else None
        said = [Setting(f"{type_}/x", name, value, ()) for name, value in words]
        yield make_act(at=AT, by="b" * 16, device="d" * 16, seq=n, set=said, scope=scope)


@pytest.mark.parametrize("odd", ODD, ids=json.dumps)
def test_whatever_a_merge_leaves_has_a_page(tmp_path: Path, odd: object):
    made = oddly(odd)
    path = tmp_path / "raar.db"
    Store.create(path, ARRANGEMENT, [*small(), *made])
    with closing(Store(path)) as store:
        for type_ in FIELDS:
            sheet = store.page(f"{type_}/x")
            assert sheet.type == type_
            for link in links(sheet):
                store.page(link)


def test_long_lists_say_how_much_more_there_is(laptops: Laptops):
    acts = [
        make_act(
            at=AT, by="b" * 16, device="d" * 16, seq=n + 1,
            set=[Setting(f"agreements/{n:04}", name, value, ()) for name, value in (
                ("life", "live"), ("title", f"nummer {n}"), ("code", f"KLEIN-2-TWE-{n:02}"),
                ("kind", "commitment"), ("status", "open"), ("regions/twente", True),
                ("programmes/jet-net", True), ("parties/lead/platform", True))],
        )
        for n in range(120)
    ]  # fmt: skip
    path = laptops.path("lang")
    path.parent.mkdir()
    Store.create(path, ARRANGEMENT, [*small(), *acts])
    with closing(Store(path)) as store:
        own = listed(store.page("regions/twente"))["own"]
        assert (own.total, len(own.rows)) == (122, 50)
        lead = listed(store.page("organisations/platform"))["lead"]
        assert (lead.total, len(lead.rows)) == (121, 20)
        codes = [row.code for row in lead.rows]
        assert codes[:2] == ["KLEIN-2-TWE-00", "KLEIN-2-TWE-01"]
        assert codes[-1] == "KLEIN-2-TWE-18"  # two carry 01
