"""Actions: who does them, by when, and whether they are done."""

import pytest

from tests.cli.conftest import Desk

CODE = "OOST-2-TWE-04"


@pytest.fixture
def actions(desk: Desk) -> Desk:
    """Three actions, one of them done and one within the own organisation; and a remark."""
    by = ("--kind", "actie")
    desk.run("note", CODE, "plan sturen", *by, "--term", "voor 1 juli 2027", "--who", "VHTO")
    desk.run("note", CODE, "bellen", *by, "--term", "voor 1 maart 2027", "--who", "platform")
    desk.run("note", "regions/twente", "intern bellen", *by, "--own")
    desk.run("note", CODE, "een opmerking")
    desk.run("edit", identity(desk, "bellen"), "done=ja")
    return desk


def identity(desk: Desk, text: str) -> str:
    entries = desk.json("list", "entries")
    return next(str(one["id"]) for one in entries if one["text"] == text)  # type: ignore[union-attr]


def texts(desk: Desk, *words: str) -> list[str]:
    found = desk.json("list", "actions", *words)
    return sorted(str(one["text"]) for one in found)  # type: ignore[union-attr]


def test_the_actions_are_listed_and_narrowed(actions: Desk) -> None:
    assert texts(actions) == ["bellen", "intern bellen", "plan sturen"]
    assert texts(actions, "--open") == ["intern bellen", "plan sturen"]
    assert texts(actions, "--due", "2027-03-01") == ["bellen"]
    assert texts(actions, "--due", "2027-07-01") == ["bellen", "plan sturen"]
    assert texts(actions, "--due", "2027-07-01", "--open") == ["plan sturen"]
    assert texts(actions, "--who", "VHTO") == ["plan sturen"]
    assert texts(actions, "--who", "platform", "--open") == []
    assert texts(actions, "--changed-since", "2999-01-01") == []


def test_the_list_says_who_when_and_whether(actions: Desk) -> None:
    table = actions.run("list", "actions", "--plain").stdout.splitlines()
    row = next(line for line in table if "plan sturen" in line)
    for words in (CODE, "VHTO", "voor 1 juli 2027", "nee"):
        assert words in row
    assert "ja" in next(line for line in table if "bellen" in line and CODE in line).split()
    sheet = actions.run("list", "actions", "--format", "csv").stdout
    assert "term.to" in sheet
    assert "2027-06-30" in sheet
    everything = actions.run("list", "entries", "--plain").stdout
    assert "voor 1 juli 2027" in everything
    assert "nee" not in next(line for line in everything.splitlines() if "opmerking" in line)


@pytest.mark.parametrize(
    "words",
    [("programmes", "--due", "2027-01-01"), ("regions", "--who", "VHTO"), ("actions", "--due", "x"),
     ("actions", "--who", "niemand"), ("actions", "--kind", "remark"),
     ("actions", "--status", "open")],
)  # fmt: skip
def test_what_is_no_filter_there_is_refused(desk: Desk, words: tuple[str, ...]) -> None:
    desk.refused("list", *words)


def test_the_page_says_who_when_and_whether(actions: Desk) -> None:
    page = " ".join(actions.run("show", CODE, "--plain").stdout.split())
    assert "Actie: plan sturen VHTO · voor 1 juli 2027" in page
    assert "30 juni 2027" in page
    assert "nog niet gedaan" in page
    assert "Actie: bellen Platform Bèta Techniek · voor 1 maart 2027" in page
