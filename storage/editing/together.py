"""What one thing that a person did here made of several acts, and of what is no act."""

from collections.abc import Iterable, Sequence

from storage.tables.database import Connection

_GROUP = "together "
_BEFORE = "profile before "


def bind(connection: Connection, acts: Sequence[str]) -> None:
    """From now on these acts, the first of which tells best what was done, are taken back and
    done again together."""
    rows = [(f"{_GROUP}{act}", " ".join(acts)) for act in acts] if len(acts) > 1 else []
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)


def bound(connection: Connection, acts: Iterable[str]) -> list[str]:
    """These acts, each with all that are bound to it."""
    found: dict[str, None] = {}
    for act in acts:
        found |= dict.fromkeys((_value(connection, f"{_GROUP}{act}") or act).split(" "))
    return [*found]


def divide_as(connection: Connection, profile: str, act: str | None) -> None:
    """Documents are divided by this profile from now on; by the one before once ``act`` is taken
    back."""
    if act is not None:
        _put(connection, f"{_BEFORE}{act}", _value(connection, "profile") or "")
    _put(connection, "profile", profile)


def turn_division(connection: Connection, acts: Iterable[str]) -> None:
    """These acts are taken back, or done again: the profile that was given with one of them and
    the one before it change places."""
    for act in acts:
        before = _value(connection, f"{_BEFORE}{act}")
        if before is None:
            continue
        _put(connection, f"{_BEFORE}{act}", _value(connection, "profile") or "")
        if before:
            _put(connection, "profile", before)
        else:
            connection.execute("DELETE FROM meta WHERE key = 'profile'")


def _value(connection: Connection, key: str) -> str | None:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def _put(connection: Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
