"""Which files may be written over: those of the kind being written, of the same arrangement.

What does not say so itself is not known to be one: a table, a page of text, a file that is damaged.
"""

import os
import stat
from pathlib import Path
from typing import Literal

from storage.acts import NotAnAct, decode
from storage.backups.backup import arrangement_at, kept_beside
from storage.errors import Refused
from storage.files.open_file import reading
from storage.files.stream import Incoming
from storage.formats.snapshot_layout import FORMAT

Kind = Literal["backup", "export"]

_NONE: dict[Kind, str] = {"backup": "no_backup_there", "export": "no_export_there"}
"""The refusal where what stands there is not of the kind."""


def check_target(
    target: Path, *, own: Path, kind: Kind | None = None, ours: str = "", force: bool = False
) -> None:
    """Raises Refused where something stands at ``target`` that must not be written over.

    ``own`` is the file that is open, which nothing replaces, nor what SQLite keeps beside it;
    ``kind`` is what is to be written of the arrangement ``ours``, None for what does not say of
    which it is. With ``force`` a person wants any other file replaced.
    """
    there, here = _there(target), _there(own)
    if there is None or here is None:
        is_own = target.absolute() == own.absolute()  # one that is still to be made
    else:
        is_own = os.path.samestat(there, here)
    if is_own:
        raise Refused("own_file", path=target)
    if target.absolute() in kept_beside(own.absolute()):
        raise Refused("beside_own_file", path=target, own=own)
    if there is not None and stat.S_ISDIR(there.st_mode):  # writing will say so
        return
    if kind == "backup":
        _check_beside(target)
    if there is None:
        return
    if not stat.S_ISREG(there.st_mode):
        raise Refused("no_regular_file", path=target)
    if force or there.st_size == 0:
        return
    if kind is None:
        raise Refused("file_exists", path=target, force=True)
    theirs = arrangement_at(target) if kind == "backup" else _arrangement_of_export(target)
    if theirs is None:
        raise Refused(_NONE[kind], path=target, force=True)
    if theirs != ours:
        raise Refused("other_arrangement_there", path=target, theirs=theirs, force=True)


def _there(path: Path) -> os.stat_result | None:
    """What the system knows of a file; None where there is none, or where writing will say why it
    cannot be asked."""
    try:
        return path.stat()
    except (OSError, ValueError):
        return None


def _check_beside(target: Path) -> None:
    """A database takes in what it finds in a journal: that of another one would spoil it."""
    for one in kept_beside(target):
        if os.path.lexists(one):
            raise Refused("file_exists", path=one)


def _arrangement_of_export(path: Path) -> str | None:
    """Of which arrangement a snapshot says that it is; None for what is none as we write them."""
    try:
        with reading(path) as file:
            head = decode(Incoming(file).start().partition(b"\n")[0] + b"}")
    except (NotAnAct, Refused):
        return None
    match head:
        case {"format": str(format_), "arrangement": str(arrangement)} if format_ == FORMAT:
            return arrangement
    return None
