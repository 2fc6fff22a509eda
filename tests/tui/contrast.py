"""Contrast as WCAG 2 defines it, and the colours of the terminals that mix their own."""

from collections.abc import Iterable

from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color

# What the sixteen colours are where nobody changed them, in the order of ANSI. The Terminal of
# macOS is not among them: it has 256 and says so.
CONSOLES: dict[str, tuple[str, ...]] = {
    "linux": ("000000", "aa0000", "00aa00", "aa5500", "0000aa", "aa00aa", "00aaaa", "aaaaaa",
              "555555", "ff5555", "55ff55", "ffff55", "5555ff", "ff55ff", "55ffff", "ffffff"),
    "xterm": ("000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5",
              "7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff"),
    "windows": ("0c0c0c", "c50f1f", "13a10e", "c19c00", "0037da", "881798", "3a96dd", "cccccc",
                "767676", "e74856", "16c60c", "f9f1a5", "3b78ff", "b4009e", "61d6d6", "f2f2f2"),
    "windows, old": ("000000", "800000", "008000", "808000", "000080", "800080", "008080",
                     "c0c0c0", "808080", "ff0000", "00ff00", "ffff00", "0000ff", "ff00ff",
                     "00ffff", "ffffff"),
}  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance of a colour."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def of_256(colour: str) -> str:
    """What a terminal with 256 colours makes of it."""
    nearest = RichColor.parse(colour).downgrade(ColorSystem.EIGHT_BIT)
    return nearest.get_truecolor().hex


def in_console(name: str, colours: dict[str, str]) -> dict[str, str]:
    """Roles in ANSI colours as a terminal shows them."""
    console = CONSOLES[name]
    return {role: f"#{console[number_of(colour)]}" for role, colour in colours.items()}


def number_of(colour: str) -> int:
    """The number of an ANSI colour."""
    number = Color.parse(colour).ansi
    assert number is not None
    return number


def pairs(roles: Iterable[str], tones: Iterable[str]) -> list[tuple[str, str]]:
    """Every role on every tone."""
    tones = list(tones)
    return [(role, tone) for role in roles for tone in tones]
