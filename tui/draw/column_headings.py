"""Headings of narrow columns: on two lines rather than cut."""

import re

from rich.cells import cell_len

from tui.draw.spans import clean, cut

LONG = 12  # cells from which a single word goes on two lines
LONGEST = 16
_PIECES = re.compile(r"[^ /]+[ /]*|[ /]+")
_BREAKS = re.compile(r"(?<=[aeiouy])([^\W\d_aeiouy]+)(?=[aeiouy])", re.IGNORECASE)


def two_lines(name: str) -> tuple[str, str]:
    """A name on two lines, as narrow as it can be; the first is empty where one will do."""
    name = clean(name).strip()
    breaks = [(name[: match.end()], name[match.end() :]) for match in _PIECES.finditer(name)]
    ways = [(upper.rstrip(), lower) for upper, lower in breaks if lower]
    if not ways and cell_len(name) > LONG:
        ways = [(f"{name[:at]}-", name[at:]) for at in _between_syllables(name)]
    best = min(ways, key=lambda way: max(map(cell_len, way)), default=("", name))
    return cut(best[0], LONGEST), cut(best[1], LONGEST)


def _between_syllables(word: str) -> list[int]:
    """Where a word can be broken: one consonant between vowels goes along to the next line, of
    several the first stays."""
    return [match.start() + (len(match[1]) > 1) for match in _BREAKS.finditer(word)]
