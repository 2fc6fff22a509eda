"""Putting a document beside the arrangement: its passages, which no agreement changes for."""

from collections.abc import Iterator, Mapping, Sequence

from storage.editing import act_groups, requirements
from storage.editing.outcomes import outcomes_of
from storage.errors import Refused
from storage.journal.journal import Journal
from storage.journal.writer import Statement
from storage.queries.document_names import SOURCED
from storage.records.ids import type_of
from storage.tables.columns import Cell
from storage.tables.database import Connection
from storage.tables.merged_rows import cell
from storage.views.passage import Passage


def attach(
    connection: Connection,
    journal: Journal,
    document: str,
    passages: Sequence[Passage],
    *,
    profile: str | None,
    moves: Mapping[str, str],
) -> int:
    """Say these passages of a document, in one act; how many were not there just so, in whatever
    place.

    What stood there of the same document and is not among them is deleted; what stands at a place
    in ``moves`` goes along, in an act of its own, for that may leave and the passages may not; both
    are taken back as one.
    Raises Refused where two have one locator, and where a place that moves is in conflict.
    """
    if len({passage.locator for passage in passages}) < len(passages):
        raise Refused("other", what="two passages with one locator")
    with journal.writing() as pen:
        before = _stored(connection, document)
        words: list[Statement] = []
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
        words += _moved(connection, document, moves) if moves else ()
        made = [act.id for act in pen.say(words)]
        act_groups.bind(connection, made)
        if profile:
            act_groups.divide_as(connection, profile, made[0] if made else None)
    return len({record for record, field, _ in words
                if field != "position" and type_of(record) == "passages"})  # fmt: skip


def _moved(connection: Connection, document: str, moves: Mapping[str, str]) -> Iterator[Statement]:
    """What stands at places that are elsewhere now, and what is said about passages there."""
    for find in (_sources, _others, _said_about):
        for record, field, value in find(connection, document, moves):
            requirements.check_settled(
                record, outcomes_of(connection, [record], [field])[record], [field]
            )
            yield record, field, value


def _sources(
    connection: Connection, document: str, moves: Mapping[str, str]
) -> Iterator[Statement]:
    for type_ in SOURCED:
        rows = connection.execute(
            f"SELECT tail, source_locator FROM [{type_}]"
            " WHERE source_document = ? AND life <> 'deleted'",
            (document,),
        ).fetchall()
        for tail, locator in rows:
            if locator in moves:
                source = {"document": document, "locator": moves[locator]}
                yield f"{type_}/{tail}", "source", source


def _said_about(
    connection: Connection, document: str, moves: Mapping[str, str]
) -> Iterator[Statement]:
    start = f"passages/{document}."
    for was, now in moves.items():
        rows = connection.execute(
            "SELECT tail FROM entries WHERE about = ? AND life <> 'deleted'", (f"{start}{was}",)
        ).fetchall()
        yield from ((f"entries/{tail}", "about", f"{start}{now}") for (tail,) in rows)


def _others(connection: Connection, document: str, moves: Mapping[str, str]) -> Iterator[Statement]:
    """The other places of agreements: those that went, and where they are."""
    rows = connection.execute(
        "SELECT a.tail, also.text FROM agreements_also_at also JOIN agreements a"
        " ON a.tail = also.tail AND a.source_document = ? AND a.life <> 'deleted'",
        (document,),
    ).fetchall()
    places: dict[str, set[str]] = {}
    for tail, locator in rows:
        places.setdefault(tail, set()).add(locator)
    for tail, before in places.items():
        now = {moves.get(locator, locator) for locator in before}
        for locator in before ^ now:
            yield f"agreements/{tail}", f"also_at/{locator}", locator in now


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
