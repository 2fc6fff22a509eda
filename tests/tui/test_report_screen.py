"""A report is chosen, seen and written; no other file is replaced unasked."""

from pathlib import Path
from threading import Event

import pytest

from storage.progress import Progress
from tests.tui.driving import Driver, driven
from tui.reports.report import Report


async def opened(screen: Driver) -> None:
    await screen.press("f2")
    await screen.type("verslag maken")
    await screen.press("enter")


async def test_a_report_is_seen_and_written(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.reports.screen.user_downloads_path", lambda: tmp_path)
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        assert "Lijst van afspraken" in screen.text
        assert "TWE-04" in screen.text
        await screen.press("tab", "G", "enter")
        assert ".md" in screen.text
        await screen.press("enter")
        (made,) = tmp_path.glob("Lijst van afspraken-*.md")
        assert "TWE-04" in made.read_text(encoding="utf-8")
        made.write_text("iets anders", encoding="utf-8")
        await screen.press("enter", "enter")
        assert "Bestaat al" in screen.text
        await screen.press("enter")
        assert made.read_text(encoding="utf-8") == "iets anders"
        await screen.press("enter", "enter", "down", "enter")
        assert "TWE-04" in made.read_text(encoding="utf-8")


async def test_public_says_why_it_cannot_be_and_a_party_is_chosen(db: Path) -> None:
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        await screen.press("tab", "tab", "G")
        assert "Een verslag voor iedereen kan niet" in screen.words
        await screen.press("g", "w")
        await screen.type("vhto")
        await screen.press("enter")
        assert "VHTO" in screen.text
        assert "Toezeggingen" in screen.text
        await screen.press("enter")
        assert "Toezeggingen-VHTO-" in screen.text


async def test_writing_tells_how_far_it_is_and_stops(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = Event()

    def slowly(_report: Report, target: Path, _form: str, progress: Progress) -> None:
        progress.step(1, 4)
        goes_on.wait(60)
        progress.step(2, 4)
        target.touch()

    monkeypatch.setattr("tui.screens.reports.screen.user_downloads_path", lambda: tmp_path)
    monkeypatch.setattr("tui.screens.reports.screen.write_report", slowly)
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        await screen.press("enter")
        monkeypatch.setattr("tui.words.remaining.PATIENCE", 0)
        await screen.pilot.press("enter")
        await screen.until(lambda: "Maakt het verslag" in screen.words)
        await screen.until(lambda: "stop" in screen.lines[-1])
        await screen.pilot.press("escape")
        goes_on.set()
        await screen.until(lambda: "Er is niets veranderd" in screen.words)
        assert "TWE-04" in screen.text
        assert not [*tmp_path.glob("*.docx")]


async def test_whatever_name_is_typed_the_file_is_what_its_end_says(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.reports.screen.user_downloads_path", lambda: tmp_path)
    async with driven(db, (80, 24)) as screen:
        await opened(screen)
        for typed in ("zonder einde", "a.md", "~niemand/b", "."):
            await screen.press("enter", "ctrl+u")
            await screen.type(typed)
            await screen.press("enter")
        assert "dat is een map" in screen.words
    assert (tmp_path / "zonder einde.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "a.md").read_bytes().startswith(b"# ")
