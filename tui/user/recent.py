"""Which files this user worked with, so that one can say which there are besides the usual one.

Kept in the user's configuration folder. What cannot be read counts as nothing, and what cannot be
written is forgotten.
"""

import json
from contextlib import suppress
from pathlib import Path

from storage.errors import Refused
from storage.files.atomic import write_own
from storage.files.config_folder import config_folder
from storage.text import is_text

MOST = 20


def remember_file(path: Path, arrangement: str) -> None:
    """This file was used just now; it belongs to this arrangement."""
    known = _load()
    now = str(path.absolute())
    if next(iter(known.items()), None) == (now, arrangement):
        return
    kept = [(name, id_) for name, id_ in known.items() if name != now]
    text = json.dumps(dict([(now, arrangement), *kept][:MOST]), ensure_ascii=False, indent=1)
    with suppress(Refused):
        write_own(_place(), text.encode())


def others(arrangement: str) -> list[Path]:
    """The files of other arrangements that are still there, the one that was used last first."""
    return [Path(name) for name, id_ in _load().items() if id_ != arrangement and _there(name)]


def _there(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _load() -> dict[str, str]:
    try:
        found = json.loads(_place().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: id_ for name, id_ in found.items() if is_text(name) and is_text(id_)}


def _place() -> Path:
    return config_folder() / "files.json"
