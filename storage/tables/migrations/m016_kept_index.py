"""The index of all agreements, kept so that no start reads all of them; and the agreements of which
something was written since, which a start brings up to date. What they hold says
``storage.queries.agreements.kept_index``; the first write after this makes them."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.create_table("kept_index", {"part": str, "value": str, "data": bytes}, pk=("part", "value"))
    db.create_table("relisted", {"tail": str}, pk="tail")
