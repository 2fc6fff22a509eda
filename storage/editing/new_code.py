"""Another code for an agreement of which a second one has the same."""

from storage.editing import engine
from storage.editing.codes import next_code
from storage.journal.journal import Journal
from storage.records.ids import tail_of
from storage.tables.database import Connection
from storage.views.change import Change


def recode(connection: Connection, journal: Journal, record: str, why: str | None) -> str:
    """Give an agreement a new code, as a new one gets; returns it."""
    tail = tail_of(record)
    with journal.writing() as pen:
        part = connection.execute("SELECT part FROM agreements WHERE tail = ?", (tail,)).fetchone()
        rows = connection.execute(
            "SELECT regions FROM agreements_regions WHERE tail = ? ORDER BY 1", (tail,)
        ).fetchall()
        regions = [region for (region,) in rows]
        code = next_code(connection, pen.who.device, part[0] if part else None, regions, {})
        engine.write_changes(connection, pen, Change((record,), sets={"code": code}, reason=why))
    return code
