"""Which wheels the zip holds for which Python, and whether this is one of them."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from typing import Any, Dict

Wheels = Dict[str, str]
"""The SHA-256 of each wheel by its file name."""


class Stop(Exception):  # noqa: N818 - as it is said where it is raised
    """Why the app does not start, in a sentence for the user."""


class Lists:
    """What `offline/wheels.json` says. Raises Stop when that cannot be read."""

    def __init__(self, home: str) -> None:
        try:
            with open(os.path.join(home, "offline", "wheels.json"), encoding="ascii") as file:
                self._lists: dict[str, Any] = json.load(file)
        except (OSError, ValueError):
            raise Stop(
                "Het bestand wheels.json in de map offline ontbreekt of is beschadigd. "
                "Pak de hele zip opnieuw uit."
            ) from None

    def for_this_python(self) -> Wheels:
        """The wheels for the Python that runs this. Raises Stop when the zip has none for it."""
        version = "{}.{}".format(*sys.version_info)
        pythons = self._lists["pythons"]
        if version not in pythons:
            raise Stop(f"Dit is Python {version}. Deze zip werkt met Python {_or(pythons)}.")
        kind = EXTENSION_SUFFIXES[0]  # tells interpreter, version, build, system and processor
        machine = os.uname().machine if sys.platform == "darwin" else None  # but not a Mac's
        if (kind, machine) != (pythons[version]["kind"], self._lists["machine"]):
            raise Stop(
                f"Deze zip is voor {self._lists['system']} en voor de gewone Python van "
                f"python.org. Hier draait een andere soort ({_plain(kind, machine)}). "
                "Neem de zip of de Python die hierbij past."
            )
        wheels: Wheels = pythons[version]["wheels"]
        return wheels

    def folders(self) -> set[str]:
        """The folders that this zip unpacks into, one for each Python."""
        return {folder_of(one["wheels"]) for one in self._lists["pythons"].values()}

    def names(self) -> set[str]:
        """The file names of all wheels of this zip."""
        return {name for one in self._lists["pythons"].values() for name in one["wheels"]}


def folder_of(wheels: Wheels) -> str:
    """The name of the folder for these wheels; short, since Windows counts whole paths."""
    return hashlib.sha256(json.dumps(sorted(wheels.items())).encode()).hexdigest()[:12]


def _or(versions: Any) -> str:
    *most, last = versions
    return f"{', '.join(most)} of {last}" if most else str(last)


def _plain(kind: str, machine: str | None) -> str:
    return " ".join(filter(None, [kind.split(".")[1], machine]))
