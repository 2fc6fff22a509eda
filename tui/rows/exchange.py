"""Laptops and what was set apart, as rows."""

from collections.abc import Iterator, Sequence

from storage.views.apart import Apart
from storage.views.devices import Device
from tui import dates, signs
from tui.contents.exchange import people, where
from tui.locale import number, say, say_count
from tui.rows import Blank, Heading, Row
from tui.spans import Line, clean, cut, ink, parts, quiet, row, width_of

WORDS_FROM = 60  # cells from which a number has its word beside it


class DeviceRow:
    """Who write on a laptop, how many of its acts are here, and when the last came in."""

    height = 1

    def __init__(self, device: Device, cells: int) -> None:
        """``cells`` is how wide the days are in all rows."""
        self.key: str | None = key_of(device)
        self.device = device
        self.cells = cells

    def draw(self, width: int) -> Sequence[Line]:
        count = self.device.acts
        told = say_count("cli.acts", count) if width >= WORDS_FROM else number(count)
        here = [quiet(say("exchange.here"))] if self.device.ours else []
        right = parts([*here, quiet(told), quiet(_day(self.device).rjust(self.cells))])
        room = max(width - 5 - width_of(right), 1)
        return [row(width, [ink(cut(people(self.device), room))], right)]


class ApartRow:
    """Where something stood that was set apart, and why."""

    height = 1

    def __init__(self, one: Apart) -> None:
        self.key: str | None = key_of(one)
        self.one = one

    def draw(self, width: int) -> Sequence[Line]:
        room = max(width - 5, 1)
        why = quiet(cut(clean(self.one.reason), room // 2))
        place = cut(clean(where(self.one)), max(room - width_of([why]) - 1, 1))
        return [row(width, [ink(place)], [why], signs.OVERDUE)]


def key_of(one: Device | Apart) -> str:
    """What tells a row from all others."""
    return f"device {one.device}" if isinstance(one, Device) else f"apart {one.n}"


def exchange_rows(devices: Sequence[Device], apart: Sequence[Apart]) -> Iterator[Row]:
    """All that there is, under its headings; what is empty says so, or what is apart stays away."""
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
    return dates.day_short(dates.day_of(device.arrived))


class Quiet:
    """One quiet line in the place of rows that are not there."""

    key: str | None = None
    height = 1

    def __init__(self, text: str) -> None:
        self.text = text

    def draw(self, width: int) -> Sequence[Line]:
        return [row(width, [quiet(cut(self.text, max(width - 4, 1)))])]
