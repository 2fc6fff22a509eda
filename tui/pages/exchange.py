"""What there is to know of a laptop that sent something, and of what was set apart."""

from collections.abc import Iterator

from storage.views.apart import Apart
from storage.views.devices import Device
from tui.contents.exchange import apart_facts, clock_ahead, device_facts
from tui.locale import say
from tui.pages.labelled import labelled
from tui.spans import Line, room_in, row, wrap


def device_lines(device: Device, width: int) -> Iterator[Line]:
    """When something came from a laptop, and that its clock is wrong where it is."""
    for label, text in device_facts(device):
        yield from labelled(label, text, room_in(width), width)
    if clock_ahead(device):
        yield row(width, [])
        yield from _wrapped(f"! {say('exchange.clock_ahead')}", width, "amber")


def apart_lines(one: Apart, text: str, width: int, *, asked: bool) -> Iterator[Line]:
    """Why something was set apart, and what it says; ``asked`` is whether it may go for good."""
    if asked:
        yield from _wrapped(f"! {say('exchange.drop_asked')}", width, "amber")
        yield row(width, [])
    for label, said in apart_facts(one):
        yield from labelled(label, said, room_in(width), width)
    yield row(width, [])
    yield from _wrapped(text, width)


def nothing_lines(width: int) -> Iterator[Line]:
    """How laptops come to exchange, where none has yet."""
    return _wrapped(say("exchange.how"), width, "quiet")


def _wrapped(text: str, width: int, role: str = "ink") -> Iterator[Line]:
    for line in wrap(text, room_in(width), role):
        yield row(width, line)
