"""No file is written over that is not of the kind being written and of this arrangement, unless
`--force` is given (contract §4)."""

import gzip
import os
import shutil
from pathlib import Path

import pytest

from storage.store import Store
from tests.cli.conftest import Desk

NOORD = Path(__file__).parents[1] / "seed" / "documents" / "noord.txt"
BACKUP, EXPORT = ("backup", "{}"), ("export", "{}")
LIST, SHOW = ("list", "agreements", "-o", "{}"), ("show", "OOST-2-TWE-04", "-o", "{}")
JSON = ("list", "regions", "--format", "json", "-o", "{}")
WRITE = {"backup": BACKUP, "export": EXPORT, "list": LIST, "list as JSON": JSON, "show": SHOW}


@pytest.fixture(scope="module")
def standing(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of many kinds, by their names."""
    folder = tmp_path_factory.mktemp("staat er al")
    Store.create(folder / "other.db", "noord")
    shutil.copy(whole, folder / "same.db")
    (folder / "damaged.db").write_bytes(whole.read_bytes()[:9000])
    for name in ("other", "same"):
        store = Store.open(folder / f"{name}.db")
        store.snapshots.export(folder / f"{name}.json")
        store.snapshots.export(folder / f"{name}.json.gz")
        store.close()
    (folder / "word.docx").write_bytes(b"PK\x03\x04 een brief")
    (folder / "letter.txt").write_text("Beste Anna,\n")
    (folder / "their.json").write_text('{"format": "of another program"}')
    (folder / "cut.json.gz").write_bytes(gzip.compress(b"{" * 9000)[:20])
    return folder


def words(command: tuple[str, ...], target: Path) -> list[str]:
    return [word.format(target) for word in command]


MAY = {("backup", "same.db"), ("export", "same.json"), ("export", "same.json.gz")}
OTHERS = {("backup", "other.db"), ("export", "other.json"), ("export", "other.json.gz")}
NAMES = (
    "other.db", "same.db", "damaged.db", "other.json", "same.json", "other.json.gz",
    "same.json.gz", "word.docx", "letter.txt", "their.json", "cut.json.gz",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_only_its_own_kind_of_this_arrangement_is_written_over(
    desk: Desk, standing: Path, tmp_path: Path, name: str
) -> None:
    for how, command in WRITE.items():
        target = Path(shutil.copy(standing / name, tmp_path / name))
        before = target.read_bytes()
        if (how, name) in MAY:
            desk.run(*words(command, target))
            continue
        told = desk.refused(*words(command, target))
        assert name in told
        assert "--force" in told
        assert ("ander arrangement: noord" in told) == ((how, name) in OTHERS)
        assert target.read_bytes() == before
        desk.run(*words(command, target), "--force")
        assert target.read_bytes() != before


def test_what_is_empty_or_not_there_is_free(desk: Desk, tmp_path: Path) -> None:
    for how, command in WRITE.items():
        target = tmp_path / how
        desk.run(*words(command, target))
        target.write_bytes(b"")
        desk.run(*words(command, target))
        assert target.stat().st_size


def test_force_does_not_reach_the_file_itself(desk: Desk) -> None:
    before = desk.db.read_bytes()
    for command in WRITE.values():
        assert "waarin u werkt" in desk.refused(*words(command, desk.db), "--force")
        journal = desk.db.with_name(f"{desk.db.name}-journal")
        assert "hoort bij" in desk.refused(*words(command, journal), "--force")
        assert not journal.exists()
    assert desk.db.read_bytes() == before


def test_a_file_that_the_command_itself_makes_stays(desk: Desk, tmp_path: Path) -> None:
    made = tmp_path / "nieuw.db"
    assert "nieuw.db bestaat al" in desk.refused("new", made, "--format", "json", "-o", made)
    Store.open(made).close()
    desk.db = tmp_path / "nog niet.db"
    assert "waarin u werkt" in desk.refused("list", "regions", "-o", desk.db)
    assert not desk.db.exists()


def test_in_a_file_stands_all_that_a_command_gives(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "noord.txt").write_text(NOORD.read_text(encoding="utf-8"), encoding="utf-8")
    desk.run("source", "attach", tmp_path / "noord.txt", "--profile", NOORD.with_suffix(".toml"))
    shown = desk.run("source", "coverage", "--plain").stdout
    desk.run("source", "coverage", "--plain", "-o", file := tmp_path / "dekking.txt")
    assert file.read_text(encoding="utf-8") == shown


@pytest.mark.skipif(os.name == "nt", reason="no devices among files")
def test_what_is_no_file_stays(desk: Desk, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pijp")
    for command in WRITE.values():
        assert "geen gewoon bestand" in desk.refused(*words(command, pipe), "--force")
    assert pipe.is_fifo()


def test_a_backup_is_not_put_beside_the_journal_of_another_file(desk: Desk, tmp_path: Path) -> None:
    """A database that is opened takes what stands in its journal."""
    (tmp_path / "reserve.db-journal").write_bytes(b"x")
    assert "reserve.db-journal" in desk.refused("backup", tmp_path / "reserve.db", "--force")
    assert not (tmp_path / "reserve.db").exists()
