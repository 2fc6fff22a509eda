"""What only a real process shows: streams, code pages, pipes and what is imported."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tui import VERSION
from tui.cli.group import COMMANDS

ROOT = Path(__file__).parents[2]
CODE = "OOST-2-TWE-04"


def run(desk: Desk, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui", "--db", str(desk.db), *words],
        capture_output=True, check=False, cwd=ROOT, env={**os.environ, **environment},
    )  # fmt: skip


def test_utf_8_whatever_the_code_page(desk: Desk) -> None:
    for encoding in ("ascii", "cp1252", "utf-16"):
        found = run(desk, "show", CODE, PYTHONIOENCODING=encoding)
        assert found.returncode == 0
        assert "Platform Bèta Techniek" in found.stdout.decode("utf-8")


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with pipes")
def test_a_reader_that_goes_away(desk: Desk) -> None:
    for _ in range(3):
        command = f"{sys.executable} -m tui --db {desk.db} history --format json | head -c 10"
        found = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {command}"],
            capture_output=True, check=False, cwd=ROOT,
        )  # fmt: skip
        assert found.stderr == b""
        assert found.returncode == 0


def test_a_library_says_nothing_of_its_own(desk: Desk, tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    file = tmp_path / "half.pdf"
    file.write_bytes(b"%PDF-1.4\n" + b"0" * 5000)
    found = run(desk, "source", "attach", str(file), PYTHONUTF8="1")
    (told,) = found.stderr.decode().splitlines()
    assert "half.pdf: dit is geen leesbaar .pdf-bestand" in told


def test_a_bad_argument_of_bytes(desk: Desk) -> None:
    words = [sys.executable, "-m", "tui", "--db", str(desk.db), "show", b"\xff\xfe"]
    found = subprocess.run(words, capture_output=True, check=False, cwd=ROOT)
    assert found.returncode == 1
    assert b"Traceback" not in found.stderr


@pytest.mark.parametrize("words", [("show", CODE), ("search", "vhto"), ("list", "agreements")])
def test_reading_imports_nothing_heavy(desk: Desk, words: tuple[str, ...]) -> None:
    found = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tui", "--db", str(desk.db), *words],
        capture_output=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert found.returncode == 0
    imported = set(re.findall(r"\| +([\w.]+)", found.stderr.decode()))
    assert "storage.store" in imported
    for heavy in ("textual", "rich", "pydantic", "sqlite_utils", "tui.app"):
        assert heavy not in imported


def test_every_command_of_the_issue_is_there() -> None:
    assert {name for names in COMMANDS.values() for name in names} >= {
        "list", "show", "search", "add", "edit", "status", "note", "delete", "restore", "history",
        "undo", "redo", "export", "import", "diff", "conflicts", "resolve", "problems", "check",
        "backup", "restore-backup", "source", "overview", "new", "seed", "join", "quarantine",
        "sync", "schema", "exchange", "selftest", "erase",
    }  # fmt: skip
