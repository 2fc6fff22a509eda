"""What `report` writes, and what it refuses without touching a file."""

from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Desk


def test_a_party_is_named_or_names_are_given(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "partij.md"
    told = desk.refused("report", "party", "-o", file)
    assert "Platform Bèta Techniek" in told
    assert not file.exists()
    desk.run("report", "party", "PBT", "-o", file)
    told = file.read_text("utf-8")
    assert "## Wat Platform Bèta Techniek heeft toegezegd" in told
    assert "Platform Bèta Techniek |" in told
    assert " Platform |" not in told


def test_a_hand_out_names_in_full_who_leads_and_of_whom_one_waits(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "agenda.md"
    desk.run("meeting", "prepare", "liaisonoverleg", "--date", "2026-12-04", "--from", "GEL-01",
             "--from", "TWE-21", "--shared")  # fmt: skip
    desk.run("report", "agenda", "-o", file)
    told = file.read_text("utf-8").replace("**", "")
    assert "Trekker: Platform Bèta Techniek" in told
    assert "Wacht op: Provincie Gelderland" in told
    assert "Wacht op: Platform Bèta Techniek" in told


@pytest.mark.parametrize(
    "words",
    [("list", "xyzzy"), ("actions",), ("list", "--profile", "public"), ("agenda",),
     ("list", "regio:nergens"), ("party", "niemand")],
)  # fmt: skip
def test_what_has_nothing_to_tell_leaves_the_file(
    desk: Desk, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "lijst.html"
    file.write_text("van gisteren", encoding="utf-8")
    desk.refused("report", *words, "-o", file, "--force")
    assert file.read_text("utf-8") == "van gisteren"


def test_another_file_is_replaced_only_when_asked(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "lijst.docx"
    file.write_text("van gisteren", encoding="utf-8")
    assert "bestaat" in desk.refused("report", "list", "-o", file)
    desk.run("report", "list", "-o", file, "--force")
    assert docx.Document(str(file)).core_properties.language == "nl-NL"
    desk.run("report", "list", "-o", tmp_path / "weer.docx")
    assert (tmp_path / "weer.docx").read_bytes() == file.read_bytes()
