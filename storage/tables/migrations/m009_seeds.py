"""Acts that are set apart although they are valid, by their ids; and which of them a segment
holds, of which the rest is known here."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.table("quarantine").add_column("act", str)
    db.table("quarantine").create_index(["act"])
    db.create_table("segment_apart", {"segment": int, "act": str}, pk=("segment", "act"))
