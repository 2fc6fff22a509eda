"""What waits in exchange folders, in words."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import Refused
from tui.draw.spans import clean
from tui.locale import say, say_count
from tui.words import dates

if TYPE_CHECKING:
    from storage.views.exchange_folders import Bringer, Folder, Waiting


def newest_waiting(found: Iterable["Waiting | Refused"]) -> "Waiting | None":
    """Of all folders in which something waits the one with the latest."""
    some = [one for one in found if not isinstance(one, Refused) and one.bringers]
    return max(some, key=lambda one: one.bringers[0].last, default=None)


def place_to_sync(
    folders: Sequence["Folder"], watched: Mapping[Path, "Waiting | Refused"]
) -> Path | None:
    """The folder in which something waits; else the one that was synced with last, of those that
    are there; None where there is none yet."""
    waits = newest_waiting(watched.values())
    if waits is not None:
        return waits.place
    there = [one for one in folders if not isinstance(watched.get(one.place), Refused)]
    return next((one.place for one in (*there, *folders)), None)


def waiting_line(waiting: "Waiting") -> str:
    """ "3 nieuw van Overijssel (dinsdag)": how many, of whom, and of when the last is."""
    day = dates.day_near(waiting.bringers[0].last)
    return say_count("waits.brought", waiting.acts, who=_who(waiting.bringers), day=day)


def brought_short(waiting: "Waiting") -> str:
    """ "3 nieuw", where there is no room for more."""
    return say_count("waits.new", waiting.acts)


def bringer(one: "Bringer") -> str:
    """The organisation, or the person where that is not known."""
    return clean(one.organisation or one.name or say("history.someone"))


def _who(bringers: Iterable["Bringer"]) -> str:
    first, *others = dict.fromkeys(map(bringer, bringers))
    return say_count("waits.others", len(others), who=first) if others else first
