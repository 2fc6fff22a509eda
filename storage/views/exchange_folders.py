"""What an exchange folder did, holds, and brings."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from storage.errors import Refused
from storage.views.consequences import Consequences
from storage.views.erasures import Erasure
from storage.views.import_preview import Gone, Preview
from storage.views.laptops import Person


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are here of a kind of thing, named as in the table of profiles, and whether
    they go along with a file."""

    what: str
    goes: bool
    count: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that was synced with; ``synced`` is when, ``profile`` what leaves to it. ``was`` is
    what was chosen before, where that no longer holds because the file is another than it was, or
    a person on this laptop never chose it."""

    place: Path
    profile: str
    synced: str
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Exchanged:
    """When something really came out of a folder last, ``of`` whom, and when something went in;
    None where that is not known."""

    came: str | None
    of: tuple[Person, ...]
    went: str | None


@dataclass(frozen=True, slots=True)
class Going:
    """How many acts would go to a folder that it lacks, and how many of whom."""

    acts: int
    senders: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FolderLook:
    """A folder that was looked into: what would come, what would go under each profile, for whom
    it is and ``was`` (see ``Folder``; ``known`` is whether it was synced with before), who else
    exchanges there, and when something really came and went last."""

    preview: Preview
    going: Mapping[str, Going]
    known: bool
    profile: str
    was: str | None
    readers: tuple[Person, ...]
    exchanged: Exchanged
    spoilt: "tuple[SpoiltSegment, ...]" = ()


@dataclass(frozen=True, slots=True)
class SpoiltSegment:
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
    spoilt: tuple[SpoiltSegment, ...]

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
    stood came, or was left, and of ``idle`` ones too, but that counts for nothing; ``erasures`` are
    new and wait for a person. ``was`` is what left before and no longer does (see ``Folder``).
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
    spoilt: tuple[SpoiltSegment, ...]
    unwritten: Refused | None
    held: int
    held_as: int | None
    erased: int
    idle: int
    erasures: tuple[Erasure, ...]
    was: str | None = None

    @property
    def conflicts(self) -> int:
        """How many conflicts it brought."""
        return self.follows.conflicts
