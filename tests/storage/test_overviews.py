"""Overviews: regions against programmes, who does what for whom, standing roles."""

from pathlib import Path

import pytest

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.store import Store
from storage.views.agreement_list import AgreementRow
from storage.views.crosstabs import Cell, Pair
from tests.asof import past
from tests.storage.small import ARRANGEMENT

NOTHING = Cell(0, 0, 0, 0)
STANDING = {"nature": "standing"}
PLACES: dict[str, dict[str, object]] = {
    f"arrangement/{ARRANGEMENT}": {"title": "Klein"},
    "regions/oost": {"name": "Oost", "short": "OOS", "kind": "landsdeel"},
    "regions/gld": {"name": "Gelderland", "short": "GLD", "parents/oost": True},
    "regions/ovl": {"name": "Overijssel", "short": "OVL", "parents/oost": True},
    "regions/sted": {"name": "Stedendriehoek", "short": "STE",
                     "parents/gld": True, "parents/ovl": True},
    "programmes/jet-net": {"name": "Jet-Net"},
    "programmes/technet": {"name": "Technet"},
    "programmes/weg": {"name": "Weg", "life": "deleted"},
    **{f"organisations/{one}": {"name": one.capitalize()} for one in ("platform", "regio")},
    "organisations/vhto": {"name": "Vhto", "abbreviation": "VHTO"},
}  # fmt: skip


def agreement(n: int, *sets: str, **fields: object) -> Seeded:
    """An open one, with elements of its sets as acts name them."""
    said = {"code": f"KLEIN-2-STE-{n:02}", "title": f"Afspraak {n}", "kind": "commitment",
            "status": "open", **fields, **dict.fromkeys(sets, True)}  # fmt: skip
    return Seeded(f"agreements/{n}", said)


def made(folder: Path, *agreements: Seeded) -> Store:
    path = folder / "klein.db"
    seeded = [*(Seeded(record, dict(said)) for record, said in PLACES.items()), *agreements]
    Store.create(path, ARRANGEMENT, acts(seeded))
    return Store(path, by="ann")


def titles(rows) -> list[str]:
    return [row.title for row in rows if isinstance(row, AgreementRow)]


IN_STED = ("regions/sted", "programmes/jet-net")


@pytest.fixture
def store(tmp_path: Path):
    """One cell with everything in it, others with one thing each."""
    found = made(
        tmp_path,
        agreement(1, *IN_STED),
        agreement(2, *IN_STED, kind="on_request", status="on_hold", term=STANDING),
        agreement(3, *IN_STED, status="met"),
        agreement(4, *IN_STED, kind="opportunity", status=None),
        agreement(5, *IN_STED, kind="declined", status=None),
        agreement(6, *IN_STED, "related/repeats/1"),
        agreement(7, *IN_STED, life="deleted"),
        agreement(8, *IN_STED, joined="1"),
        agreement(9, "regions/gld", "programmes/jet-net", "programmes/technet"),
        agreement(10, "regions/ovl", "programmes/technet", kind="declined", status=None),
        agreement(11, "regions/oost"),
        agreement(12, "programmes/technet"),
    )
    yield found
    found.close()


def test_a_region_counts_its_own_and_nothing_twice(store: Store):
    found = store.overviews.matrix()
    assert [one.short for one in found.regions] == ["OOS", "GLD", "STE", "OVL"]
    assert found.cell("jet-net", "sted") == Cell(open=2, declined=1, other=2, repeats=1)
    assert found.cell("jet-net", "gld") == Cell(1, 0, 0, 0)
    assert found.cell("jet-net", "ovl") == NOTHING
    assert found.cell("jet-net", "oost") == NOTHING
    assert found.cell("technet", "ovl") == Cell(0, 1, 0, 0)


def test_without_a_programme_and_without_a_region(store: Store):
    found = store.overviews.matrix()
    assert [(one.tail, one.count) for one in found.programmes] == [
        ("jet-net", 3), ("technet", 2), ("", 1),
    ]  # fmt: skip
    assert found.cell("", "oost") == Cell(1, 0, 0, 0)
    assert found.cell("technet", None) == Cell(2, 1, 0, 0)
    assert titles(found.agreements("technet", None)) == [
        "Afspraak 9", "Afspraak 12", "Afspraak 10",
    ]  # fmt: skip


def test_a_cell_says_its_kinds_and_what_is_open_first(store: Store):
    found = store.overviews.matrix()
    assert found.kinds("jet-net", "sted") == (
        ("commitment", 2), ("on_request", 1), ("opportunity", 1), ("declined", 1),
    )  # fmt: skip
    assert titles(found.agreements("jet-net", "sted")) == [
        f"Afspraak {n}" for n in (1, 2, 3, 4, 5, 6)
    ]
    store.status("agreements/1", "met", evidence="gezien")
    assert titles(store.overviews.matrix().agreements("jet-net", "sted"))[0] == "Afspraak 2"


