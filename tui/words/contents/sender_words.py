"""What is said of laptops that sent something, and of what was set apart."""

from datetime import datetime

from storage.text import shown
from storage.views.laptops import Device, Person
from storage.views.release_offer import Offer
from storage.views.set_apart import Quarantined
from tui.draw.spans import clean
from tui.locale import number, say, say_count, wrong_in
from tui.words import dates

READ = 20_000  # characters of what was set apart; nobody reads more of it on a screen
AHEAD = 3600  # seconds that a clock may be ahead of ours before anyone need be told


def person_line(one: Person) -> str:
    """A name and the organisation; what is known of it."""
    name = one.name or say("history.someone")
    return f"{name}, {one.organisation}" if one.organisation else name


def laptop_line(device: Device) -> str:
    """Who write on a laptop, as one line."""
    said = clean(" / ".join(map(person_line, device.people)))
    return f"{said[:1].upper()}{said[1:]}"


def device_facts(device: Device) -> list[tuple[str, str]]:
    """Labels and texts about a laptop."""
    arrived = "written" if device.ours else "arrived"
    return [
        (say("exchange.label_acts"), number(device.acts)),
        (say(f"exchange.label_{arrived}"), dates.moment_in_words(device.arrived)),
        (say("exchange.label_claimed"), dates.moment_in_words(device.last)),
    ]


def clock_ahead(device: Device) -> bool:
    """Whether its last act claims to be made well after it came in here."""
    try:
        claimed, arrived = map(datetime.fromisoformat, (device.last, device.arrived))
        return (claimed - arrived).total_seconds() > AHEAD
    except (ValueError, TypeError):
        return False


def release_name(offer: Offer) -> str:
    """A release by its day."""
    return say("exchange.offer_of", day=dates.day(offer.released[:10]))


def came_from(one: Quarantined) -> str:
    """The file, and the line where that is known."""
    return say("cli.file_line", file=one.file, line=one.line) if one.line else one.file


def why_apart(one: Quarantined) -> str:
    """Why it was set apart; what is no valid act as whoever mends such files names it too."""
    if one.acts:
        return say_count("exchange.held", one.acts)
    return f"{wrong_in(one.reason)} ({one.reason})"


def apart_facts(one: Quarantined) -> list[tuple[str, str]]:
    """Labels and texts about what was set apart."""
    size = [(say("exchange.label_size"), say_count("exchange.bytes", one.size))]
    return [
        (say("exchange.label_reason"), why_apart(one)),
        (say("exchange.label_since"), dates.moment_in_words(one.arrived)),
        *(size if one.size else ()),  # of a file as a whole nothing is kept
    ]


def set_apart_text(data: bytes) -> str:
    """What was set apart as text that is safe to show, no more of it than anyone reads."""
    text = shown(data[: 4 * READ].decode("utf-8", "replace"))
    return text if len(text) <= READ else f"{text[:READ]}…"
