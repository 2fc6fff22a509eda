"""Of passages and agenda items search no longer reads of which document they are, and where in
their order they stand."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.execute("INSERT OR IGNORE INTO stale SELECT record FROM texts WHERE type IN"
               " ('passages', 'items')")  # fmt: skip
