"""Which characters the screen may use: all its signs, or what any console and font can draw."""

import os
from collections.abc import Mapping

ASCII: dict[str, str] = {
    "▌": "|", "…": "..", "›": ">", "▾": "V", "✕": "x", "▸": ">", "·": ".", "▎": "m",
    "○": "o", "◐": "~", "◕": "%", "✓": "v", "‖": "=", "×": "X", "»": "/", "⊘": "#",
    "≠": "&", "•": "w", "△": "^", "◆": "@", "◇": "@",
    "●": "G", "▲": "O", "■": "R",
    "━": "=", "─": "-", "│": "|", "≥": ">=", "≤": "<=",
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-",
}  # fmt: skip
_TEXT = str.maketrans(ASCII | {"·": "-"})
FULL_CONSOLES = ("WT_SESSION", "TERM_PROGRAM", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID")


class _Chosen:
    """The set in use; a process draws on one terminal at a time."""

    ascii = False


def use_charset(*, ascii: bool) -> None:
    """Choose the characters of everything drawn from now on."""
    _Chosen.ascii = ascii


def is_ascii() -> bool:
    """Whether only ASCII and the letters of data are drawn."""
    return _Chosen.ascii


def in_charset(text: str) -> str:
    """A text of our own in the set in use; never for data, which stays as it is."""
    return text.translate(_TEXT) if _Chosen.ascii else text


def sign(text: str) -> str:
    """A sign in the set in use."""
    return ASCII.get(text, text) if _Chosen.ascii else text


def ellipsis() -> str:
    """What says that a text was cut off."""
    return sign("…")


def lacks_signs(
    environment: Mapping[str, str], encoding: str | None, system: str = os.name
) -> bool:
    """Whether a terminal is one of those that cannot draw the signs.

    The Linux console has one font, the old Windows console does not fall back to another one, and
    what is not UTF-8 cannot say them at all.
    """
    if system == "nt":
        return not any(name in environment for name in FULL_CONSOLES)
    unable = environment.get("TERM", "") in ("linux", "dumb")
    return unable or "utf" not in (encoding or "").lower()
