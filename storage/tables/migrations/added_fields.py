"""A field more: its column, and the records merged anew of which an act said it already.

The migration of an object value makes a column for each of its keys (``<field>_<key>``), that of a
set a table (``<type>_<field>``) of which tail and parts are the key; both have the type merged
anew.
"""

from sqlite_utils import Database


def add_field(db: Database, type_: str, field: str, kind: type = str) -> None:
    """Give a type of records a field that is no set and no object; ``kind`` is that of its
    column."""
    db.table(type_).add_column(field, kind)
    merge_later(db, type_, field)


def merge_later(db: Database, type_: str, field: str = "") -> None:
    """Merge the records of a type once the tables are there: those of which an act said this
    field, or all."""
    db.execute(
        "INSERT OR IGNORE INTO stale SELECT DISTINCT record FROM said"
        " WHERE record >= ? AND record < ? AND ? IN ('', field)",
        (f"{type_}/", f"{type_}0", field),
    )
