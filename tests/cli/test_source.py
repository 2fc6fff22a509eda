"""`source attach` and `source coverage`, typed."""

from pathlib import Path

import pytest

from storage.store import Store
from tests.cli.conftest import Desk

NOORD = Path(__file__).parents[1] / "seed" / "documents"
TEXT = (NOORD / "noord.txt").read_text(encoding="utf-8")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "noord.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def attached(desk: Desk, path: Path) -> dict:
    found = desk.json("source", "attach", path, "--profile", NOORD / "noord.toml")
    assert isinstance(found, dict)
    return found


def test_another_document_is_compared_block_by_block(desk: Desk, document: Path) -> None:
    found = desk.json("source", "attach", document)
    assert isinstance(found, dict)
    assert len(str(found["document"])) == 16
    assert {one["state"] for one in found["compared"]} <= {
        "same",
        "moved",
        "changed",
        "gone",
        "new",
    }
    assert found["passages"] == len(desk.json("list", "passages"))


def test_an_edition_says_what_moved_changed_and_went(tmp_path: Path, document: Path) -> None:
    Store.create(tmp_path / "noord.db", "noord-2030-2032")
    desk = Desk(tmp_path / "noord.db", "Anna")
    at = "source.document=noord-2030-2032"
    for title, locator in (("Hulp", "1.kop.b2"), ("Les", "2.kop.b1"), ("Plan", "1.kop.b3")):
        desk.run(
            "add", "agreements", f"title={title}", "kind=request",
            at, f"source.locator={locator}",
        )  # fmt: skip
    first = attached(desk, document)
    assert (first["document"], first["compared"]) == ("noord-2030-2032", [])
    text = TEXT.replace("geen hulp nodig", "veel hulp nodig")
    text = text.replace("- Een les in", "- Een nieuw punt.\n- Een les in")
    text = text.replace("- Meedoen met het landelijk plan.\n", "")
    document.write_text(text, encoding="utf-8")
    found = attached(desk, document)
    assert len(found["document"]) == 16
    assert [(*one.values(),) for one in found["compared"] if one["state"] != "same"] == [
        ("changed", "1.kop.b2", "1.kop.b2"), ("gone", "1.kop.b3", None),
        ("moved", "2.kop.b1", "2.kop.b2"), ("new", None, "2.kop.b1"),
    ]  # fmt: skip
    assert {*found["changed"]} == {"1.kop.b2", "1.kop.b3", "2.kop.b1"}
    told = desk.run("source", "attach", document).stdout
    assert "verplaatst" in told
    assert len(desk.json("list", "passages")) == 2 * first["passages"]
    assert desk.json("source", "attach", document)["said"] == 0


def test_a_page_ends_with_what_the_document_says_there(tmp_path: Path, document: Path) -> None:
    Store.create(tmp_path / "noord.db", "noord-2030-2032")
    desk = Desk(tmp_path / "noord.db", "Anna")
    at = ("source.document=noord-2030-2032", "source.locator=1.kop.b2", "also_at+=2.kop.b1")
    made = desk.json("add", "agreements", "title=Hulp", "kind=request", *at)
    assert isinstance(made, dict)
    bare = desk.run("show", made["id"]).stdout
    assert bare.endswith("Niet de letterlijke tekst.\n")
    attached(desk, document)
    texts = {one["locator"]: one["text"] for one in desk.json("list", "passages")}  # type: ignore
    told = " ".join(desk.run("show", made["id"]).stdout.split())
    page, source, quoted = told.rpartition(" Bron ")
    assert source
    assert "letterlijke" not in page
    first, second = quoted.index(texts["1.kop.b2"]), quoted.index(texts["2.kop.b1"])
    assert first < second
    assert desk.json("show", made["id"]) == made  # data is the record alone, as it was


def test_what_cannot_be_read_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "brief.doc").write_bytes(b"x")
    before = desk.run("history").stdout
    assert "brief.doc" in desk.refused("source", "attach", tmp_path / "brief.doc")
    assert "weg.txt" in desk.refused("source", "attach", tmp_path / "weg.txt")
    (tmp_path / "brief.txt").write_text("Tekst.")
    (tmp_path / "indeling.toml").write_text("hoofdstukken = 1")
    words = ("source", "attach", tmp_path / "brief.txt", "--profile", tmp_path / "indeling.toml")
    assert "hoofdstukken" in desk.refused(*words)
    assert desk.run("history").stdout == before


def test_a_document_does_not_leave_with_a_file_for_partners(
    desk: Desk, document: Path, tmp_path: Path
) -> None:
    attached(desk, document)
    desk.run("export", tmp_path / "partners.json")
    desk.run("export", tmp_path / "intern.json", "--profile", "internal")
    assert "Hoogeveen" not in (tmp_path / "partners.json").read_text(encoding="utf-8")
    assert "Hoogeveen" in (tmp_path / "intern.json").read_text(encoding="utf-8")


def test_coverage_counts_by_heading(desk: Desk) -> None:
    found = desk.json("source", "coverage")
    assert isinstance(found, dict)
    assert found["total"]["blocks"] == 118
    lines = desk.run("source", "coverage").stdout.splitlines()
    assert any(line.startswith("hoofdstuk 2, Twente ") for line in lines)
    assert lines.index(next(line for line in lines if line.startswith("samen "))) > 20
    csv = desk.run("source", "coverage", "--format", "csv").stdout
    assert "hoofdstuk 2, Twente;9;" in csv
