"""What there is to know of a row of the exchange: a title, and the lines under it."""

from storage.errors import Refused
from storage.views.exchange_folders import Folder, Waiting
from storage.views.laptops import Device
from storage.views.release_offer import Offer
from tui.pages.folder_page import (
    apart_lines,
    device_lines,
    folder_lines,
    held_lines,
    offer_lines,
)
from tui.rows.file_rows import folder_from_home
from tui.screens.exchange.rows import Listed
from tui.store import Store
from tui.widgets.line_pane import Draw
from tui.words.contents.sender_words import came_from, laptop_line, release_name, set_apart_text
from tui.words.source_waiting import Accepting


def folder_told(
    store: Store,
    accepting: Accepting,
    lit: Listed,
    waiting: Waiting | Refused | None,
    *,
    colour: bool,
    asked: bool,
) -> tuple[str, Draw]:
    """The title and the drawing. ``waiting`` is what waits in a folder, ``asked`` whether it was
    asked if this may go for good. Raises Refused where it cannot be read."""
    if isinstance(lit, Offer):
        offer = accepting.would(lit)
        return release_name(lit), lambda width: list(offer_lines(offer, width, colour))
    if isinstance(lit, Folder):
        who, last = store.exchange.readers(lit.place), store.exchange.exchanged(lit.place)
        title = folder_from_home(lit.place)
        return title, lambda width: list(folder_lines(lit, waiting, who, last, width))
    if isinstance(lit, Device):
        return laptop_line(lit), lambda width: list(device_lines(lit, width))
    if lit.acts:
        would = accepting.would(lit)
        return came_from(lit), lambda width: list(
            held_lines(lit, would, width, colour, asked=asked)
        )
    text = set_apart_text(store.quarantine.show(lit.n)[1])
    return came_from(lit), lambda width: list(apart_lines(lit, text, width, asked=asked))
