"""What a person on this laptop agreed to for a folder, beside what the file says of it.

The file remembers for whom a folder is, and a file can be put back, copied, replaced or synced with
by another program. So own notes leave only where both say so; where they differ it is what partners
may see that leaves, and that is told until someone chooses again.
"""

from pathlib import Path

from storage.exchange.folder_register import DEFAULT, place_text, profile_in
from storage.identity import remembered
from storage.tables.database import Connection


def agreed(connection: Connection, path: Path, place: Path) -> tuple[str, str | None]:
    """What may leave to a folder, of the file at ``path``; and what either of both says otherwise,
    None where they agree."""
    there = profile_in(connection, place) or DEFAULT
    here = remembered.load(path).profiles.get(place_text(place), DEFAULT)
    if there == here:
        return there, None
    return DEFAULT, next(one for one in (there, here) if one != DEFAULT)


def agree(path: Path, place: Path, profile: str) -> None:
    """A person chose this profile for a folder."""
    kept = remembered.load(path)
    if kept.profiles.get(place_text(place)) != profile:
        kept.profiles[place_text(place)] = profile
        remembered.save(path, kept)
