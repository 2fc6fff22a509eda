"""What must hold of the screen whenever nothing moves on it."""

import re
from collections.abc import Iterator
from contextlib import closing

from rich.cells import cell_len

from storage.errors import Refused
from storage.reader import Reader
from storage.records.fields import FIELDS
from storage.store import Store
from storage.text import shown
from tests.tui.driving import Driver
from tui.rows.agreement_lines import Agreements
from tui.screens.main import MainScreen
from tui.user.state import PLACE_TYPES, tail_of_key
from tui.widgets.row_list import RowList

ROWS = 60  # of one list that are drawn
AN_ID = re.compile(rf"(?:{'|'.join(FIELDS)})/(?:own-)?[0-9a-f]{{16}}\b")


def wrong_on(screen: Driver, *, whole: bool, odd: bool) -> Iterator[str]:
    """Sentences about what does not hold; with ``whole`` also what takes long to look at. ``odd``
    acts say ids where names belong."""
    yield from _drawn(screen)
    if not odd:
        yield from (f"an id shows: {line!r}" for line in screen.lines if AN_ID.search(line))
    if getattr(screen.app.screen, "too_small", False):
        return
    for rows in screen.app.screen.query(RowList):
        yield from _listed(rows)
    main = screen.app.screen
    if isinstance(main, MainScreen) and main.ready and main.form is None and not main.too_small:
        yield from _main(main, whole=whole)


def _drawn(screen: Driver) -> Iterator[str]:
    """Lines as wide as the screen, without what steers a terminal, and a cursor inside it."""
    width, height = screen.app.size
    lines = screen.lines
    if len(lines) != height:
        yield f"{len(lines)} lines on a screen of {height}"
    for n, line in enumerate(lines):
        if cell_len(line) != width:
            yield f"line {n} is {cell_len(line)} of {width} wide: {line!r}"
        if shown(line) != line:
            yield f"line {n} could steer a terminal: {line!r}"
    x, y = screen.app.cursor_position
    if not (0 <= x < max(width, 1) and 0 <= y < max(height, 1)):
        yield f"the cursor stands at {x}, {y} of {width}, {height}"


def _listed(rows: RowList) -> Iterator[str]:
    """RowList that can be drawn as high as they say, and a highlight that is one of them."""
    if rows.index is not None and not 0 <= rows.index < len(rows.rows):
        yield f"{rows.id}: row {rows.index} of {len(rows.rows)} is highlighted"
        return
    width = rows.size.width
    start = max((rows.index or 0) - ROWS // 2, 0)
    for n in range(start, min(start + ROWS, len(rows.rows))):
        row = rows.rows[n]
        drawn = row.draw(max(width, 8))
        if len(drawn) != row.height:
            yield f"{rows.id}: row {n} says {row.height} lines and draws {len(drawn)}"
    if rows.size.height and rows.index is not None and rows.region:
        line = rows.highlighted_lines.start - rows.content_region.y
        if not 0 <= line < max(rows.size.height, 1):
            yield f"{rows.id}: the highlight is at line {line} of {rows.size.height}"


def _main(main: MainScreen, *, whole: bool) -> Iterator[str]:
    """The page is that of the bar, and what shows is what is there now."""
    record = main.browser.pages.record
    found = main.browser.pages.page.record if main.browser.pages.page is not None else None
    if found != record:
        yield f"the bar is at {record}, the page of {found}"
    if main.browser.travel.on or main.browser.travel.moving:
        return
    if record is not None and _read(main, record) != main.browser.pages.page:
        yield f"the page of {record} is not as it stands now"
    if whole:
        with closing(Reader(main.store.path, main.store.today)) as fresh:
            yield from _counted(main, fresh)


def _read(main: MainScreen, record: str) -> object:
    try:
        return main.store.page(record)
    except Refused as refused:
        return refused


def _counted(main: MainScreen, fresh: Reader) -> Iterator[str]:
    """The numbers, beside those of the file opened anew, and beside what they count."""
    totals = fresh.totals()
    shows = main.browser.totals._replace(unsent=totals.unsent) if main.browser.totals else None
    if shows != totals:
        yield f"the header says {shows}, the file {totals}"
    listed = main.panes.lists[3].rows
    groups = fresh.agreements(main.browser.lists.filter)
    if isinstance(listed, Agreements):
        here, there = [*listed.ids()], [id_ for group in groups for id_ in group.rows.ids()]
        if here != there:
            yield f"the list has {len(here)} agreements, the file {len(there)}: {here} {there}"
        if listed.total != sum(len(group.rows) for group in groups):
            yield f"the list says {listed.total} and has {len(here)}"
        shown_ids = [row.key for row in listed if row.key] if listed.total < 300 else here
        if shown_ids != here:
            yield f"the list shows {shown_ids} and has {here}"
    for pane, places in (
        (1, fresh.lists.regions(main.browser.lists.filter)),
        (2, fresh.lists.programmes(main.browser.lists.filter)),
    ):
        counts = {place.tail: place.count for place in places}
        shows_places = {
            tail_of_key(row.key): row.place.count  # type: ignore[attr-defined]
            for row in main.panes.lists[pane].rows
            if row.key is not None and hasattr(row, "place")
        }
        if shows_places and shows_places != counts:
            yield f"pane {pane} counts {shows_places}, the file {counts}"
    yield from _opened(main, fresh)
    if totals.conflicts < 30 and (n := len(fresh.conflicts())) != totals.conflicts:
        yield f"the header says {totals.conflicts} conflicts, there are {n}"


def _opened(main: MainScreen, fresh: Reader) -> Iterator[str]:
    """The number at the place with the bar is that of what the list has when it is chosen."""
    for pane, name in ((1, "region"), (2, "programme")):
        key = main.panes.lists[pane].key
        if key is None:
            continue
        tail = tail_of_key(key)
        # a region narrows the programmes, and not the other way round
        narrower = (
            main.browser.lists.filter
            if pane == 2
            else main.browser.lists.filter._replace(programme=None)
        )
        now = narrower._replace(view="open", heads="number", sort="number")
        chosen = now._replace(**{name: tail})
        places = (
            fresh.lists.regions(main.browser.lists.filter)
            if pane == 1
            else fresh.lists.programmes(main.browser.lists.filter)
        )
        counts = [place.count for place in places if place.tail == tail]
        groups = fresh.agreements(chosen)
        repeats = fresh.lists.repeats
        mine = [
            id_
            for group in groups
            if pane == 2 or group.via in ("own", None)
            for id_ in group.rows.ids()
            if id_.partition("/")[2] not in repeats
        ]
        # a programme whose tail is "" stands beside "without a programme", which is that too
        if counts and len(mine) not in counts:
            told = f"{PLACE_TYPES[pane]} {tail!r}"
            yield f"{told} counts {counts}, and its list has {len(mine)}: {chosen}"


def tables(store: Store) -> dict[str, list[dict[str, object]]]:
    """All records but authors."""
    return {type_: store.records(type_) for type_ in FIELDS if type_ != "authors"}
