"""Putting a document beside the arrangement: its passages, which no agreement changes for."""

from collections.abc import Sequence

from storage.errors import Refused
from storage.journal import Journal, Word
from storage.tables.columns import Cell, cell
from storage.tables.database import Connection
from storage.views import Passage


def attach(
    connection: Connection,
    journal: Journal,
    document: str,
    passages: Sequence[Passage],
    profile: str | None,
) -> int:
    """Say these passages of a document, in one act; how many were not there just so, in whatever
    place.

    What stood there of the same document and is not among them is deleted. Raises Refused where
    two have one locator.
    """
    if len({passage.locator for passage in passages}) < len(passages):
        raise Refused("other", what="two passages with one locator")
    with journal.writing() as pen:
        before = _stored(connection, document)
        words: list[Word] = []
        for position, passage in enumerate(passages, 1):
            record = f"passages/{document}.{passage.locator}"
            said = _said(document, passage, position)
            stands = before.pop(record, {})
            words += [
                (record, field, value) for field, value in said if stands.get(field) != cell(value)
            ]
        words += [
            (record, "life", "deleted") for record, was in before.items() if was["life"] == "live"
        ]
        pen.say(words)
        if profile:
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('profile', ?)", (profile,))
    return len({record for record, field, _ in words if field != "position"})


def _said(document: str, passage: Passage, position: int) -> list[tuple[str, object]]:
    return [
        ("life", "live"),
        ("document", document),
        ("locator", passage.locator),
        ("position", f"{position:06}"),
        ("heading_path", list(passage.heading_path)),
        ("kind", passage.kind),
        ("text", passage.text),
    ]


def _stored(connection: Connection, document: str) -> dict[str, dict[str, Cell]]:
    """What stands in the columns of the passages of a document, deleted ones too, by id."""
    rows = connection.execute(
        "SELECT tail, life, locator, position, heading_path, kind, text FROM passages"
        " WHERE document = ?",
        (document,),
    ).fetchall()
    return {
        f"passages/{tail}": {
            "life": life,
            "document": document,
            "locator": locator,
            "position": position,
            "heading_path": path,
            "kind": kind,
            "text": text,
        }
        for tail, life, locator, position, path, kind, text in rows
    }
