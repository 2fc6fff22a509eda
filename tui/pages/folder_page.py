"""What there is to know of a folder, of a laptop that sent something, and of what was set apart."""

from collections.abc import Iterator, Sequence

from storage.errors import Refused
from storage.views.exchange_folders import Exchanged, Folder, Waiting
from storage.views.import_preview import Preview
from storage.views.laptops import Device, Person
from storage.views.set_apart import Quarantined
from tui.draw.spans import Line, clean, room_in, row, wrap
from tui.draw.text_signs import warned
from tui.locale import refusal, say, say_count
from tui.pages.record_changes import record_change_lines
from tui.pages.upshot_lines import upshot_lines
from tui.words import dates
from tui.words.contents.readership import INTERNAL, read_by, really, was_told
from tui.words.contents.sender_words import apart_facts, clock_ahead, device_facts, person_line
from tui.words.contents.sync_result import spoilt_lines
from tui.words.labelled import labelled
from tui.words.leaving import profile_name


def folder_lines(
    folder: Folder,
    found: Waiting | Refused | None,
    readers: Sequence[Person],
    exchanged: Exchanged,
    width: int,
) -> Iterator[Line]:
    """For whom a folder is, who reads there and when something really came and went; what waits in
    it and of whom, or why it cannot be read."""
    facts = (
        (say("exchange.profile"), profile_name(folder.profile)),
        (say("waits.last"), really(exchanged)),
        (say("waits.looked"), dates.moment_in_words(folder.synced)),
    )
    for label, text in facts:
        yield from labelled(label, text, room_in(width), width)
    if folder.profile == INTERNAL:
        yield from _wrapped(warned(f"{say('readers.own_go')} {read_by(readers)}"), width, "amber")
    else:
        yield from _wrapped(read_by(readers), width, "quiet")
    if folder.was is not None:
        yield from _wrapped(warned(was_told(folder.was, folder.profile)), width, "amber")
    yield row(width, [])
    if isinstance(found, Refused):
        yield from _wrapped(warned(refusal(found.key, found.details)), width, "amber")
        return
    if found is None or not found.bringers:
        yield from _wrapped(say("waits.nothing" if found else "waits.looking"), width, "quiet")
    for one in found.bringers if found else ():
        name = clean(person_line(Person(one.by, one.name, one.organisation)))
        told = [say_count("cli.acts", one.acts), name, dates.day_near(one.last)]
        yield from _wrapped("   ".join(told), width)
    for file in found.spoilt if found else ():
        yield row(width, [])
        yield from _wrapped(warned(spoilt_lines(file)), width, "amber")


def device_lines(device: Device, width: int) -> Iterator[Line]:
    """When something came from a laptop, and that its clock is wrong where it is."""
    for label, text in device_facts(device):
        yield from labelled(label, text, room_in(width), width)
    if clock_ahead(device):
        yield row(width, [])
        yield from _wrapped(warned(say("exchange.clock_ahead")), width, "amber")


def apart_lines(one: Quarantined, text: str, width: int, *, asked: bool) -> Iterator[Line]:
    """Why something was set apart, and what it says; ``asked`` is whether it may go for good."""
    if asked:
        yield from _wrapped(warned(say("exchange.drop_asked")), width, "amber")
        yield row(width, [])
    for label, said in apart_facts(one):
        yield from labelled(label, said, room_in(width), width)
    yield row(width, [])
    yield from _wrapped(text or say("exchange.lines_missing"), width)


def offer_lines(would: Preview | Refused, width: int, colour: bool) -> Iterator[Line]:
    """What a release is that the app brings, and what taking it in changes."""
    yield from _wrapped(say("exchange.offer_how"), width)
    yield from _would(would, width, colour)


def held_lines(
    one: Quarantined, would: Preview | Refused, width: int, colour: bool, *, asked: bool
) -> Iterator[Line]:
    """When something in the name of the source was set apart, and what accepting it changes."""
    if asked:
        yield from _wrapped(warned(say("exchange.drop_asked")), width, "amber")
        yield row(width, [])
    yield from _wrapped(say("exchange.held_why"), width)
    yield row(width, [])
    for label, said in apart_facts(one):
        yield from labelled(label, said, room_in(width), width)
    yield from _would(would, width, colour)


def _would(would: Preview | Refused, width: int, colour: bool) -> Iterator[Line]:
    """What accepting something would change here; or why that cannot be told."""
    if isinstance(would, Refused):
        yield row(width, [])
        yield from _wrapped(warned(refusal(would.key, would.details)), width, "amber")
        return
    if told := [*upshot_lines(would.follows, width)]:
        yield row(width, [])
        yield from told
    if not would.changes and not would.gone:
        yield row(width, [])
        yield from _wrapped(say("exchange.would_change_nothing"), width)
    yield from record_change_lines(would, width, colour=colour)


def nothing_lines(width: int) -> Iterator[Line]:
    """How laptops come to exchange, where none has yet."""
    return _wrapped(say("exchange.how"), width, "quiet")


def _wrapped(text: str, width: int, role: str = "ink") -> Iterator[Line]:
    for line in wrap(text, room_in(width), role):
        yield row(width, line)
