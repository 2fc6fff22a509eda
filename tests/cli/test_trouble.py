"""Files that do not open, hostile text, and everything else that must end in one sentence."""

import json
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from storage.acts import Setting, make_act
from storage.store import Store
from storage.tables import database, migrations
from storage.tables.insert import take_in
from tests.cli.conftest import Desk
from tui import VERSION
from tui.cli.group import cli

CODE = "OOST-2-TWE-04"
HOSTILE = "[/bold] [x] \x1b[31mrood\x1b[0m \x00 nul \u202e omgekeerd \x9b2J {0} {code} %s"

EVERY_COMMAND = [
    ("list", "agreements"), ("show", CODE), ("search", "vhto"), ("history",), ("conflicts",),
    ("problems",), ("check",), ("add", "regions", "name=x", "short=XXX"),
    ("edit", CODE, "goal=x"), ("status", CODE, "met", "--evidence", "x"), ("note", CODE, "x"),
    ("delete", CODE), ("restore", CODE), ("undo",), ("redo",),
    ("resolve", CODE, "status", "--take", "1"), ("export", "{folder}/uit.json"),
    ("import", "{folder}/in.json"), ("diff", "{folder}/in.json"), ("backup", "{folder}/uit.db"),
]  # fmt: skip
READING = ("list", "show", "search", "history", "conflicts", "problems", "check", "export", "diff")


@pytest.fixture
def files(desk: Desk, tmp_path: Path) -> Path:
    """A folder with a file to import."""
    folder = tmp_path / "bestanden"
    folder.mkdir()
    desk.run("export", folder / "in.json")
    return folder


def typed(words: tuple[str, ...], folder: Path) -> list[str]:
    return [word.format(folder=folder) for word in words]


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE iets (n)")
    other.close()


def newer(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    other.close()


def text(path: Path) -> None:
    path.write_text("dit is geen database" * 100)


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [foreign, newer, text, damaged, folder])
@pytest.mark.parametrize("words", EVERY_COMMAND, ids=lambda words: words[0])
def test_a_file_that_does_not_open(
    desk: Desk, files: Path, spoil: Callable[[Path], None], words: tuple[str, ...]
) -> None:
    spoil(desk.db)
    before = desk.db.read_bytes() if desk.db.is_file() else b""
    desk.refused(*typed(words, files))
    assert (desk.db.read_bytes() if desk.db.is_file() else b"") == before
    assert sorted(one.name for one in files.iterdir()) == ["in.json"]


