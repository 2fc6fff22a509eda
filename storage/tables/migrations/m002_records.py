"""One table for each type of record and one for each set, as contract §1 had them then."""

from sqlite_utils import Database

from storage.tables.migrations.first_tables import RECORDS, SETS, STATE


def migrate(db: Database) -> None:
    whole = {"done", "expanded_in_source"}
    for type_, fields in RECORDS.items():
        names = [*STATE, *fields]
        db.create_table(type_, {name: int if name in whole else str for name in names}, pk="tail")
    for table, parts in SETS.items():
        db.create_table(table, dict.fromkeys(["tail", *parts], str), pk=["tail", *parts])
        db.table(table).create_index(parts)
    db.table("entries").create_index(["about"])
    db.table("agreements").create_index(["code"])
