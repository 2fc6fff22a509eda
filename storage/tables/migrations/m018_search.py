"""Search reads each field apart, what a record points at, the reasons of acts, and keeps every word
with its stems. Agreements, what they point at and all others have an index each. All records are
merged again for it."""

from sqlite_utils import Database

POINTED = ("programmes", "organisations", "regions", "people", "passages")
KINDS = {
    "agreements": "{}type = 'agreements'",
    "pointed": f"{{}}type IN {POINTED}",
    "others": f"{{}}type NOT IN {('agreements', *POINTED)}",
}
WORDED = ("code", "title", "names", "body", "links")


def migrate(db: Database) -> None:
    db.table("texts_fts").drop(ignore=True)
    db.table("texts").drop()
    columns = ("record", "type", *WORDED, "fields")
    db.create_table("texts", {"n": int} | dict.fromkeys(columns, str), pk="n")
    db.table("texts").create_index(["record"], unique=True)
    for kind, which in KINDS.items():
        _index(db, kind, which)
    db.create_table(
        "words",
        dict.fromkeys(("word", "stem", "root", "turned"), str) | {"n": int, "titled": int},
        pk="word",
    )
    for column in ("stem", "root", "turned"):
        db.table("words").create_index([column])
    db.execute("INSERT OR IGNORE INTO stale SELECT DISTINCT record FROM said")


def _index(db: Database, kind: str, which: str) -> None:
    """The full text of one kind of records, kept up by triggers."""
    names = ", ".join(WORDED)
    new, old = (", ".join(f"{row}.{name}" for name in WORDED) for row in ("new", "old"))
    index = f"texts_fts_{kind}"
    add = f"INSERT INTO {index} (rowid, {names}) VALUES (new.n, {new});"
    take = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.n, {old});"
    here = which.format("")
    db.execute(f"CREATE VIEW texts_of_{kind} AS SELECT n, {names} FROM texts WHERE {here}")
    db.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5 ({names}, content='texts_of_{kind}',"
        " content_rowid='n', tokenize='unicode61 remove_diacritics 2')"
    )
    for event, row, does in (
        ("INSERT", "new.", add), ("DELETE", "old.", take), ("UPDATE", "new.", take + add),
    ):  # fmt: skip
        db.execute(
            f"CREATE TRIGGER texts_fts_{kind}_{event.lower()} AFTER {event} ON texts"
            f" WHEN {which.format(row)} BEGIN {does} END"
        )
