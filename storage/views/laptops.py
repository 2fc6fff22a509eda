"""Who sent what: the laptops of which acts are here."""

from typing import NamedTuple


class Person(NamedTuple):
    """Who writes on a laptop; name and organisation as far as they are known here."""

    by: str
    name: str | None
    organisation: str | None


class Device(NamedTuple):
    """A laptop: who write on it, how many of its acts are here, when the last of them arrived
    here, and the time that one claims. ``ours`` is this laptop itself."""

    device: str
    people: tuple[Person, ...]
    acts: int
    arrived: str
    last: str
    ours: bool
