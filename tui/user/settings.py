"""What a person chose for the screen on this laptop: one small TOML file, read at the start.

Every command reads it for its language, so that what only some of it needs is imported late.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from storage.errors import Refused
from storage.files.atomic import write_own
from storage.files.config_folder import config_folder
from tui.locale import LANGUAGES, say

THEMES = ("auto", "dark", "light", "contrast", "16", "none")
SIGNS = ("auto", "unicode", "ascii")
CHOICES: dict[str, tuple[str, ...]] = {"language": LANGUAGES, "theme": THEMES, "signs": SIGNS}
FLAGS = ("letters", "animation")
KEYS = "keys"
_LINE = r" *\(at line (\d+), column \d+\)$"


class Settings(NamedTuple):
    """The settings; each has a default, which stands where the file says nothing or nonsense.

    ``keys`` are those that a person gave to commands; ``problems`` tell what is wrong with the
    file that they were read from.
    """

    language: str = LANGUAGES[0]
    theme: str = "auto"
    signs: str = "auto"
    letters: bool = True
    animation: bool = True
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    problems: tuple[Refused, ...] = ()

    def stepped(self, name: str, by: int) -> "Settings":
        """With the next or previous choice for a setting that has a few."""
        choices: tuple[Any, ...] = CHOICES.get(name, (True, False))
        place = choices.index(getattr(self, name)) + by
        changed: dict[str, Any] = {name: choices[place % len(choices)]}
        return self._replace(**changed)


def place() -> Path:
    """The file."""
    return config_folder() / "settings.toml"


def old_place() -> Path:
    """Where a file with mistakes is kept when a new one is written."""
    return place().with_name(f"{place().name}.old")


def load() -> Settings:
    """The settings in the file; the defaults where there is none."""
    path = place()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        return Settings(problems=(Refused("cannot_read", path=path, reason=error),))
    import tomllib

    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason = str(error)
        line = at[1] if (at := re.search(_LINE, reason)) else text.count("\n") + 1
        told = {"file": path, "line": line, "reason": re.sub(_LINE, "", reason)}
        return Settings(problems=(Refused("settings_syntax", **told),))
    return _Reading(path, text).settings(found)


def save(settings: Settings) -> None:
    """Write the whole file anew. One that could not be read is kept beside it as ``.old``.

    Raises Refused where it cannot be written.
    """
    path = place()
    try:
        if settings.problems and path.exists():
            path.replace(old_place())
    except OSError as error:
        raise Refused("cannot_write", path=path, reason=error) from error
    text = "".join(f"{line}\n" for line in _lines(settings))
    write_own(path, text.encode())


def _lines(settings: Settings) -> Iterator[str]:
    import json

    from tui.commands import keymap

    yield f"# {say('settings.file_head')}"
    for name in (*CHOICES, *FLAGS):
        yield f"{name} = {json.dumps(getattr(settings, name))}"
    if settings.keys:
        yield ""
        yield f"[{KEYS}]"
    for command, own in settings.keys.items():
        yield f"{command} = {json.dumps([keymap.written_key(key) for key in own])}"


class _Reading:
    """What the file says, key by key; what it says wrongly becomes a problem with its line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Refused] = []

    def settings(self, found: Mapping[str, Any]) -> Settings:
        said: dict[str, Any] = {}
        for name, value in found.items():
            if name == KEYS and isinstance(value, dict):
                said[name] = dict(self._keys(value))
            elif self._fits(name, value):
                said[name] = value
            else:
                self._wrong(name, value)
        return Settings()._replace(**said, problems=tuple(self.problems))

    @staticmethod
    def _fits(name: str, value: object) -> bool:
        if name in CHOICES:
            return value in CHOICES[name]
        return name in FLAGS and isinstance(value, bool)

    def _keys(self, found: Mapping[str, object]) -> Iterator[tuple[str, tuple[str, ...]]]:
        from tui.commands import keymap

        for command, value in found.items():
            written = [value] if isinstance(value, str) else value
            if not isinstance(written, list) or not re.fullmatch(r"\w+", command, re.ASCII):
                self._wrong(command, value)
                continue
            own = [keymap.normal(key) if isinstance(key, str) else None for key in written if key]
            if any(key is None or keymap.forbidden(key) for key in own):
                self._wrong(command, value)
            else:
                yield command, tuple(key for key in own if key)

    def _wrong(self, name: str, value: object) -> None:
        known = CHOICES.get(name, ("true", "false") if name in FLAGS else ())
        told = {"file": self.path, "line": self._line(name), "name": name, "value": value}
        if known:
            self.problems.append(Refused("settings_value", **told, known=", ".join(known)))
        else:
            self.problems.append(Refused("settings_unknown", **told))

    def _line(self, name: str) -> int:
        before = re.search(rf'^\s*"?{re.escape(name)}"?\s*=', self.text, re.MULTILINE)
        start = before.end() if before else 0
        return self.text.count("\n", 0, start) + 1
