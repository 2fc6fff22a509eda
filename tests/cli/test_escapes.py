"""No command steers a terminal with what someone wrote, whatever it lists."""

from contextlib import closing
from pathlib import Path

import pytest

from storage.records.fields import FIELDS
from storage.store import Store
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
LOOKS = (
    ("import", "{file}", "--preview"), ("diff", "{file}"), ("erase", VHTO, "--preview"),
    ("note", VHTO, "gebeld"), ("undo", "--preview"), ("history", "--since", "2099-01-01"),
    ("undo",), ("redo",), ("list", "agreements", "--open"), ("meeting", "--help"),
)  # fmt: skip


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


def test_what_a_command_would_do_is_told_without_ids(tmp_path: Path) -> None:
    """One after the other, over the file that others disagree about."""
    nasty.make(tmp_path / "nasty.db")
    nasty.make(tmp_path / "third.db", (3,))
    file = tmp_path / "third.json"
    with closing(Store.open(tmp_path / "third.db")) as store:
        store.snapshots.export(file)
    desk = Desk(tmp_path / "nasty.db", "Anna")
    for words in LOOKS:
        told = desk.attempt(*(word.format(file=file) for word in words)).output
        assert told
        read = told.replace(str(file), "")
        assert not not_for_people(read), words
