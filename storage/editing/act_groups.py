"""What one thing that a person did here made of several acts, and of what is no act."""

from collections.abc import Iterable, Sequence

from storage.tables import meta
from storage.tables.database import Connection

_GROUP = "together "
_BEFORE = "profile before "


def bind(connection: Connection, acts: Sequence[str]) -> None:
    """From now on these acts, the first of which tells best what was done, are taken back and
    done again together."""
    if len(acts) > 1:
        meta.write(connection, dict.fromkeys((f"{_GROUP}{act}" for act in acts), " ".join(acts)))


def bound(connection: Connection, acts: Iterable[str]) -> list[str]:
    """These acts, each with all that are bound to it."""
    found: dict[str, None] = {}
    for act in acts:
        found |= dict.fromkeys((meta.read(connection, f"{_GROUP}{act}") or act).split(" "))
    return [*found]


def divide_as(connection: Connection, profile: str, act: str | None) -> None:
    """Documents are divided by this profile from now on; by the one before once ``act`` is taken
    back."""
    if act is not None:
        meta.write(connection, {f"{_BEFORE}{act}": meta.read(connection, meta.PROFILE) or ""})
    meta.write(connection, {meta.PROFILE: profile})


def turn_division(connection: Connection, acts: Iterable[str]) -> None:
    """These acts are taken back, or done again: the profile that was given with one of them and
    the one before it change places."""
    for act in acts:
        before = meta.read(connection, f"{_BEFORE}{act}")
        if before is None:
            continue
        meta.write(connection, {f"{_BEFORE}{act}": meta.read(connection, meta.PROFILE) or ""})
        if before:
            meta.write(connection, {meta.PROFILE: before})
        else:
            meta.remove(connection, meta.PROFILE)