@pytest.mark.parametrize("words", EVERY_COMMAND, ids=lambda words: words[0])
def test_a_folder_that_is_not_there(
    desk: Desk, files: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    desk.db = tmp_path / "nergens" / "x.db"
    assert "nergens" in desk.refused(*typed(words, files))
    assert not desk.db.parent.exists()


@pytest.mark.parametrize("words", EVERY_COMMAND, ids=lambda words: words[0])
def test_a_busy_file(
    desk: Desk, files: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(database, "PATIENCE_MS", 20)
    other = sqlite3.connect(desk.db, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert "bezet" in desk.refused(*typed(words, files))
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_a_writer_is_waited_for(desk: Desk) -> None:
    other = sqlite3.connect(desk.db, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.3, lambda: other.execute("ROLLBACK")).start()
    desk.run("edit", CODE, "goal=x")
    other.close()


def test_hostile_text_is_text(desk: Desk, tmp_path: Path) -> None:
    desk.run("edit", CODE, f"title={HOSTILE}", "--why", HOSTILE)
    desk.run("note", CODE, HOSTILE)
    title = desk.show(CODE)["title"]
    assert isinstance(title, str)
    assert title.startswith("[/bold] [x] [31mrood")
    assert not set(title) & set("\x00\x1b\x9b\u202e")
    for words in (("show", CODE), ("list", "agreements"), ("search", "31mrood"), ("history", CODE)):
        told = desk.run(*words).output
        assert "[/bold] [x]" in told
        assert "{0} {code} %s" in told
    for words in (("show", HOSTILE), ("search", HOSTILE), ("list", HOSTILE), ("undo", HOSTILE),
                  ("status", CODE, HOSTILE), ("edit", CODE, HOSTILE), ("--by", HOSTILE, "undo"),
                  ("edit", CODE, f"kind={HOSTILE}"), ("list", "regions", "--region", HOSTILE),
                  ("show", CODE, "--as-of", HOSTILE), ("resolve", CODE, HOSTILE, "--take", "1"),
                  ("export", tmp_path / "x" / "\x1b[2J"), ("import", "\x00")):  # fmt: skip
        result = desk.run(*words, code=0 if words[0] == "search" else 1)
        assert not set(result.output) & set("\x00\x1b\x9b\u202e")


def test_hostile_text_that_arrives_is_kept_in_json_and_cleaned_for_people(
    desk: Desk,
) -> None:
    said = Setting("agreements/oost-2-twe-04", "title", "boos \x1b[2J\x9b\u202e", ())
    act = make_act(at="2026-11-25T00:00:00.000Z", by="x", device="x", seq=1, set=[said])
    with closing(Store.open(desk.db)) as store, database.transaction(store.connection):
        take_in(store.connection, [act], (), act.at)
    raw_json = desk.run("show", CODE, "--format", "json").stdout
    assert json.loads(raw_json)["title"] == "boos \x1b[2J\x9b\u202e"
    for words in (("show", CODE), ("list", "agreements"), ("search", "boos"), ("history", CODE),
                  ("show", CODE, "--format", "json"), ("list", "agreements", "--format", "csv"),
                  ("delete", CODE)):  # fmt: skip
        assert not set(desk.run(*words).output) & set("\x1b\x9b\u202e")


def test_very_many_characters(desk: Desk) -> None:
    long = "x" * 49_000
    desk.run("edit", CODE, f"title={long}", f"text={long}")
    assert "50.000" in desk.refused("edit", CODE, f"text={long}{long}")
    for words in (("show", CODE), ("list", "agreements"), ("search", "vhto"), ("history", CODE)):
        desk.run(*words)
    assert len(desk.refused("edit", CODE, f"kind={long}")) < 1000
    assert len(desk.refused("show", long)) < 1000


def test_a_new_file_fills_itself(home: Path, tmp_path: Path) -> None:
    first = CliRunner().invoke(cli, ["list", "regions", "--format", "json"])
    assert first.exit_code == 0
    made = home / "data" / "arrangement" / "oost-2014-2016.db"
    assert str(made) in first.stderr
    assert made.is_file()
    again = CliRunner().invoke(cli, ["list", "regions"])
    assert "gemaakt" not in again.stderr
    named = tmp_path / "eigen.db"
    by_name = CliRunner().invoke(cli, ["show", CODE], env={"ARRANGEMENT_DB": str(named)})
    assert str(named) in by_name.stderr
    assert named.is_file()


@pytest.mark.parametrize("command", ["sync", "import", "export", "diff", "backup"])
def test_no_path_is_no_path(
    desk: Desk, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script whose variable is empty must not exchange with the folder that it stands in."""
    here = tmp_path / "hier"
    here.mkdir()
    monkeypatch.chdir(here)
    assert "leeg" in desk.refused(command, "")
    assert list(here.iterdir()) == []


def test_exit_codes_of_usage(desk: Desk) -> None:
    assert desk.run("--version").stdout == f"arrangement {VERSION}\n"
    desk.run("--help")
    for words in (("frobnicate",), ("list",), ("show",), ("list", "regions", "--nope"),
                  ("edit", CODE), ("add", "regions"), ("search",), ("export",),
                  ("list", "agreements", "--via")):  # fmt: skip
        desk.run(*words, code=2)
    for words in (("list", "dingen"), ("list", "regions", "--format", "xml"),
                  ("search", "x", "--limit", "0"), ("search", "x", "--limit", "veel"),
                  ("--lang", "fr", "list", "regions"), ("show", "TWE-99"),
                  ("show", "regions/nergens"), ("list", "people", "--status", "met")):  # fmt: skip
        desk.refused(*words)


def test_a_file_that_another_program_keeps_in_wal_is_told_once_a_day(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.db)) as tool:
        tool.execute("PRAGMA journal_mode = WAL").fetchone()
        tool.execute("SELECT count(*) FROM acts").fetchone()
        assert "Een ander programma" in desk.run("show", "TWE-04").stderr
        assert "Een ander programma" not in desk.run("note", "TWE-04", "toch").stderr
    desk.run("show", "TWE-04")
    with closing(sqlite3.connect(desk.db)) as tool:
        assert tool.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_field_in_conflict_is_not_edited_unseen(
    desk: Desk, desk_of: Callable[[str], Desk], tmp_path: Path
) -> None:
    """By contract an act stands on all that is known here, and would settle it."""
    bob = desk_of("Bob")
    for one, status in ((bob, "on_hold"), (desk, "in_progress")):
        one.run("status", CODE, status)
    bob.run("export", tmp_path / "bob.json")
    desk.run("import", tmp_path / "bob.json", code=3)
    for words in (("status", CODE, "open"), ("edit", CODE, "status=open", "goal=x")):
        told = desk.run(*words, code=1).stderr.splitlines()
        assert told[0].endswith(f"arrangement resolve {CODE} status --take N")
        assert [line.split("  (")[0] for line in told[1:3]] == [
            "  1  in uitvoering", "  2  aangehouden",
        ]  # fmt: skip
        assert ("Anna" in told[1], "Bob" in told[2], "conflict" in told[3]) == (True,) * 3
    assert desk.show(CODE)["conflicts"] == ["status"]
    assert desk.show(CODE)["goal"] is None
    desk.run("resolve", CODE, "status", "--take", "2")
    desk.run("status", CODE, "open")
