"""Leaving passages of the document without a record on purpose, with the reason.

That is an entry of kind decision about the passage, so that it goes wherever entries go; the text
of the passage does not go with it.
"""

from collections.abc import Sequence

from storage.editing import rules
from storage.editing.edits import new_record, outcomes_of
from storage.errors import Refused
from storage.journal.journal import Journal, Word
from storage.queries.pages.document_blocks import decisions_about
from storage.records.validation import checked
from storage.tables.database import Connection


def leave_empty(
    connection: Connection, journal: Journal, passages: Sequence[str], reason: str
) -> None:
    """Say so of all of them in one act; where it was said before, this is the reason from now on.

    Raises Refused for a passage that is not here, and without a reason.
    """
    if not reason.strip():
        raise Refused("reason_needed")
    with journal.writing() as pen:
        words: list[Word] = []
        for passage in passages:
            rules.check_alive(connection, passage)
            said = decisions_about(connection, passage)
            if said:
                for entry in said:
                    rules.check_settled(entry, outcomes_of(connection, entry), ("text",))
                    words.append((entry, "text", checked(entry, "text", reason)))
            else:
                told = {"about": passage, "kind": "decision", "text": reason}
                words += new_record("entries", told)
        pen.say(words)


def take_up(connection: Connection, journal: Journal, passages: Sequence[str]) -> None:
    """Delete these decisions. Raises Refused where there are none."""
    with journal.writing() as pen:
        said = [one for passage in passages for one in decisions_about(connection, passage)]
        if not said:
            raise Refused("not_left_empty")
        pen.say([(entry, "life", "deleted") for entry in said])
