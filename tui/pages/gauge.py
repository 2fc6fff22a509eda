"""A share of a whole as a bar, with a mark where it began."""

from tui.draw import signs
from tui.draw.spans import Span, gap, ink, quiet, width_of
from tui.locale.charset import sign
from tui.words.contents.page_pieces import Gauge

WIDEST, LEAST = 40, 10  # cells of a bar; what is shorter says nothing


def gauge(piece: Gauge, room: int) -> list[Span]:
    """The bar and its figures within ``room`` cells; the figures alone where it would be short."""
    end = [gap(2), ink(piece.told)]
    if piece.start is not None:
        end += [gap(3), quiet(f"{sign(signs.BEGUN)} {piece.start_told}")]
    size = min(WIDEST, room - width_of(end))
    if size < LEAST:
        return end[1:]
    done = round(size * piece.share)
    cells = [ink(sign(signs.DONE))] * done + [quiet(sign(signs.TO_DO))] * (size - done)
    if piece.start is not None:
        cells[min(int(size * piece.start), size - 1)] = ink(sign(signs.BEGUN))
    return [*cells, *end]
