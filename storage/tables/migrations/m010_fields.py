"""Where a passage stands in its document, in which function someone acts, and searches that
are kept."""

from sqlite_utils import Database

from storage.tables.migrations.added_fields import add_field, merge_later
from storage.tables.migrations.first_tables import STATE


def migrate(db: Database) -> None:
    add_field(db, "passages", "position")
    add_field(db, "entries", "function")
    db.create_table("searches", dict.fromkeys([*STATE, "name", "query", "joined"], str), pk="tail")
    db.execute("CREATE INDEX idx_searches_joined ON searches (joined) WHERE joined IS NOT NULL")
    merge_later(db, "searches")
