"""Leaving passages of the document without a record on purpose, with the reason.

That is an entry of kind decision about the passage, so that it goes wherever entries go; the text
of the passage does not go with it.
"""

from collections.abc import Sequence

from storage.editing import engine, requirements
from storage.errors import Refused
from storage.journal.journal import Journal
from storage.queries.pages.document_blocks import decisions_about
from storage.tables.database import Connection
from storage.views.change import Change


def leave_empty(
    connection: Connection, journal: Journal, passages: Sequence[str], reason: str
) -> None:
    """Say so of all of them in one act; where it was said before, this is the reason from now on.

    Raises Refused for a passage that is not here, and without a reason.
    """
    if not reason.strip():
        raise Refused("reason_needed")
    with journal.writing() as pen:
        for passage in passages:
            requirements.check_alive(connection, passage)
        said = {passage: decisions_about(connection, passage) for passage in passages}
        known = tuple(entry for entries in said.values() for entry in entries)
        fresh = tuple(passage for passage, entries in said.items() if not entries)
        engine.write_changes(
            connection,
            pen,
            Change(known, sets={"text": reason}),
            Change(fresh, entry={"kind": "decision", "text": reason}),
        )


def take_up(connection: Connection, journal: Journal, passages: Sequence[str]) -> None:
    """Delete these decisions. Raises Refused where there are none."""
    with journal.writing() as pen:
        said = [one for passage in passages for one in decisions_about(connection, passage)]
        if not said:
            raise Refused("not_left_empty")
        engine.write_changes(connection, pen, Change(tuple(said), sets={"life": "deleted"}))
