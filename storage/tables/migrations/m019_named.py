"""Of each word is counted in how many titles and other names it stands, not in how many titles; its
stems are other ones too. Words that begin with something are found with how often they stand. What
search keeps is made anew, as after every migration."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.execute("ALTER TABLE words RENAME COLUMN titled TO named")
    db.table("words").create_index(["word", "n"])
