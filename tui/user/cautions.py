"""What a person must know of the file besides what was asked; each is told once in a while."""

import os
from datetime import date
from pathlib import Path

from storage.errors import Refused
from storage.files.cloud_folders import synced_by
from storage.identity.remembered import first_told
from tui.locale import say, system_reason
from tui.store import Store


def no_copy(store: Store) -> str | None:
    """That there is no copy of before today's first change, and why; once a day."""
    why = store.no_copy
    if why is None or not first_told(store.path, "no_copy", date.today().isoformat()):
        return None
    return say("caution.no_copy", reason=_because(why))


def _because(why: Refused) -> str:
    error = why.details.get("reason")
    if isinstance(error, OSError) and not isinstance(error, FileExistsError):
        return system_reason(error)  # else a file stands where the folder belongs
    return say(f"no_copy.{why.key if why.key in ('full', 'damaged') else 'other'}")


def synced(path: Path, *, daily: bool = False) -> str | None:
    """That the file lies where another program may put a copy over it; once, or once a day."""
    service = synced_by(path, os.environ)
    if service is None:
        return None
    what = "synced_daily" if daily else "synced"
    about = f"{service} {date.today().isoformat()}" if daily else service
    return say("caution.synced", service=service) if first_told(path, what, about) else None


def in_wal(store: Store) -> str | None:
    """That another program keeps the file in WAL, which a copy or a network drive may lose; once
    a day."""
    today = date.today().isoformat()
    if not store.connection.in_wal or not first_told(store.path, "in_wal", today):
        return None
    return say("caution.in_wal")


def clone(store: Store) -> str | None:
    """That two laptops write under one number, as a disk that was copied whole does; once for
    each of them."""
    found = store.log.clones()
    about = " ".join(one.device for one in found)
    if not found or not first_told(store.path, "clone", about):
        return None
    return say("caution.clone")
