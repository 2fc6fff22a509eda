"""Windows as a command meets it, imitated: code pages, pipes, arguments, paths, line ends."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from storage.files import file_errors
from tests.cli.conftest import Desk
from tui.cli.group import cli
from tui.cli.output import Out

ROOT = Path(__file__).parents[2]
CODE = "OOST-2-TWE-04"
CODE_PAGES = ("cp1252", "ascii")  # the one of most laptops, and the one that lacks most


def run(desk: Desk, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A real process, its streams in files as after ``> data.txt 2> woorden.txt``."""
    return subprocess.run(
        [sys.executable, "-m", "tui", "--db", str(desk.db), *words],
        capture_output=True, check=False, cwd=ROOT, env={**os.environ, **environment},
    )  # fmt: skip


@pytest.mark.parametrize("page", CODE_PAGES)
@pytest.mark.parametrize(
    "words",
    [("show", CODE), ("list", "regions"), ("search", "beta"), ("history", CODE), ("problems",),
     ("edit", CODE, "goal=café ’s avonds → later"), ("--help",), ("import", "--help"),
     ("status", CODE, "niets"), ("--lang", "en", "check"), ("frobnicate",)],
    ids=lambda words: words[0],
)  # fmt: skip
def test_no_code_page_stops_a_command(desk: Desk, page: str, words: tuple[str, ...]) -> None:
    found = run(desk, *words, PYTHONIOENCODING=f"{page}:strict", PYTHONUTF8="0")
    told = found.stderr.decode(page)
    assert "Traceback" not in told
    assert "Error" not in told
    assert found.returncode == {"niets": 1, "frobnicate": 2}.get(words[-1], 0)
    found.stdout.decode("utf-8")


def test_words_that_a_code_page_lacks_are_written_plainly(desk: Desk) -> None:
    told = run(desk, "show", "zo’n “code”", PYTHONIOENCODING="cp850", PYTHONUTF8="0").stderr
    assert 'zo\'n "code"' in told.decode("cp850")
    told = run(desk, "show", "zo’n “code”", PYTHONIOENCODING="cp1252", PYTHONUTF8="0").stderr
    assert "zo’n “code”" in told.decode("cp1252")


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL])
def test_a_reader_that_goes_away_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: int
) -> None:
    def gone(_: bytes) -> None:
        raise OSError(number, "gone")

    with (tmp_path / "uit").open("wb") as real:
        buffer = SimpleNamespace(write=gone, flush=lambda: None)
        stdout = SimpleNamespace(buffer=buffer, isatty=lambda: False, fileno=real.fileno)
        monkeypatch.setattr("tui.cli.output.sys", SimpleNamespace(stdout=stdout))
        with pytest.raises(click.exceptions.Exit) as ended:
            Out("table", None, plain=True).lines(["tekst"])
    assert ended.value.exit_code == 0


def test_what_is_typed_is_not_read_as_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows click would fill in ~, * and %NAME%, in texts too."""
    given: dict[str, object] = {}
    monkeypatch.setattr(click.Group, "main", lambda self, *_, **kwargs: given.update(kwargs))
    with pytest.raises(SystemExit):
        cli.main(["check"])
    assert given["windows_expand_args"] is False


def test_a_target_that_is_open_elsewhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_elsewhere(source: Path, target: Path) -> None:
        error = PermissionError(errno.EACCES, "Access is denied")
        error.winerror = 5  # type: ignore[attr-defined]
        raise error

    file = tmp_path / "open in excel.csv"
    file.write_text("wat er stond")
    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", open_elsewhere)
    told = desk.refused("list", "agreements", "--format", "csv", "-o", file, "--force")
    assert "is open in een ander programma" in told
    assert "open in excel.csv" in told
    assert file.read_text() == "wat er stond"


def test_a_path_that_windows_cannot_reach(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_errors, "WINDOWS", True)
    long = tmp_path / ("m" * 150) / ("n" * 150) / "x.json"
    assert "te lang voor Windows" in desk.refused("export", long)
    desk.db = long
    assert "te lang voor Windows" in desk.refused("check")


def test_a_snapshot_that_came_with_other_line_ends(desk: Desk, tmp_path: Path) -> None:
    desk.run("edit", CODE, "goal=x")
    desk.run("export", file := tmp_path / "uit.json")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert "al bekend" in desk.run("import", file).stderr
    desk.run("diff", file)
    text = file.read_bytes()
    assert "al bekend" in desk.run("import", "-", stdin=text).stderr
