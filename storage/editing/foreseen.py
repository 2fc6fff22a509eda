"""What becomes of what people said when a record gives way to another; nothing is written."""

from storage.editing import rules
from storage.journal.journal import Journal
from storage.queries.history.aftermath import Aftermath
from storage.records.fields import tail_of
from storage.tables.database import Connection
from storage.views.consequences import Consequences


def would_join(connection: Connection, journal: Journal, record: str, into: str) -> Consequences:
    """Raises Refused for what cannot be joined."""
    rules.check_one_type(record, into)
    words: list[tuple[str, str, object]] = [(record, "joined", tail_of(into))]
    after = Aftermath(connection, journal.identity, problems=True)
    with journal.looking() as pen:
        rules.check_alive(connection, record)
        rules.check_join(connection, words)
        after.starts()
        pen.say(words)
        return after.told()
