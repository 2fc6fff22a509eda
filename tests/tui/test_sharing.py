"""What is read, handed on as text: copied, or as a file among the downloads."""

import os
from pathlib import Path

import pytest

from storage.errors import Refused
from tests.tui.driving import VHTO, driven
from tui.user import textfile


async def test_y_copies_what_is_read(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("y")
        assert screen.app.clipboard.startswith("VHTO: schakel met de regio\n")
        assert "Trekker     Platform Bèta Techniek" in screen.app.clipboard
        assert (
            "OOST-2-TWE-04 gekopieerd   Y maakt een bestand, als plakken niet lukt" in screen.text
        )


async def test_shift_y_writes_a_file_and_never_over_another(db: Path, home: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("Y", "enter")
        assert f"OOST-2-TWE-04.txt staat nu in {home}"[:60] in screen.text
        first = (home / "OOST-2-TWE-04.txt").read_text(encoding="utf-8")
        await screen.press("Y", "enter")
        await screen.press("y")
        assert first == screen.app.clipboard
    names = sorted(path.name for path in home.glob("*.txt"))
    assert names == ["OOST-2-TWE-04 (2).txt", "OOST-2-TWE-04.txt"]


async def test_what_is_marked_and_the_whole_list_go_as_text_markdown_and_csv(
    db: Path, home: Path
) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("3", "space", "space", "y")
        assert len(screen.app.clipboard.splitlines()) == 2
        assert "2 afspraken gekopieerd" in screen.text
        await screen.press("Y", *"csv", "enter")
        await screen.press("Y", *"lijst", "down", "enter")
        await screen.press("escape", "y")
        assert screen.app.clipboard.startswith("Techniekpactdag 2015: gastheerschap in de regio\n")
    (csv,) = home.glob("*.csv")
    assert csv.read_bytes().startswith("\ufeffGroep;Code;Titel;".encode())
    assert len(csv.read_text("utf-8-sig").splitlines()) == 3
    (table,) = home.glob("*.md")
    assert len(table.read_text("utf-8").splitlines()) == 2 + 6


async def test_a_page_is_handed_on_whole(db: Path, home: Path) -> None:
    from storage.store import Store

    store = Store.open(db, "Anna")
    for n in range(60):
        store.add("agreements", {"title": f"Nog een {n}", "kind": "commitment",
                                 "regions/twente": True, "part": "2"})  # fmt: skip
    store.close()
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to("regions/twente")
        await screen.press("y")
        text = screen.app.clipboard
        assert all(f"Nog een {n}" in text for n in range(60))
        assert "andere" not in text
        await screen.press("Y", *"mark", "enter")
    (page,) = home.glob("Twente.md")
    assert page.read_text("utf-8").startswith("# Twente")


async def test_without_anything_to_read_it_says_so(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("t", "y")
        assert "Kopieer als tekst: er staat niets op de bladzijde" in screen.text
        assert screen.app.clipboard == ""


def test_the_downloads_come_first(home: Path) -> None:
    (home / "Downloads").mkdir()
    path = textfile.keep_text("één\ntwee\n", "naam")
    assert path == home / "Downloads" / "naam.txt"
    assert path.read_bytes().decode("utf-8") == f"één{os.linesep}twee{os.linesep}"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("OOST-2-TWE-04", "OOST-2-TWE-04"),
        ("Platform Bèta Techniek (PBT) & co.", "Platform Bèta Techniek (PBT) & co"),
        ("a/b\\c:d*e?f\x1b[31m", "a-b-c-d-e-f-31m"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("", "_"),
        ("...", "_"),
        ("x" * 500, "x" * 80),
    ],
)
def test_a_name_that_every_system_allows(name: str, file: str) -> None:
    assert textfile.file_name_of(name) == file


def test_a_folder_that_takes_nothing_is_told(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    def full(path: Path, data: bytes) -> None:
        raise Refused("cannot_write", path=path, reason="vol")

    monkeypatch.setattr(textfile, "write_whole", full)
    with pytest.raises(Refused):
        textfile.keep_text("tekst", "naam")
    assert list(home.glob("*.txt")) == []
