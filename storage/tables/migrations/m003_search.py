"""Full text over titles, texts, names, aliases and abbreviations, kept up by triggers."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.create_table(
        "texts",
        {"n": int, "record": str, "type": str, "code": str, "title": str, "body": str},
        pk="n",  # the index refers to rows by number, which must survive a VACUUM
    )
    db.table("texts").create_index(["record"], unique=True)
    db.table("texts").enable_fts(
        ["code", "title", "body"],
        tokenize="unicode61 remove_diacritics 2",
        create_triggers=True,
    )
