"""What an exchange folder did, holds, and brings."""

from dataclasses import dataclass
from pathlib import Path

from storage.errors import Refused
from storage.views import Gone
from storage.views.consequences import Consequences
from storage.views.erasure import Erasure


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are here of a kind of thing, named as in the table of profiles, and whether
    they go along with a file."""

    what: str
    goes: bool
    count: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that was synced with; ``synced`` is when, ``profile`` what leaves to it."""

    place: Path
    profile: str
    synced: str


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A file in an exchange folder that could not be taken in, and why; it stays there."""

    path: Path
    why: Refused


@dataclass(frozen=True, slots=True)
class Bringer:
    """One person on one device: how many of their acts wait, and what the last of them claims
    as its time. ``name`` and ``organisation`` as far as known here or told in the same files."""

    device: str
    by: str
    name: str | None
    organisation: str | None
    acts: int
    last: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a folder holds that was not taken in yet; the newest bringer first."""

    place: Path
    bringers: tuple[Bringer, ...]
    spoilt: tuple[Spoilt, ...]

    @property
    def acts(self) -> int:
        return sum(one.acts for one in self.bringers)


@dataclass(frozen=True, slots=True)
class Synced:
    """What one sync did.

    ``new_acts`` came in, from ``senders`` (name and number), had what ``follows``, name acts that
    are ``missing`` here and took the records ``gone`` out; ``written`` acts went out, ``joined``
    segments were made one. ``segments`` is how many the folder holds now. ``unwritten`` is why
    nothing could be written, after what was there was taken in. ``held`` acts in the name of the
    seed are set apart, the first under the number ``held_as``. Of ``erased`` acts only where they
    stood came, or was left; ``erasures`` are new and wait for a person.
    """

    place: Path
    profile: str
    new_acts: int
    senders: tuple[tuple[str, int], ...]
    follows: Consequences
    missing: tuple[str, ...]
    gone: tuple[Gone, ...]
    written: int
    joined: int
    segments: int
    spoilt: tuple[Spoilt, ...]
    unwritten: Refused | None
    held: int
    held_as: int | None
    erased: int
    erasures: tuple[Erasure, ...]

    @property
    def conflicts(self) -> int:
        """How many conflicts it brought."""
        return self.follows.conflicts
