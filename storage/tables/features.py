"""What the SQLite of this Python can do of what the tables need."""

import sqlite3
from contextlib import closing

NEEDS = {
    "FTS5": "CREATE VIRTUAL TABLE probe USING fts5(x, tokenize='unicode61 remove_diacritics 2')",
    "JSON": "SELECT json_extract('[1]', '$[0]')",
}


def version() -> str:
    """Of the library itself."""
    return sqlite3.sqlite_version


def lacking_features() -> list[str]:
    """What it cannot do; tried in memory."""
    missing = []
    with closing(sqlite3.connect(":memory:")) as connection:
        for name, statement in NEEDS.items():
            try:
                connection.execute(statement)
            except sqlite3.Error:
                missing.append(name)
    return missing
