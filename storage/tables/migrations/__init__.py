"""How the tables came to be: a file for each migration, done in the order of their numbers.

A migration changes tables, never acts, and names the tables and columns of its own day.
"""

import os
import sqlite3
from importlib import import_module

_FILES = {name.partition(".")[0] for name in os.listdir(__path__[0])}
NAMES = tuple(sorted(name for name in _FILES if name[0] == "m" and name[1:4].isdigit()))
VERSION = len(NAMES)
"""The number of the tables."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to this version's tables; its acts stay as they are."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("arrangement")
    for name in NAMES:
        migrations(name=name)(import_module(f"{__name__}.{name}").migrate)
    migrations.apply(Database(connection))
