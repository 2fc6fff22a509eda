"""`overview`: the three overviews as table, JSON and CSV, now and as they stood."""

import csv
import io
from pathlib import Path

import pytest

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.store import Store
from tests.cli.conftest import Desk

RECORDS: dict[str, dict[str, object]] = {
    "arrangement/klein": {"title": "Klein"},
    "regions/twente": {"name": "Twente", "short": "TWE"},
    "regions/zwolle": {"name": "Zwolle", "short": "ZWO"},
    "programmes/jet-net": {"name": "Jet-Net"},
    "organisations/platform": {"name": "Het Platform"},
    "organisations/vhto": {"name": "VHTO"},
    "agreements/a": {"code": "K-2-TWE-01", "title": "Makelen", "kind": "commitment",
                     "status": "open", "regions/twente": True, "programmes/jet-net": True,
                     "parties/lead/platform": True, "parties/recipient/vhto": True},
    "agreements/b": {"code": "K-2-TWE-02", "title": "Schakel", "kind": "commitment",
                     "status": "open", "regions/twente": True, "parties/lead/platform": True,
                     "term": {"nature": "standing"}},
    "agreements/c": {"code": "K-2-ZWO-01", "title": "Niet hier", "kind": "declined",
                     "regions/zwolle": True, "programmes/jet-net": True},
}  # fmt: skip
NONE = {"open": 0, "declined": 0, "other": 0, "repeats": 0, "kinds": {}}


@pytest.fixture
def small(tmp_path: Path) -> Desk:
    """A desk with a made-up arrangement."""
    path = tmp_path / "klein.db"
    Store.create(path, "klein", acts([Seeded(*one) for one in RECORDS.items()]))
    return Desk(path, "Anna")


def test_the_matrix_as_json(small: Desk) -> None:
    one = {**NONE, "open": 1, "kinds": {"commitment": 1}}
    declined = {**NONE, "declined": 1, "kinds": {"declined": 1}}
    jet_net = {**one, "declined": 1, "kinds": {"commitment": 1, "declined": 1}}
    assert small.json("overview", "matrix") == {
        "overview": "matrix",
        "regions": [
            {"id": "regions/twente", "name": "Twente", "short": "TWE", "open": 2},
            {"id": "regions/zwolle", "name": "Zwolle", "short": "ZWO", "open": 0},
        ],
        "programmes": [
            {"id": "programmes/jet-net", "name": "Jet-Net", "total": jet_net},
            {"id": None, "name": None, "total": one},
        ],
        "cells": [
            {"programme": "jet-net", "region": "twente", **one},
            {"programme": "jet-net", "region": "zwolle", **declined},
            {"programme": None, "region": "twente", **one},
        ],
    }


def test_the_matrix_as_a_table_says_what_its_signs_are(small: Desk) -> None:
    found = small.run("overview", "matrix")
    header, _, jet_net, without = found.stdout.splitlines()
    assert header.split() == ["Programma", "TWE", "ZWO", "totaal"]
    assert jet_net.split() == ["Jet-Net", "1", "⊘", "⊘", "1"]
    assert without.split() == ["zonder", "programma", "1", "·", "1"]
    assert "⊘ = afgezien" in found.stderr
    assert "een regio telt alleen haar eigen afspraken" in found.stderr.lower()
    plain = small.run("overview", "matrix", "--plain")
    assert (plain.stdout + plain.stderr).isascii()


def test_parties_and_standing_roles(small: Desk) -> None:
    assert small.json("overview", "parties") == {
        "overview": "parties",
        "parties": [
            {
                "lead": "platform", "name": "Het Platform", "open": 1,
                "others": [
                    {"organisation": "vhto", "name": "VHTO", "open": 1,
                     "roles": {"recipient": 1}, "agreements": ["agreements/a"]},
                ],
            },
        ],
    }  # fmt: skip
    found = small.json("overview", "standing")
    assert isinstance(found, dict)
    (platform,) = found["parties"]
    assert (platform["lead"], platform["name"]) == ("platform", "Het Platform")
    assert [one["code"] for one in platform["agreements"]] == ["K-2-TWE-02"]
    assert "Het Platform  VHTO         voor 1  1" in small.run("overview", "parties").stdout
    assert "Het Platform  K-2-TWE-02  Schakel" in small.run("overview", "standing").stdout


@pytest.mark.parametrize(
    ("which", "rows"),
    [
        ("matrix", [{"programme": "jet-net", "region": "twente", "kinds.commitment": "1"},
                    {"programme": "jet-net", "region": "zwolle", "open": "0", "declined": "1"},
                    {"programme": "", "region": "twente", "open": "1", "other": "0"}]),
        ("parties", [{"lead": "platform", "organisation": "vhto", "roles.recipient": "1"}]),
        ("standing", [{"lead": "platform", "id": "agreements/b", "code": "K-2-TWE-02"}]),
    ],
)  # fmt: skip
def test_a_sheet(small: Desk, which: str, rows: list[dict[str, str]]) -> None:
    text = small.run("overview", which, "--format", "csv").stdout_bytes.decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [{name: row[name] for name in wanted} for row, wanted in
            zip(found, rows, strict=True)] == rows  # fmt: skip


def test_as_it_stood(small: Desk) -> None:
    small.run("status", "TWE-01", "on_hold")
    small.run("delete", "TWE-01")
    before = len(RECORDS)
    for which in ("matrix", "parties", "standing"):
        now = small.json("overview", which)
        then = small.json("overview", which, "--as-of", f"#{before}", "--known")
        assert (now == then) is (which == "standing")
        empty = small.json("overview", which, "--as-of", "2000-01-01")
        assert isinstance(empty, dict)
        assert not empty.get("cells")
        assert empty.get("parties", []) == []
    assert "geen datum" in small.refused("overview", "matrix", "--as-of", "gisteren")
    small.run("overview", "matrix", "--known", code=2)


def test_another_overview_is_refused_with_the_nearest(small: Desk) -> None:
    assert "matrix" in small.refused("overview", "matriks")
    small.run("overview", code=2)


def test_the_whole_arrangement_in_every_form(desk: Desk) -> None:
    for which in ("matrix", "parties", "standing"):
        for form in ("table", "json", "csv"):
            assert desk.run("overview", which, "--format", form).stdout
