"""A screen as SVG: every cell in its place, whatever font the viewer has."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

WIDTH, HEIGHT, BASE, SIZE = 9, 20, 15, 15
FONTS = "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace"
BAR = "▌"


def svg(strips: Sequence[Strip], title: str) -> str:
    """The whole picture; colours are those of the theme that was in use."""
    columns = max(strip.cell_length for strip in strips)
    width, height = columns * WIDTH, len(strips) * HEIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="{FONTS}" font-size="{SIZE}" xml:space="preserve">',
        f"<title>{escape(title)}</title>",
    ]
    for y, strip in enumerate(strips):
        parts += _line(list(strip), y)
    return "\n".join([*parts, "</svg>", ""])


def _line(segments: Sequence[Segment], y: int) -> Iterator[str]:
    """Backgrounds first, then the text on them."""
    texts, x = [], 0
    for segment in segments:
        cells = cell_len(segment.text)
        ink, back = _colours(segment.style)
        yield _box(x, y, cells, back)
        for piece in _pieces(segment.text):
            start = x + cell_len(segment.text[: piece[0]])
            texts += _text(start, y, piece[1], ink, segment.style)
        x += cells
    yield from texts


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Words with single blanks between them; each starts at its own cell."""
    start = 0
    for word in text.split("  "):
        if word.strip():
            lead = len(word) - len(word.lstrip(" "))
            yield start + lead, word.strip(" ")
        start += len(word) + 2


def _text(x: int, y: int, text: str, ink: str, style: Style | None) -> Iterator[str]:
    if text == BAR:  # drawn, so that bars on lines below one another touch
        yield f'<rect x="{x * WIDTH}" y="{y * HEIGHT}" width="4" height="{HEIGHT}" fill="{ink}"/>'
        return
    style = style or Style.null()
    look = ' font-weight="bold"' if style.bold else ""
    marks = [name for name, on in (("underline", style.underline), ("line-through", style.strike))
             if on]  # fmt: skip
    look += f" text-decoration={quoteattr(' '.join(marks))}" if marks else ""
    yield (
        f'<text x="{x * WIDTH}" y="{y * HEIGHT + BASE}" textLength="{cell_len(text) * WIDTH}" '
        f'fill="{ink}"{look}>{escape(text)}</text>'
    )


def _box(x: int, y: int, cells: int, colour: str) -> str:
    return (
        f'<rect x="{x * WIDTH}" y="{y * HEIGHT}" width="{cells * WIDTH}" height="{HEIGHT}" '
        f'fill="{colour}" shape-rendering="crispEdges"/>'
    )


def _colours(style: Style | None) -> tuple[str, str]:
    style = style or Style.null()
    ink, back = _hex(style.color, "#e6e8eb"), _hex(style.bgcolor, "#15181c")
    return (back, ink) if style.reverse else (ink, back)


def _hex(colour: Color | None, default: str) -> str:
    if colour is None or colour.is_default:
        return default
    return colour.get_truecolor().hex
