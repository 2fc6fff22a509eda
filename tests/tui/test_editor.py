"""A long text: taking back what was typed, and typing it in an editor of one's own."""

import os
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

import pytest

from storage.errors import Refused
from tests.tui.driving import driven
from tests.tui.test_filling import LARGE, at_vhto, mine, record
from tui.app import ArrangementApp
from tui.forms.parts.typing import Typing
from tui.user import editor
from tui.user.editor import edited

AT_WORK = "import sys; from pathlib import Path; f = Path(sys.argv[1]); "


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go; nothing may be left in it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr(ArrangementApp, "suspend", lambda self: nullcontext())
    return folder


@pytest.fixture
def works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Works":
    return Works(tmp_path, monkeypatch)


class Works:
    """An editor that does something with its file, and ends."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.monkeypatch = folder, monkeypatch

    def so(self, code: str, variable: str = "EDITOR") -> None:
        script = self.folder / "my editor.py"
        script.write_text(AT_WORK + code, encoding="utf-8")
        self.monkeypatch.setenv(variable, f'"{sys.executable}" "{script}"')


def test_what_comes_back_is_the_text(temporary: Path, works: Works) -> None:
    works.so("f.write_text(f.read_text('utf-8').upper() + ' é\\r\\ntwee\\n', 'utf-8', newline='')")
    assert edited("één").text == "ÉÉN é\ntwee"
    assert edited("een\n").text == "EEN\n é\ntwee\n"
    assert list(temporary.iterdir()) == []


def test_the_visual_one_goes_first(temporary: Path, works: Works) -> None:
    works.so("f.write_text('visual')", "VISUAL")
    works.monkeypatch.setenv("EDITOR", "no-such-editor")
    assert edited("x").text == "visual"


@pytest.mark.parametrize(
    ("data", "text", "doubtful"),
    [("\ufeffmet BOM", "met BOM", False), ("é".encode("utf-16"), "é", False),
     (b"\x1b[2Jweg", "[2Jweg", False), (b"\xe9\xe9n \x80 \x81", "één € �", True)],
)  # fmt: skip
def test_however_an_editor_writes(
    temporary: Path, works: Works, data: str | bytes, text: str, doubtful: bool
) -> None:
    raw = data.encode() if isinstance(data, str) else data
    works.so(f"f.write_bytes({raw!r})")
    assert edited("x") == (text, doubtful)


@pytest.mark.parametrize(
    "code",
    ["sys.exit(3)", "f.unlink()", "f.write_bytes(b'a\\0b')", "f.write_bytes(b'\\xff\\xfea')"],
)
def test_an_editor_that_fails_is_told(temporary: Path, works: Works, code: str) -> None:
    works.so(code)
    with pytest.raises(Refused, match="editor_failed"):
        edited("x")
    assert list(temporary.iterdir()) == []


def test_what_it_leaves_beside_its_file_goes_too(temporary: Path, works: Works) -> None:
    works.so("f.with_name('.tekst.txt.swp').write_text('x')")
    edited("x")
    assert list(temporary.iterdir()) == []


def test_nobody_else_can_read_it(temporary: Path, works: Works) -> None:
    works.so("f.write_text(oct(f.parent.stat().st_mode)[-2:])")
    if os.name != "nt":
        assert edited("x").text == "00"


def test_without_an_editor(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", " ")
    monkeypatch.setattr(editor.shutil, "which", lambda name: None)
    monkeypatch.setattr(editor, "WINDOWS", False)
    with pytest.raises(Refused, match="no_editor"):
        edited("x")
    monkeypatch.setattr(editor, "WINDOWS", True)
    started: list[str] = []

    def run(words: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        started.append(words[0])
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(editor.subprocess, "run", run)
    assert edited("x").text == "x"
    assert started == ["notepad"]


async def test_the_text_of_an_editor_is_one_value_in_the_form(
    db: Path, temporary: Path, works: Works
) -> None:
    works.so("f.write_text(f.read_text() + ' Uit de\\neditor.')")
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("text", "Getypt.")
        assert "F4 editor" in screen.text
        await screen.press("f4")
        assert "Getypt. Uit de" in screen.text
        await screen.press("ctrl+z")
        assert screen.app.screen.query_one(Typing).text == "Getypt."
        await screen.press("ctrl+y")
        await form.put("title", "VHTO")
        await form.save()
    assert record(db)["text"] == "Getypt. Uit de\neditor."
    assert [fields for _, fields in mine(db)] == [{"text", "title"}]
    assert list(temporary.iterdir()) == []


async def test_letters_that_may_be_others_are_told(db: Path, temporary: Path, works: Works) -> None:
    works.so("f.write_bytes(b'\\xe9\\xe9n')")
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("text", "Getypt.")
        await screen.press("f4")
        assert "één" in screen.text
        assert "△ De editor bewaarde geen UTF-8. Kijk of alle letters kloppen." in screen.text
        await screen.press("ctrl+z")
        assert "Getypt." in screen.text


@pytest.mark.parametrize("command", ["no-such-editor-here", "false", '"unfinished'])
async def test_nothing_is_lost_when_it_fails(
    db: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("EDITOR", command)
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("text", "Getypt.")
        await screen.press("f4")
        assert "△ De editor werkte niet" in screen.text
        await screen.type("x")
        await form.save()
    assert record(db)["text"] == "Getypt.x"
    assert list(temporary.iterdir()) == []


async def test_where_no_editor_can_open_that_is_told(db: Path) -> None:
    async with driven(db, LARGE) as screen:  # without a terminal nothing can be suspended
        form = await at_vhto(screen)
        await form.at("text")
        await screen.press("f4")
        assert "In dit venster kan geen andere editor open." in screen.text
        await form.at("title")
        await screen.press("f4")  # a line is typed here


async def test_what_was_typed_is_taken_back_within_the_field(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await at_vhto(screen)
        await form.put("goal", "meer meisjes")
        await form.at("text")
        typing = screen.app.screen.query_one(Typing)
        stood = typing.text
        await screen.type("Een")
        await screen.press("shift+enter")
        await screen.type("twee")
        await screen.press("ctrl+z")
        assert typing.text == f"{stood}Een\n"
        await screen.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert typing.text == stood
        await screen.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert typing.text == f"{stood}Een\ntwee"
        await form.at("goal")
        assert typing.text == "meer meisjes"  # what was done on another line stays
        await screen.press("ctrl+z")
        assert typing.text == "meer meisjes"
