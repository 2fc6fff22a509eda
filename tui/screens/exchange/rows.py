"""Exchange folders, laptops and what was set apart, as rows."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from storage.errors import Refused
from storage.views.exchange_folders import Folder, Waiting
from storage.views.laptops import Device
from storage.views.release_offer import Offer
from storage.views.set_apart import Quarantined
from tui.draw import signs
from tui.draw.spans import Line, Span, amber, clean, cut, ink, parts, quiet, row, width_of
from tui.locale import number, say, say_count, wrong_in
from tui.rows.file_rows import folder_from_home
from tui.rows.row import Blank, Heading, Row
from tui.words import dates
from tui.words.contents.readership import INTERNAL
from tui.words.contents.sender_words import came_from, laptop_line, release_name
from tui.words.contents.waiting_words import brought_short, waiting_line

Listed = Offer | Folder | Device | Quarantined

WORDS_FROM = 60  # cells from which a number has its word beside it
PLACE = 16  # cells that a folder keeps where what waits is told in full


class SyncedRow:
    """A folder, and what waits in it; else when it was synced with last."""

    height = 1

    def __init__(self, folder: Folder, found: Waiting | Refused | None) -> None:
        self.key: str | None = exchange_key(folder)
        self.folder = folder
        self.found = found

    def draw(self, width: int) -> Sequence[Line]:
        found = self.found
        sign = signs.CAUTION if isinstance(found, Refused) or (found and found.spoilt) else None
        place = clean(folder_from_home(self.folder.place))
        right = [self._right(width - 5 - min(width_of([ink(place)]), PLACE))]
        if self.folder.profile == INTERNAL:
            right = parts([amber(say("readers.own")), *right])
        room = max(width - 5 - width_of(right), 1)
        return [row(width, [ink(cut(place, room))], right, sign)]

    def _right(self, room: int) -> Span:
        if isinstance(self.found, Refused):
            return amber(say("waits.unreachable"))
        if self.found is not None and self.found.bringers:
            told = waiting_line(self.found)
            return ink(told if width_of([ink(told)]) <= room else brought_short(self.found))
        return quiet(say("waits.synced", day=dates.day_near(self.folder.synced)))


class DeviceRow:
    """Who write on a laptop, how many of its acts are here, and when the last came in."""

    height = 1

    def __init__(self, device: Device, cells: int) -> None:
        """``cells`` is how wide the days are in all rows."""
        self.key: str | None = exchange_key(device)
        self.device = device
        self.cells = cells

    def draw(self, width: int) -> Sequence[Line]:
        count = self.device.acts
        told = say_count("cli.acts", count) if width >= WORDS_FROM else number(count)
        here = [quiet(say("exchange.here"))] if self.device.ours else []
        right = parts([*here, quiet(told), quiet(_day(self.device).rjust(self.cells))])
        room = max(width - 5 - width_of(right), 1)
        return [row(width, [ink(cut(laptop_line(self.device), room))], right)]


class OfferRow:
    """A release that the app brings, and how much of it is not here."""

    height = 1

    def __init__(self, offer: Offer) -> None:
        self.key: str | None = exchange_key(offer)
        self.offer = offer

    def draw(self, width: int) -> Sequence[Line]:
        right = [ink(say_count("cli.acts", self.offer.acts))]
        room = max(width - 5 - width_of(right), 1)
        return [row(width, [ink(cut(release_name(self.offer), room))], right)]


class ApartRow:
    """Where something stood that was set apart, and why."""

    height = 1

    def __init__(self, one: Quarantined) -> None:
        self.key: str | None = exchange_key(one)
        self.one = one

    def draw(self, width: int) -> Sequence[Line]:
        room = max(width - 5, 1)
        told = wrong_in(self.one.reason)
        if self.one.acts:
            told = say_count("exchange.held", self.one.acts)
        why = quiet(cut(clean(told), room // 2))
        place = cut(clean(came_from(self.one)), max(room - width_of([why]) - 1, 1))
        return [row(width, [ink(place)], [why], signs.CAUTION)]


def exchange_key(one: Listed) -> str:
    """What tells a row from all others."""
    if isinstance(one, Offer):
        return "offer"
    if isinstance(one, Folder):
        return f"folder {one.place}"
    return f"device {one.device}" if isinstance(one, Device) else f"apart {one.n}"


def exchange_rows(
    offer: Offer | None,
    folders: Sequence[Folder],
    watched: Mapping[Path, Waiting | Refused],
    devices: Sequence[Device],
    apart: Sequence[Quarantined],
) -> Iterator[Row]:
    """All that there is, under its headings; what is empty says so, or what is rare stays away."""
    if offer is not None:
        yield Heading(say("exchange.offer"))
        yield OfferRow(offer)
        yield Blank()
    yield Heading(say("exchange.folders"), number(len(folders)) if folders else "")
    for folder in folders:
        yield SyncedRow(folder, watched.get(folder.place))
    if not folders:
        yield Quiet(say("exchange.no_folders"))
    yield Blank()
    yield Heading(say("exchange.devices"), number(len(devices)) if devices else "")
    cells = max((len(_day(one)) for one in devices), default=0)
    for one in devices:
        yield DeviceRow(one, cells)
    if not devices:
        yield Quiet(say("exchange.no_devices"))
    if apart:
        yield Blank()
        yield Heading(say("exchange.set_apart"), number(len(apart)))
        yield from map(ApartRow, apart)


def _day(device: Device) -> str:
    return dates.day_short(dates.local_day(device.arrived))


class Quiet:
    """One quiet line in the place of rows that are not there."""

    key: str | None = None
    height = 1

    def __init__(self, text: str) -> None:
        self.text = text

    def draw(self, width: int) -> Sequence[Line]:
        return [row(width, [quiet(cut(self.text, max(width - 4, 1)))])]
