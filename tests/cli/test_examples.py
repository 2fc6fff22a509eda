"""The examples of the README work as they stand there, and touch nothing of who tries them."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli.group import cli

ROOT = Path(__file__).parents[2]


def test_they_work_one_after_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = re.search(
        r"<!-- examples -->\n```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    assert found
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARRANGEMENT_DB", "mine.db")
    for line in found[1].splitlines():
        program, *words = shlex.split(line, comments=True)
        if program == "mkdir":
            Path(*words).mkdir()
        else:
            done = CliRunner().invoke(cli, words)
            assert (program, done.exit_code) == ("arrangement", 0), (line, done.output)
    assert {path.name for path in tmp_path.glob("*.db")} == {"proef.db", "noord.db"}
