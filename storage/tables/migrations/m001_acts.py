"""The acts as they came, what each says of which field, and what is waited for."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.create_table("meta", {"key": str, "value": str}, pk="key")
    db.create_table(
        "acts",
        {
            "n": int, "id": str, "at": str, "by": str, "device": str, "seq": int, "why": str,
            "scope": str, "void": int, "erased": int, "pending": str, "arrived": str, "body": str,
        },
        pk="n",
        not_null={"id", "void", "erased", "arrived", "body"},
    )  # fmt: skip
    db.table("acts").create_index(["id"], unique=True)
    db.table("acts").create_index(["device", "seq"])
    db.create_table("said", {"record": str, "field": str, "act": int, "value": str, "parents": str})
    db.table("said").create_index(["record", "field"])
    db.table("said").create_index(["act"])
    db.create_table("undone", {"target": str, "act": str}, pk=("target", "act"))
    db.table("undone").create_index(["act"])
    db.create_table("awaited", {"act": str, "record": str}, pk=("act", "record"))
    db.create_table(
        "quarantine",
        {"n": int, "file": str, "line": int, "reason": str, "data": bytes, "arrived": str},
        pk="n",
    )
    db.create_table("imported", {"digest": str, "acts": int, "arrived": str}, pk="digest")
    db.create_table("disputed", {"record": str, "field": str}, pk=("record", "field"))
