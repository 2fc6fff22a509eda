"""Through which file acts came, by the numbers they got here; and acts by their time, which
opens a history of very many at once. Of what came before nobody knows the file."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.create_table("arrivals", {"first": int, "last": int, "file": str}, pk="first")
    db.execute("CREATE INDEX acts_by_time ON acts (at, by) WHERE NOT erased")
