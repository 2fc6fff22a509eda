"""Taking what the seed says where a person's value stands before it."""

from storage.acts import Act
from storage.errors import Refused
from storage.journal.journal import Journal
from storage.queries.pages.source_value import sourced
from storage.tables.database import Connection


def take_source(
    connection: Connection, journal: Journal, record: str, why: str | None
) -> list[Act]:
    """Say in a record, as a person, what the seed says of its fields. It is held against no rule
    of a form: the seed said it. Raises Refused where it says nothing else."""
    with journal.writing() as pen:
        words = [(one.record, one.field, one.value) for one in sourced(connection, [record])]
        if not words:
            raise Refused("nothing_of_source")
        return pen.say(words, why=why)
