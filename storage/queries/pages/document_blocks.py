"""The document beside the arrangement: its passages, and which records stand in them."""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from storage.queries.document_names import SOURCED
from storage.queries.joins import joins
from storage.records.ids import tail_of, type_of
from storage.tables import meta
from storage.tables.chunks import select_in
from storage.tables.columns import list_texts
from storage.tables.damaged_cells import reading_back
from storage.views.passage import Passage

Connection = sqlite3.Connection

_POSITION = re.compile(r"\d{6}", re.ASCII)
_PIECE = re.compile(r"(\D*)(\d{0,9})")
_PLACED = " UNION ALL ".join(
    [
        f"SELECT source_locator, '{type_}/' || tail, 0 FROM [{type_}]"
        " WHERE source_document = ?1 AND life <> 'deleted'"
        for type_ in SOURCED
    ]
    + [
        "SELECT also.text, 'agreements/' || a.tail, 1 FROM agreements_also_at also"
        " JOIN agreements a ON a.tail = also.tail AND a.source_document = ?1"
        " AND a.life <> 'deleted'"
    ]
)


def passages(connection: Connection, document: str, order: Sequence[str] = ()) -> list[Passage]:
    """The passages of a document as they follow each other in it.

    Those that version 0.2.0 attached do not say where they stand: for these the order is kept in
    the file where that was done, ``order`` has the locators elsewhere, and what neither knows
    stands by its locator.
    """
    kept = meta.read(connection, f"order {document}")
    with reading_back(connection):
        nth = {locator: n for n, locator in enumerate(json.loads(kept) if kept else order, 1)}
    rows = connection.execute(
        "SELECT locator, heading_path, kind, text, position FROM passages"
        " WHERE document = ? AND life <> 'deleted' AND locator IS NOT NULL",
        (document,),
    ).fetchall()
    found = []
    for locator, path, kind, text, said in rows:
        place = int(said) if _POSITION.fullmatch(said or "") else nth.get(locator, len(nth) + 1)
        found.append((place, Passage(locator, list_texts(path), kind or "", text or "")))
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], _natural(pair[1])))]


def headings(connection: Connection, document: str) -> dict[str, str]:
    """What a document calls its chapters and headings, by how locators under them begin, and its
    labels by their own locator."""
    rows = connection.execute(
        "SELECT locator, text FROM passages WHERE document = ? AND life <> 'deleted'"
        " AND kind IN ('heading', 'label') AND locator IS NOT NULL AND text <> ''",
        (document,),
    ).fetchall()
    return {locator.removesuffix(".h"): text for locator, text in rows}


def texts(connection: Connection, document: str, locators: Sequence[str]) -> dict[str, str]:
    """What stands at these places of a document, as far as that is here."""
    tails = [f"{document}.{locator}" for locator in locators]
    query = "SELECT locator, text FROM passages WHERE life <> 'deleted' AND tail IN (…)"
    found: dict[str, str] = {row[0]: row[1] for row in select_in(connection, query, tails)}
    return {locator: found[locator] for locator in locators if found.get(locator)}


def placed(connection: Connection, document: str) -> dict[str, list[str]]:
    """The records by the locator where they stand in a document, their source before also_at.

    Where one stands that gives way to another, that other one is given.
    """
    joined = {type_: joins(connection, type_) for type_ in SOURCED}
    rows = connection.execute(f"{_PLACED} ORDER BY 3, 2", (document,)).fetchall()
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for locator, record, _ in rows:
        type_ = type_of(record)
        found[locator or ""][f"{type_}/{joined[type_].of(tail_of(record))}"] = None
    return {locator: [*records] for locator, records in found.items()}


def left_empty(connection: Connection, document: str) -> dict[str, str]:
    """Why people left passages of a document without a record on purpose, by locator; of two such
    decisions one, the same on every laptop. Known also where the passages themselves are not."""
    start = f"passages/{document}."
    rows = connection.execute(
        "SELECT substr(about, length(?1) + 1), text FROM entries WHERE life <> 'deleted'"
        " AND kind = 'decision' AND substr(about, 1, length(?1)) = ?1 ORDER BY tail DESC",
        (start,),
    ).fetchall()
    return {locator: text or "" for locator, text in rows}


def decisions_about(connection: Connection, passage: str) -> list[str]:
    """The entries by which a passage was left empty."""
    rows = connection.execute(
        "SELECT 'entries/' || tail FROM entries WHERE life <> 'deleted' AND kind = 'decision'"
        " AND about = ?",
        (passage,),
    ).fetchall()
    return [entry for (entry,) in rows]


def _natural(passage: Passage) -> list[tuple[bool, str, int]]:
    """Title and headings first, 2 before 10."""
    pieces = [_PIECE.match(piece) for piece in passage.locator.split(".")]
    found = [(piece[1], int(piece[2] or 0)) for piece in pieces if piece]
    return [(name not in ("titel", "h") or n > 0, name, n) for name, n in found]
