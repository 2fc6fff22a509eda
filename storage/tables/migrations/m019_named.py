"""Of each word is counted in how many titles and other names it stands, not in how many titles; its
stems are other ones too. The index is made anew, as after every migration."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.execute("ALTER TABLE words RENAME COLUMN titled TO named")
