"""Which acts erase which, what a person decided of that here, and every stub that came or was
made here: which of them counts is looked at again once the tables are there.

Segments with stubs are read again: from now on the ledger knows which stub each holds.
"""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.create_table("erasing", {"target": str, "act": str}, pk=("target", "act"))
    db.table("erasing").create_index(["act"])
    db.create_table("decided", {"act": str, "confirmed": int, "at": str}, pk="act")
    db.create_table("stubs", {"n": int, "act": str, "body": str, "made": int}, pk="n")
    db.table("stubs").create_index(["act"])
    db.execute(
        "INSERT OR IGNORE INTO erasing SELECT e.value, a.id FROM acts a,"
        " json_each(a.body, '$.erase') e WHERE NOT a.erased AND instr(a.body, '\"erase\":')"
    )
    db.execute("INSERT INTO stubs (act, body, made) SELECT id, body, 0 FROM acts WHERE erased")
    db.execute(
        "INSERT INTO stubs (act, body, made) SELECT id, pending, 0 FROM acts"
        " WHERE pending IS NOT NULL"
    )
    with_stubs = "(SELECT segment FROM segment_acts WHERE stub)"
    db.execute(f"DELETE FROM folder_files WHERE segment IN {with_stubs}")
    db.execute(f"DELETE FROM segments WHERE id IN {with_stubs}")
    db.execute("UPDATE folders SET upto = 0")
    db.execute("DELETE FROM segment_acts WHERE segment NOT IN (SELECT segment FROM folder_files)")
