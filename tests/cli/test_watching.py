"""Long commands tell on a terminal how far they are, and Ctrl+C ends them with nothing half."""

import io
import os
import signal
import sys
from pathlib import Path

import pytest

from tui.cli.progress_bar import watching
from tui.words import remaining
from tui.words.remaining import Running

CODE = "OOST-2-TWE-04"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone types Ctrl+C as soon as it is told how far something is."""
    told = Running.watch

    def watch(self: Running, part: str, share: float) -> None:
        if not self.stopping:
            os.kill(os.getpid(), signal.SIGINT)
        told(self, part, share)

    monkeypatch.setattr(Running, "watch", watch)


@pytest.mark.usefixtures("interrupted")
@pytest.mark.parametrize(
    "words", [("export", "{new}"), ("import", "{file}"), ("import", "{file}", "--preview")]
)
def test_ctrl_c_leaves_everything_as_it_was(
    desk_of, tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bart = desk_of("Anna"), desk_of("Bart")
    folder, file = tmp_path / "map", tmp_path / "van-bart.json"
    folder.mkdir()
    with monkeypatch.context() as quiet:
        quiet.setattr(Running, "watch", lambda *_: None)
        bart.run("edit", CODE, "goal=x")
        bart.run("export", file)
        anna.run("list", "regions")  # the file is known to her from now on
    before = anna.db.read_bytes()
    there = sorted(tmp_path.rglob("*"))
    places = {"new": folder / "uit.json", "file": file}
    result = anna.attempt(*(word.format(**places) for word in words))
    assert result.exit_code == 1
    assert "Gestopt. Er is niets veranderd." in result.stderr
    assert anna.db.read_bytes() == before
    assert sorted(tmp_path.rglob("*")) == there
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_terminal_is_told_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(remaining, "clock", lambda: now)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with watching() as watch:
        watch("collect", 0.1)
        assert terminal.getvalue() == ""
        now += 10
        watch("collect", 0.5)
        watch("collect", 0.6)
        told = terminal.getvalue()
        assert " 50%  Verzamelt wijzigingen  nog ongeveer 10 seconden" in told
        assert "60%" not in told
    assert terminal.getvalue().removeprefix(told).strip() == ""


def test_elsewhere_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(remaining, "PATIENCE", 0)
    with watching() as watch:
        watch("collect", 0.5)
    assert capsys.readouterr().err == ""
