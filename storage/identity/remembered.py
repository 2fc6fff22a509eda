"""What this user's configuration remembers of a file besides who writes in it.

Never in the file: another laptop has said and sent other things. What cannot be read counts as
nothing remembered, and what cannot be written is forgotten: then something is told once more.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from storage.acts.canonical import LARGEST_INTEGER
from storage.errors import Refused
from storage.files.atomic import write_own
from storage.identity.device_identity import configuration
from storage.text import is_text


@dataclass(slots=True)
class Remembered:
    """``sent``: by device the number of its last change that an export carried, and all before
    it. ``told``: what a person was told of the file, with what it was about. By exchange folder:
    ``profiles`` is for whom a person said that it is, ``readers`` are the authors of whom something
    lay in it, and ``went`` is when something from here went there last."""

    sent: dict[str, int] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    profiles: dict[str, str] = field(default_factory=dict)
    readers: dict[str, list[str]] = field(default_factory=dict)
    went: dict[str, str] = field(default_factory=dict)


def load(database: Path) -> Remembered:
    try:
        match json.loads(_place(database).read_bytes()):
            case {"sent": dict(sent), "told": dict(told), **rest}:
                return Remembered(
                    {name: n for name, n in sent.items() if is_text(name) and _is_number(n)},
                    _texts(told),
                    _texts(rest.get("profiles")),
                    _lists(rest.get("readers")),
                    _texts(rest.get("went")),
                )
    except (OSError, ValueError, RecursionError):
        pass
    return Remembered()


def save(database: Path, memory: Remembered) -> None:
    text = json.dumps(asdict(memory), ensure_ascii=False, indent=1)
    with suppress(Refused):
        write_own(_place(database), text.encode())


def first_told(database: Path, what: str, about: str) -> bool:
    """Whether this is told for the first time about this; from now on it was."""
    memory = load(database)
    if memory.told.get(what) == about:
        return False
    memory.told[what] = about
    save(database, memory)
    return True


def _texts(found: object) -> dict[str, str]:
    """What is a text, by name; nothing of anything else."""
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: text for name, text in pairs if is_text(name) and is_text(text)}


def _lists(found: object) -> dict[str, list[str]]:
    """What is a list of texts, by name."""
    pairs = found.items() if isinstance(found, dict) else ()
    return {
        name: texts
        for name, texts in pairs
        if is_text(name) and isinstance(texts, list) and all(map(is_text, texts))
    }


def _is_number(value: object) -> bool:
    return type(value) is int and 0 <= value <= LARGEST_INTEGER


def _place(database: Path) -> Path:
    return configuration(database, "care")
