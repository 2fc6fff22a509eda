"""The few records that were joined to another are found without reading all."""

from sqlite_utils import Database

from storage.tables.migrations.first_tables import RECORDS


def migrate(db: Database) -> None:
    for type_, fields in RECORDS.items():
        if "joined" in fields:
            db.execute(
                f"CREATE INDEX [idx_{type_}_joined] ON [{type_}] (joined) WHERE joined IS NOT NULL"
            )
