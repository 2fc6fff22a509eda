"""The folders that were synced with: which, what may leave to each, and when that was last."""

import os
from pathlib import Path

from storage.errors import Refused
from storage.files.file_errors import name_of
from storage.formats.profiles import PROFILES
from storage.tables.database import Connection, transaction
from storage.views.exchange_folders import Folder

DEFAULT = PROFILES[0]


def folders(connection: Connection) -> tuple[Folder, ...]:
    """All of them, the one that was synced with last first."""
    rows = connection.execute("SELECT place, profile, synced FROM folders ORDER BY synced DESC")
    return tuple(Folder(Path(place), *rest) for place, *rest in rows.fetchall())


def forget_folder(connection: Connection, place: Path) -> None:
    """Sync with it no longer; what lies there stays. Raises Refused for one that is not known."""
    folder = folder_number(connection, place)
    if folder is None:
        raise Refused("unknown_folder", path=place)
    with transaction(connection):
        connection.execute("DELETE FROM folder_files WHERE folder = ?", (folder,))
        connection.execute("DELETE FROM folders WHERE id = ?", (folder,))


def folder_number(connection: Connection, place: Path) -> int | None:
    """The number of a folder here; None for one that was never synced with."""
    query = "SELECT id FROM folders WHERE place = ?"
    row = connection.execute(query, (place_text(place),)).fetchone()
    return row[0] if row else None


def remembered(connection: Connection, place: Path, profile: str | None, now: str) -> int:
    """The number of a folder, remembered from now on with this profile, or the one it had.

    Who lets more leave than before has nothing there yet of what is let out now.
    """
    profile = folder_profile(connection, place, profile)
    row = connection.execute(
        "INSERT INTO folders (place, profile, synced, upto) VALUES (?1, ?2, ?3, 0)"
        " ON CONFLICT (place) DO UPDATE SET synced = ?3, profile = ?2,"
        " upto = CASE profile WHEN ?2 THEN upto ELSE 0 END RETURNING id",
        (place_text(place), profile, now),
    ).fetchone()
    return int(row[0])


def folder_profile(connection: Connection, place: Path, wanted: str | None) -> str:
    """What may leave to a folder: as wanted now, else as before, else what partners may see.

    Raises Refused for what is no profile, and for the one that holds no acts.
    """
    if wanted == "public":
        raise Refused("public_folder")
    if wanted is not None:
        if wanted not in PROFILES:
            known = ", ".join(name for name in PROFILES if name != "public")
            raise Refused("unknown_value", field="profile", value=wanted, nearest=known)
        return wanted
    return profile_in(connection, place) or DEFAULT


def profile_in(connection: Connection, place: Path) -> str | None:
    """What the file says may leave to a folder; None for one that was never synced with."""
    query = "SELECT profile FROM folders WHERE place = ?"
    row = connection.execute(query, (place_text(place),)).fetchone()
    return row[0] if row else None


def folder_name(place: Path) -> str:
    """What a folder is called: "..", and the root of a stick, have no name."""
    whole = Path(os.path.abspath(place))
    return name_of(whole) or str(whole)


def place_text(place: Path) -> str:
    """A place as the tables have it: whole, and with what is no text in a name written out."""
    return os.path.abspath(place).encode("utf-8", "backslashreplace").decode()
