"""A home of its own for a game, and everything as it was afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui import locale
from tui.commands import keymap
from tui.locale import charset
from tui.user import places


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """Be in ``folder/home``, where configuration, data and sticks are those of the game."""
    home = folder / "home"
    there = {
        "HOME": str(home), "USERPROFILE": str(home),
        "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"), "XDG_CACHE_HOME": str(home / "cache"),
        "TERM": "xterm-256color", "COLORTERM": "truecolor", "EDITOR": "true", "VISUAL": "true",
    }  # fmt: skip
    before, was, mounts = dict(os.environ), Path.cwd(), places.mounts
    os.environ.update(there)
    for name in ("ARRANGEMENT_DB", "NO_COLOR"):
        os.environ.pop(name, None)
    os.chdir(home)
    places.mounts = lambda: [("stick", folder / "media")]
    try:
        yield
    finally:
        places.mounts = mounts
        os.chdir(was)
        os.environ.clear()
        os.environ.update(before)
        locale.use("nl")
        charset.use_charset(ascii=False)
        keymap.use_keys({}, letters=True)
