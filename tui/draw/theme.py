"""The palette of the screen: a role has one colour per theme, and nothing else names a colour.

Where tones are one colour a rule stands between the panes, and what is highlighted is shown by
more than its tone (``tui.draw.paint``).
"""

from collections.abc import Mapping
from typing import NamedTuple

from textual.theme import Theme

DARK = "arrangement-dark"
LIGHT = "arrangement-light"
CONTRAST = "arrangement-contrast"
SIXTEEN = "arrangement-16"
NONE = "arrangement-none"

# role: (dark, light, high contrast)
PALETTE: dict[str, tuple[str, str, str]] = {
    "canvas": ("#15181c", "#fafaf8", "#000000"),
    "sunken": ("#101316", "#f0f0ed", "#000000"),
    "page": ("#1b1f24", "#ffffff", "#000000"),
    "float": ("#242930", "#ffffff", "#000000"),
    "ink": ("#e6e8eb", "#1c2024", "#ffffff"),
    "quiet": ("#a0a7b1", "#585f69", "#e4e4e4"),
    "accent": ("#8ab4f8", "#1a56b0", "#ffd84d"),
    "green": ("#84c98f", "#1f6f3b", "#7dff9a"),
    "amber": ("#e9b44c", "#7d5200", "#ffb84d"),
    "red": ("#f4978e", "#b02a1f", "#ff9e9e"),
    "line": ("#7a828e", "#767b82", "#b8b8b8"),
    "sel": ("#243a5e", "#d3e2fa", "#173a94"),
    "selblur": ("#2b3139", "#e4e5e3", "#333333"),
    "field": ("#252b33", "#eaedf1", "#1f1f1f"),
    "chip": ("#343c47", "#d7dde4", "#383838"),
    "chipsel": ("#38568a", "#b0caf2", "#2f5ad0"),
    "heat": ("#4a5563", "#b9c3cf", "#525252"),
    "onmark": ("#ffe3a0", "#3d2c00", "#000000"),
    "mark": ("#463b1b", "#ffe49a", "#ffd84d"),
    "ins": ("#a6e3b0", "#14532d", "#b6ffc6"),
    "insbg": ("#1d3b28", "#d7f0dc", "#003d14"),
    "del": ("#f5aaa8", "#8c1d18", "#ffd0d0"),
    "delbg": ("#45232a", "#fadcd9", "#4d0008"),
}

# Where a terminal has 256 colours: roles whose nearest one cannot be read on every tone.
COARSE: dict[str, dict[str, str]] = {
    DARK: {"sel": "#00005f", "sunken": "#080808", "chip": "#303030"},
    LIGHT: {"sunken": "#eeeeee", "sel": "#d7ffff", "selblur": "#eeeeee", "accent": "#005f87"},
    CONTRAST: {"sel": "#00005f"},
}

# Sixteen colours, which every terminal mixes itself: only pairs that can be read in all of them.
ANSI: dict[str, str] = {
    **dict.fromkeys(
        ("canvas", "sunken", "page", "float", "selblur", "field", "chip", "heat"), "ansi_black"
    ),
    "ink": "ansi_bright_white",
    "quiet": "ansi_white",
    "accent": "ansi_bright_cyan",
    "green": "ansi_bright_green",
    "amber": "ansi_bright_yellow",
    "red": "ansi_bright_red",
    "line": "ansi_white",
    **dict.fromkeys(("sel", "chipsel"), "ansi_blue"),
    "green-on-sel": "ansi_bright_white",
    "red-on-sel": "ansi_bright_white",
    "onmark": "ansi_black",
    "mark": "ansi_white",
    "ins": "ansi_black",
    "insbg": "ansi_bright_green",
    "del": "ansi_bright_white",
    "delbg": "ansi_red",
}


class Ground(NamedTuple):
    """What a theme is besides its colours."""

    dark: bool
    ansi: bool
    flat: bool


GROUNDS: dict[str, Ground] = {
    DARK: Ground(dark=True, ansi=False, flat=False),
    LIGHT: Ground(dark=False, ansi=False, flat=False),
    CONTRAST: Ground(dark=True, ansi=False, flat=True),
    SIXTEEN: Ground(dark=True, ansi=True, flat=True),
    NONE: Ground(dark=True, ansi=True, flat=True),
}


def colours(name: str, *, coarse: bool = False) -> dict[str, str]:
    """The colour of every role in a theme; ``coarse`` for terminals with 256 colours."""
    if name == SIXTEEN:
        return ANSI
    if name == NONE:
        return dict.fromkeys(PALETTE, "ansi_default")
    column = (DARK, LIGHT, CONTRAST).index(name)
    found = {role: row[column] for role, row in PALETTE.items()}
    return found | COARSE[name] if coarse else found


def variables(name: str = DARK, *, coarse: bool = False) -> dict[str, str]:
    """The roles as theme variables: ``o-ink`` and so on."""
    return {f"o-{role}": colour for role, colour in colours(name, coarse=coarse).items()}


def theme(name: str, *, coarse: bool = False) -> Theme:
    """A theme by its name."""
    found = variables(name, coarse=coarse)
    ground = GROUNDS[name]
    return Theme(
        name=name,
        primary=found["o-accent"],
        accent=found["o-accent"],
        success=found["o-green"],
        warning=found["o-amber"],
        error=found["o-red"],
        foreground=found["o-ink"],
        background=found["o-canvas"],
        surface=found["o-page"],
        panel=found["o-float"],
        dark=ground.dark,
        ansi=ground.ansi,
        variables=found
        | {
            "input-cursor-background": found["o-ink"],
            "input-cursor-foreground": found["o-canvas"],
            "input-selection-background": found["o-sel"],
            "ansi-background": found["o-canvas"],
            "ansi-foreground": found["o-ink"],
        },
    )


def fitting(environment: Mapping[str, str], colour_system: str | None) -> str:
    """The theme for what a terminal says of itself; dark when it is silent."""
    if colour_system is None:
        return NONE
    if colour_system in ("standard", "windows"):
        return SIXTEEN
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if background in ("7", "15") else DARK
