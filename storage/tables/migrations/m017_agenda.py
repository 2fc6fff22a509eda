"""Points of an agenda have a level, a reason, what was seen and what was reserved; a meeting says
of which other one it adopts the minutes."""

from sqlite_utils import Database

from storage.tables.migrations.added_fields import add_field, merge_later


def migrate(db: Database) -> None:
    add_field(db, "meetings", "minutes_adopted")
    reservation = ("organisation", "until", "answer")
    for column in (
        "part_of",
        "title",
        "reason",
        "seen",
        *(f"reservation_{key}" for key in reservation),
    ):
        db.table("items").add_column(column, str)
    db.create_table(
        "items_noted_for",
        {"tail": str, "organisations": str},
        pk=("tail", "organisations"),
    )
    db.table("items_noted_for").create_index(["organisations"])
    merge_later(db, "items")
