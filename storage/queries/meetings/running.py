"""At which point a meeting is: a fact of this file, and of no act. Whoever shows the meeting beside
who runs it, and whoever goes on after a laptop was closed, begins there."""

import json
import sqlite3

from storage.tables import meta

PAUSED = ""
"""In the place of a point: who follows sees nothing for a while."""


def point(connection: sqlite3.Connection, meeting: str) -> str | None:
    """The id of the point at which a meeting is; None where that was never said here."""
    said = _said(connection)
    return said.get(meeting)


def go_to(connection: sqlite3.Connection, meeting: str, item: str) -> None:
    """Say at which point a meeting is."""
    said = {**_said(connection), meeting: item}
    meta.write(connection, {meta.RUNNING: json.dumps(said, sort_keys=True)})


def _said(connection: sqlite3.Connection) -> dict[str, str]:
    text = meta.read(connection, meta.RUNNING)
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(one): str(item) for one, item in found.items()} if isinstance(found, dict) else {}