def test_the_numbers_are_those_of_the_panes(store: Store):
    found = store.overviews.matrix()
    for place in store.lists.programmes():
        assert found.cell(place.tail, None).open == place.count


def test_an_empty_file_has_a_matrix(tmp_path: Path):
    path = tmp_path / "leeg.db"
    Store.create(path, ARRANGEMENT)
    store = Store(path)
    found = store.overviews.matrix()
    assert found.regions == []
    assert [one.tail for one in found.programmes] == [""]
    assert found.cell("", None) == NOTHING
    assert store.overviews.parties() == []
    assert not any(group.rows for group in store.overviews.standing())
    store.close()


PLATFORM, VHTO, REGIO = "parties/lead/platform", "parties/counterparty/vhto", "parties/{}/regio"


@pytest.fixture
def parties(tmp_path: Path):
    found = made(
        tmp_path,
        agreement(1, PLATFORM, VHTO),
        agreement(2, PLATFORM, VHTO, "parties/recipient/vhto", REGIO.format("requester")),
        agreement(3, PLATFORM),
        agreement(4, PLATFORM, "parties/recipient/platform"),
        agreement(5, REGIO.format("lead"), PLATFORM),
        agreement(6, REGIO.format("contact")),
        agreement(7),
        agreement(8, PLATFORM, VHTO, term=STANDING),
        agreement(9, PLATFORM, VHTO, status="met"),
        agreement(10, PLATFORM, VHTO, "related/repeats/1"),
        agreement(11, PLATFORM, VHTO, life="deleted"),
        agreement(12, PLATFORM, VHTO, joined="1"),
        agreement(13, PLATFORM, "parties/recipient/onbekend"),
    )
    yield found
    found.close()


def test_pairs_of_parties_with_counts_and_roles(parties: Store):
    platform, regio, nobody = parties.overviews.parties()
    assert (platform.lead, platform.name, platform.number) == ("platform", "Platform", 6)
    assert platform.pairs == (
        Pair("platform", "regio", "Regio", (), 2, (("lead", 1), ("requester", 1))),
        Pair("platform", "vhto", "Vhto", ("VHTO",), 2, (("recipient", 1), ("counterparty", 2))),
        Pair("platform", "onbekend", "onbekend", (), 1, (("recipient", 1),)),
        Pair("platform", None, "", (), 2, ()),
    )
    assert (regio.lead, regio.number) == ("regio", 1)
    assert regio.pairs == (Pair("regio", "platform", "Platform", (), 1, (("lead", 1),)),)
    assert (nobody.lead, nobody.number) == (None, 2)
    assert [(one.other, one.number) for one in nobody.pairs] == [("regio", 1), (None, 1)]


def test_the_agreements_of_every_pair_are_as_many_as_it_counts(parties: Store):
    found = {
        (pair.lead, pair.other): titles(parties.overviews.between(pair))
        for one in parties.overviews.parties()
        for pair in one.pairs
        if len(parties.overviews.between(pair)) == pair.number
    }
    assert found == {
        ("platform", "vhto"): ["Afspraak 1", "Afspraak 2"],
        ("platform", "regio"): ["Afspraak 2", "Afspraak 5"],
        ("platform", "onbekend"): ["Afspraak 13"],
        ("platform", None): ["Afspraak 3", "Afspraak 4"],
        ("regio", "platform"): ["Afspraak 5"],
        (None, "regio"): ["Afspraak 6"],
        (None, None): ["Afspraak 7"],
    }


def test_every_open_agreement_is_in_a_pair_or_a_standing_role(parties: Store):
    within = {
        row.id
        for one in parties.overviews.parties()
        for pair in one.pairs
        for row in parties.overviews.between(pair)
    }
    standing = [row.id for group in parties.overviews.standing() for row in group.rows]
    totals = parties.totals()
    assert (len(within), len(standing)) == (totals.open, totals.standing)
    assert standing == ["agreements/8"]


def test_as_it_stood_before_what_was_written_since(store: Store):
    (before,) = store.connection.execute("SELECT max(n) FROM acts").fetchone()
    store.status("agreements/1", "met", evidence="gezien")
    then = past(store, f"#{before}", known=True).overviews
    assert then.matrix().cell("jet-net", "sted") == Cell(2, 1, 2, 1)
    assert titles(then.matrix().agreements("jet-net", "sted"))[0] == "Afspraak 1"
    assert [one.number for one in then.parties()] == [4]
    assert store.overviews.matrix().cell("jet-net", "sted").open == 1
    assert past(store, "2000-01-01").overviews.matrix().regions == []
