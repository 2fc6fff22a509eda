"""Stubs that came stand in a table of their own now."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    db.execute("ALTER TABLE acts DROP COLUMN pending")
