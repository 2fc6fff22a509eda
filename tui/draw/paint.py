"""From spans to what the terminal shows, in the colours of the theme in use."""

from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.strip import Strip

from tui.draw.signs import BAR, MARKED, Edge, Sign
from tui.draw.spans import Line, Marked, Span, crop
from tui.locale import charset


def strip(app: App[object], spans: Line, width: int, back: str, bar: str | None = None) -> Strip:
    """One line of a pane: the bar in column 0, or that it is marked, then the spans, on the tone
    ``back``."""
    start = Sign(BAR, bar) if bar else MARKED if isinstance(spans, Marked) else Span(" ")
    return plain_line(app, [start, *spans], width, back)


def plain_line(app: App[object], spans: Line, width: int, back: str) -> Strip:
    """A line without a bar."""
    return Strip([_segment(app, span, back) for span in crop(spans, width)], width)


def jump_line(app: App[object], line: Strip, label: str) -> Strip:
    """A line with a jump label in the gutter."""
    mark = _segment(app, Span(label, "onmark", True, "mark"), "mark")
    end = line.cell_length
    return Strip.join([line.crop(0, 1), Strip([mark]), line.crop(1 + len(label), end)])


def _segment(app: App[object], span: Span, back: str) -> Segment:
    colours = app.theme_variables
    tone = span.back or back
    bare = app.no_color
    ink = colours.get(f"o-{span.role}-on-{tone}") or colours[f"o-{span.role}"]
    flat = colours[f"o-{tone}"] == colours["o-canvas"]
    ruled = tone == "field" and app.has_class("-flat")  # its ground alone is not seen there
    blank = not span.text.strip()
    if ruled and blank:
        ink = colours["o-line"]
    look = Look(
        bold=span.bold or (flat and back == "selblur"),
        strike=span.strike,
        underline=span.underline or (bare and tone == "mark") or (ruled and (flat or blank)),
        reverse=bare and tone in ("sel", "ink") and span.text != BAR,
    )
    text = charset.sign(span.text) if isinstance(span, Sign) else span.text
    if isinstance(span, Edge) and not flat:
        text = " "
    return Segment(text, _style(ink, colours[f"o-{tone}"], look))


class Look(NamedTuple):
    """What a text is besides its colours."""

    bold: bool
    strike: bool
    underline: bool
    reverse: bool


@lru_cache(512)
def _style(ink: str, back: str, look: Look) -> Style:
    said = {name: value or None for name, value in look._asdict().items()}
    return Style(color=Color.parse(ink).rich_color, bgcolor=Color.parse(back).rich_color, **said)
