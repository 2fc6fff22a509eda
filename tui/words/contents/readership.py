"""Who else exchanges in a folder, for whom it is, and when something really came and went."""

from collections.abc import Sequence

from storage.views.exchange_folders import Exchanged
from storage.views.laptops import Person
from tui.locale import say
from tui.words import dates
from tui.words.contents.upshot import by_whom
from tui.words.leaving import profile_name

INTERNAL = "internal"


def read_by(readers: Sequence[Person]) -> str:
    """Who reads along, by name and organisation."""
    if not readers:
        return say("readers.none")
    return say("readers.some", names=", ".join(map(by_whom, readers)))


def asks_internal(readers: Sequence[Person]) -> str:
    """What is said before own notes leave to a folder for the first time."""
    return f"{say('readers.asked')} {read_by(readers)}"


def was_told(was: str, profile: str) -> str:
    """That a folder is for others than a person chose."""
    return say("readers.was", was=profile_name(was), now=profile_name(profile))


def really(found: Exchanged) -> str:
    """When something came in last and of whom, and when something went."""
    told = []
    if found.came:
        names = ", ".join(map(by_whom, found.of))
        key = "readers.came" if names else "readers.came_own"
        told.append(say(key, when=dates.day_near(found.came), names=names))
    if found.went:
        told.append(say("readers.went", when=dates.day_near(found.went)))
    return "; ".join(told) or say("readers.never")
