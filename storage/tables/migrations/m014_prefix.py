"""What the codes of an arrangement begin with, since that is a field of its own."""

from sqlite_utils import Database

from storage.tables.migrations.added_fields import add_field


def migrate(db: Database) -> None:
    add_field(db, "arrangement", "prefix")
