"""Tables on narrow and wide terminals, and what a terminal gets to see."""

import io
import os
from types import SimpleNamespace

import pytest

from tests.cli.conftest import Desk
from tui.cli.output import BOLD, Out, cells_in

HEADER = ["Code", "Titel", "Status", "Trekker"]
ROWS = [
    ["OOST-2-TWE-04", "VHTO: schakel met de regio en nog veel meer", "openstaand", "het Platform"],
    ["OOST-2-TWE-05", "你好 " * 40, "voldaan", "Regio Twente en anderen"],
]


class Terminal(io.TextIOWrapper):
    """A stdout that says it is a terminal."""

    def __init__(self) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding="ascii")

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        return self.bytes.getvalue().decode("utf-8")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    found = Terminal()
    monkeypatch.setattr("tui.cli.output.sys", SimpleNamespace(stdout=found))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("WT_SESSION", "x")
    return found


def columns(monkeypatch: pytest.MonkeyPatch, n: int) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda *_, **__: os.terminal_size((n, 24)))


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 400])
def test_a_table_fits_and_codes_stay_whole(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    columns(monkeypatch, width)
    Out("table", None, plain=True).table(HEADER, ROWS)
    lines = terminal.text().splitlines()
    assert len(lines) == 3
    assert all(cells_in(line) <= width for line in lines)
    assert lines[1].startswith("OOST-2-TWE-04")
    assert ("Regio Twente en anderen" in lines[2]) == (width >= 120)


def test_one_endless_word(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    columns(monkeypatch, 60)
    Out("table", None, plain=True).table(["Code", "Titel"], [["X-1", "x" * 100_000]])
    assert terminal.text().splitlines()[1] == "X-1   " + "x" * 53 + "…"


def test_a_terminal_gets_bold_and_a_line(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns(monkeypatch, 80)
    row = ["een \ue000vhto\ue001 twee"]
    Out("table", None, plain=False).table(["Gevonden"], [row])
    assert f"{BOLD}vhto" in terminal.text()
    assert "──" in terminal.text()
    assert "\ue000" not in terminal.text()


@pytest.mark.parametrize("name", ["NO_COLOR", "plain", "dumb"])
def test_no_style(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    columns(monkeypatch, 80)
    if name == "NO_COLOR":
        monkeypatch.setenv(name, "1")
    if name == "dumb":
        monkeypatch.setenv("TERM", name)
    Out("table", None, plain=name == "plain").table(
        ["Gevonden"], [["een \ue000vhto\ue001 \x1b[2J"]]
    )
    assert "\x1b" not in terminal.text()
    assert ("──" in terminal.text()) == (name != "plain")


def test_json_holds_the_data_and_steers_nothing(terminal: Terminal) -> None:
    Out("json", None, plain=False).json({"a": "é\x1b\x9b\u202e\u2028"})
    assert terminal.text() == '{\n "a": "é\\u001b\\u009b\\u202e\\u2028"\n}\n'


@pytest.mark.parametrize("name", ["geen/map/uit.json", "map", f"{'x' * 300}.json"])
def test_where_nothing_can_be_written_nothing_is_done(desk: Desk, name: str) -> None:
    (desk.db.parent / "map").mkdir()
    before = desk.db.read_bytes()
    for words in (["delete"], ["note", "--kind", "remark"], ["edit"]):
        rest = {"note": ["gezien"], "edit": ["goal=x"]}.get(words[0], [])
        desk.refused(*words, "OOST-2-TWE-04", *rest, "-o", desk.db.parent / name)
    assert desk.db.read_bytes() == before
    assert [one.name for one in desk.db.parent.iterdir() if one.name.startswith(".")] == []
