"""The keys in use: those of the commands, or what a person put in their place."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from textual.keys import KEY_NAME_REPLACEMENTS

from tui.locale import known, name_keys, say

Keys = tuple[str, ...]


def _name(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


CHARACTERS = {_name(chr(n)): chr(n) for n in range(0x21, 0x7F)}
NAMES = {character: name for name, character in CHARACTERS.items()}
FIXED = frozenset({
    "enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "pageup", "pagedown",
    "home", "end", "backspace", "delete", "space", "f1", "f2", "ctrl+q", "ctrl+c",
})  # fmt: skip
"""Keys to get around with: they keep their meaning and take no other."""

TAKEN = frozenset({
    *(f"ctrl+{letter}" for letter in "abhijmoz"), "ctrl+left_square_bracket", "ctrl+enter",
    "f10", "f11", "grave_accent", "apostrophe", "quotation_mark", "tilde", "circumflex_accent",
})  # fmt: skip
"""Keys that terminals, multiplexers and editors take, and those that wait for a second one."""

SAVED = "saved_"
"""How the command begins of a query that was saved: what it is called is known with the file."""

UNBOUND = "unbound"  # Textual cannot take a key away, only give another: this one is on no keyboard
_SPECIAL = re.compile(r"(shift\+|ctrl\+)?(f([1-9]|1\d|2[0-4])|insert)|ctrl\+([a-z]|\w+)")

_defaults: dict[str, Keys] = {}


class _Chosen:
    """What is in use; a process has one keyboard."""

    own: Mapping[str, Keys] = {}
    letters = True


def use_keys(own: Mapping[str, Sequence[str]], *, letters: bool) -> None:
    """Choose keys by command, and whether keys that are one character work outside inputs."""
    _Chosen.own = {command: tuple(keys) for command, keys in own.items()}
    _Chosen.letters = letters


def register(command: str, keys: Keys) -> None:
    """Tell the keys that a command has when nobody chose others."""
    _defaults[command] = keys


def letters() -> bool:
    """Whether keys that are one character work outside inputs."""
    return _Chosen.letters


def merged_keys(defaults: Keys, own: Keys | None) -> Keys:
    """The keys of a command where a person chose ``own``: the fixed ones stay."""
    if own is None:
        return defaults
    fixed = tuple(key for key in defaults if key in FIXED)
    return (*fixed, *own) if defaults and defaults[0] in FIXED else (*own, *fixed)


def of(command: str) -> Keys:
    """The keys that do a command now, the one to show first."""
    keys = merged_keys(_defaults.get(command, ()), _Chosen.own.get(command))
    return keys if _Chosen.letters else tuple(key for key in keys if key not in CHARACTERS)


def chosen_keys() -> dict[str, str]:
    """The commands that have other keys than their own, as Textual takes them."""
    changed = {command: of(command) for command, keys in _defaults.items() if of(command) != keys}
    return {command: ",".join(keys) or UNBOUND for command, keys in changed.items()}


def saved_on(key: str) -> str | None:
    """The saved query, as a command, that a person gave this key."""
    saved = (name for name in _Chosen.own if name.startswith(SAVED))
    return next((name for name in saved if key in of(name)), None)


def shown_key(key: str) -> str:
    """A key as people read it."""
    if key in CHARACTERS:
        return CHARACTERS[key]
    if known(f"key.{key}"):
        return say(f"key.{key}")
    start, plus, last = key.rpartition("+")
    last = CHARACTERS.get(last) or (say(f"key.{last}") if known(f"key.{last}") else last)
    start = start.capitalize() if start == "shift" else start
    return f"{start}{plus}{last.upper() if re.fullmatch(r'f[0-9]+', last) else last}"


def hint(command: str) -> str:
    """The key to name in a text; that of the list of commands where the command has none."""
    keys = of(command)
    return shown_key(keys[0] if keys else "f2")


name_keys(hint)


def letter(command: str) -> str:
    """The key for the gutter, which is one cell: empty where the command has none so short."""
    return hint(command) if len(hint(command)) == 1 else ""


def normal(key: str) -> str | None:
    """A key as it is written in a file, by Textual's name; None for what is no key."""
    name = NAMES.get(key, key)
    return name if name in CHARACTERS or name in FIXED or _SPECIAL.fullmatch(name) else None


def written_key(key: str) -> str:
    """A key as it is written in a file: ``s``, ``/``, ``ctrl+r``, ``f5``."""
    return CHARACTERS.get(key, key)


def forbidden(key: str) -> str | None:
    """Why no command may get this key; None when it may."""
    if key in FIXED:
        return say("remap.fixed", pressed=shown_key(key))
    if key in TAKEN or "alt+" in key or normal(key) is None:
        return say("remap.taken", pressed=shown_key(key))
    return None
