"""What the terminal says that it can show, and how a text gets on the clipboard."""

import os
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.locale import charset, say
from tui.selftest.finding import Finding

SAMPLE = "▌ ○ ◐ ◕ ✓ ‖ ! ● ▲ ■ › … ─ │ é ï ë €"
NAMES = ("TERM", "TERM_PROGRAM", "COLORTERM", "VTE_VERSION", "NO_COLOR")
COLOURS = {None: "none", "standard": "16", "windows": "16", "256": "256", "truecolor": "all"}
BRIDGES = ("TMUX", "STY", "SSH_TTY")


class Terminal(NamedTuple):
    """Its size in columns and lines, its colours as rich names them, and the signs in use."""

    size: tuple[int, int]
    colours: str | None
    ascii: bool
    environment: Mapping[str, str]


def by_command(*, plain: bool) -> Terminal:
    """The one in which a command is given; its signs are those of what is said from now on."""
    from rich.console import Console

    console = Console(stderr=True)
    lacks = plain or charset.lacks_signs(os.environ, _encoding())
    charset.use_charset(ascii=lacks)
    return Terminal((console.width, console.height), console.color_system, lacks, os.environ)


def terminal(found: Terminal) -> Iterator[Finding]:
    """What it is, and what is drawn on it."""
    named = [f"{name}={found.environment[name]}" for name in NAMES if name in found.environment]
    if "WT_SESSION" in found.environment:
        named.append("WT_SESSION")
    yield Finding("terminal", " ".join(named) or say("selftest.unnamed"))
    yield Finding("size", f"{found.size[0]} {charset.sign('×')} {found.size[1]}")
    yield Finding("encoding", _encoding() or "")
    yield Finding("colours", say(f"selftest.colours_{COLOURS[found.colours]}"))
    yield Finding("signs", say("selftest.signs_ascii" if found.ascii else "selftest.signs_all"))
    yield Finding("sample", charset.in_charset(SAMPLE))


def clipboard(found: Terminal) -> Finding:
    """Whether what is copied can arrive there: the terminal does it, and never tells."""
    bridges = [name for name in BRIDGES if name in found.environment]
    if found.environment.get("TERM_PROGRAM") == "Apple_Terminal" or _old_windows(found):
        return Finding("clipboard", say("selftest.clipboard_not"))
    if bridges:
        return Finding("clipboard", say("selftest.clipboard_by", what=", ".join(bridges)))
    return Finding("clipboard", say("selftest.clipboard_maybe"))


def _old_windows(found: Terminal) -> bool:
    return os.name == "nt" and not any(one in found.environment for one in charset.FULL_CONSOLES)


def _encoding() -> str | None:
    return sys.__stderr__.encoding if sys.__stderr__ else None  # Textual draws there
