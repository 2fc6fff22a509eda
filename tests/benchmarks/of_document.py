"""Attaching a document of 10,000 blocks, beside reading its file and inserting its rows bare."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from seed.document.beside import read_document
from seed.document.document_reader import readable_text
from seed.document.profile import GENERIC
from storage.store import Store
from tests.benchmarks import bare
from tests.benchmarks.ratios import Ratio, in_turn, seconds

BLOCKS = 10_000


def ratios(blocks: int = BLOCKS) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        document = place / "document.txt"
        document.write_text(made(blocks), encoding="utf-8")
        Store.create(place / "own.db", "proef")
        store = Store(place / "own.db")
        ours, theirs = in_turn(
            lambda: read_document(store, document, GENERIC),
            lambda: [" ".join(one.split()) for one in document.read_text().split("\n\n")],
            5,
        )
        yield Ratio("read 10,000 blocks, against splitting the text", ours, theirs, 25)
        found = read_document(store, document, GENERIC)
        took = seconds(lambda: store.documents.attach("proef", found.passages))
        other = bare.empty_like(store.path, place / "bare.db")
        rows = bare.rows_of(store.path)
        theirs = seconds(lambda: bare.insert(other, rows))
        yield Ratio("attach them, against bare inserts of their rows", took, theirs, 5)
        query = "SELECT locator, heading_path, kind, text FROM passages"
        ours, theirs = in_turn(
            lambda: readable_text(store), lambda: other.execute(query).fetchall(), 5
        )
        yield Ratio("open the document to read, against its rows", ours, theirs, 20)


def made(blocks: int) -> str:
    """Chapters of 100 blocks: headings, paragraphs, and lists with sub-items."""
    lines: list[str] = ["Een groot stuk"]
    for n in range(blocks - 1):
        chapter, part = divmod(n, 100)
        text = f"Dit is blok {n} over techniek, waarin de regio en het Platform iets afspreken."
        if part == 0:
            lines.append(f"{chapter % 99 + 1}. HOOFDSTUK {chapter + 1}")
        elif part % 20 == 1:
            lines.append(f"Regio {part}:")
        else:
            lines.append({0: "", 1: "- ", 2: "  - "}[part % 3] + text)
    return "\n\n".join(lines)
