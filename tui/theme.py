"""The palette of the screen: a role has one colour per theme, and nothing else names a colour."""

from textual.theme import Theme

DARK = "arrangement-dark"
LIGHT = "arrangement-light"

# role: (dark, light)
PALETTE: dict[str, tuple[str, str]] = {
    "canvas": ("#15181c", "#fafaf8"),
    "sunken": ("#101316", "#f0f0ed"),
    "page": ("#1b1f24", "#ffffff"),
    "float": ("#242930", "#ffffff"),
    "ink": ("#e6e8eb", "#1c2024"),
    "quiet": ("#a0a7b1", "#585f69"),
    "accent": ("#8ab4f8", "#1a56b0"),
    "green": ("#84c98f", "#1f6f3b"),
    "amber": ("#e9b44c", "#7d5200"),
    "red": ("#f4978e", "#b02a1f"),
    "line": ("#7a828e", "#767b82"),
    "sel": ("#243a5e", "#d3e2fa"),
    "selblur": ("#2b3139", "#e4e5e3"),
    "onmark": ("#ffe3a0", "#3d2c00"),
    "mark": ("#463b1b", "#ffe49a"),
    "ins": ("#a6e3b0", "#14532d"),
    "insbg": ("#1d3b28", "#d7f0dc"),
    "del": ("#f5aaa8", "#8c1d18"),
    "delbg": ("#45232a", "#fadcd9"),
}
TONES = ("canvas", "sunken", "page", "float", "sel", "selblur")


def variables(*, dark: bool = True) -> dict[str, str]:
    """The roles as theme variables: ``o-ink`` and so on."""
    return {f"o-{role}": pair[0 if dark else 1] for role, pair in PALETTE.items()}


def theme(*, dark: bool) -> Theme:
    """The dark or the light theme."""
    colours = variables(dark=dark)
    return Theme(
        name=DARK if dark else LIGHT,
        primary=colours["o-accent"],
        accent=colours["o-accent"],
        success=colours["o-green"],
        warning=colours["o-amber"],
        error=colours["o-red"],
        foreground=colours["o-ink"],
        background=colours["o-canvas"],
        surface=colours["o-page"],
        panel=colours["o-float"],
        dark=dark,
        variables=colours
        | {
            "input-cursor-background": colours["o-ink"],
            "input-cursor-foreground": colours["o-canvas"],
            "input-selection-background": colours["o-sel"],
        },
    )


def fitting(colorfgbg: str) -> str:
    """The theme for what a terminal says of its colours (COLORFGBG); dark when it is silent."""
    background = colorfgbg.rpartition(";")[2]
    return LIGHT if background in ("7", "15") else DARK
