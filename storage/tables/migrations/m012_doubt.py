"""What of an act is not to be taken at its word: when it was made, and, where it was saved from
a file that is not whole, whether it is as its author made it. Which clocks were wrong is looked
at once the tables are there."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.execute("ALTER TABLE acts ADD COLUMN moment TEXT")
    db.execute("DROP INDEX acts_by_time")
    db.execute("CREATE INDEX acts_by_time ON acts (coalesce(moment, at), by) WHERE NOT erased")
    db.create_table("unverified", {"act": str, "file": str}, pk="act")
