"""The heading of the list: what it shows, and each filter as a chip that can be taken away."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.draw import signs
from tui.draw.spans import Span, clean, cut, gap, ink, width_of

LONGEST = 24


class Chip(NamedTuple):
    """A filter by its name, and the command that takes it away."""

    name: str
    command: str


def chip_heading(title: str, chips: Sequence[Chip]) -> tuple[list[Span], list[tuple[int, str]]]:
    """The heading, and where each chip ends with the command that a click on it does.

    Columns count from the left edge of the pane, whose text begins at 3.
    """
    spans = [ink(title, bold=True)]
    ends: list[tuple[int, str]] = [(3 + width_of(spans), "view")]
    for chip in chips:
        spans += [gap(2), ink(cut(clean(chip.name), LONGEST)), gap(), signs.FILTER]
        ends.append((3 + width_of(spans), chip.command))
    return spans, ends
