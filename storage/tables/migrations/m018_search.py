"""Search reads each field apart, what a record points at, the reasons of acts, and keeps every word
with its stems. All records are merged again for it."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.table("texts_fts").drop(ignore=True)
    db.table("texts").drop()
    worded = ("code", "title", "names", "body")
    columns = ("record", "type", *worded, "fields", "links")
    db.create_table("texts", {"n": int} | dict.fromkeys(columns, str), pk="n")
    db.table("texts").create_index(["record"], unique=True)
    db.table("texts").enable_fts(
        [*worded, "links"], tokenize="unicode61 remove_diacritics 2", create_triggers=True
    )
    db.create_table(
        "words",
        dict.fromkeys(("word", "stem", "root", "turned"), str) | {"n": int, "titled": int},
        pk="word",
    )
    for column in ("stem", "root", "turned"):
        db.table("words").create_index([column])
    db.execute("INSERT OR IGNORE INTO stale SELECT DISTINCT record FROM said")
