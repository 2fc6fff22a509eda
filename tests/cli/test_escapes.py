"""No command steers a terminal with what someone wrote, whatever it lists."""

from pathlib import Path

import pytest

from storage.records.fields import FIELDS
from tests.cli.conftest import Desk
from tests.tui import nasty
from tests.tui.driving import VHTO
from tests.tui.for_people import not_for_people

READS = [
    *(("list", type_) for type_ in FIELDS),
    *(("overview", which) for which in ("matrix", "parties", "standing")),
    ("show", VHTO), ("history",), ("history", VHTO), ("problems",), ("conflicts",), ("check",),
    ("search", "rood"), ("quarantine", "list"), ("quarantine", "show", "1"),
    ("source", "coverage"), ("exchange", "devices"), ("exchange", "folders"),
]  # fmt: skip


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nasty") / "nasty.db"
    nasty.make(path)
    return path


@pytest.mark.parametrize("words", READS, ids=" ".join)
def test_no_command_steers_a_terminal(spoilt: Path, words: tuple[str, ...]) -> None:
    desk = Desk(spoilt, "Anna")
    for form in ("table", "json"):
        result = desk.attempt(*words, "--format", form)
        assert not set(result.output) & set("\x00\x1b\x9b\x07\u202e\u2066"), form
        if form == "table":
            assert not not_for_people(result.output)
