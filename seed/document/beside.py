"""A document beside an arrangement: which one it is, and what became of every block."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from seed.document.compared import Compared, compared, sum_of
from seed.document.coverage import Coverage, coverage
from seed.document.files import digest, read_pieces
from seed.document.numbered import passages
from seed.document.profile import GENERIC, Profile, read_profile
from seed.loader import PROFILE
from seed.releases import ARRANGEMENT, OOST
from storage.files import read_whole
from storage.reader import Reader
from storage.views import Passage


class Attached(NamedTuple):
    """What was read: the id of the document, its blocks, and each beside what is known of it.

    ``compared`` is empty where nothing was known to compare with.
    """

    document: str
    passages: list[Passage]
    compared: list[Compared]

    @property
    def differing(self) -> list[Compared]:
        """The blocks that are not as they were."""
        return [one for one in self.compared if one.state != "same"]


def profile_of(store: Reader) -> Profile:
    """How the document of this arrangement is divided: as it was given, or as Oost is."""
    if store.profile is not None:
        return read_profile(store.profile)
    return _oost() if store.arrangement == ARRANGEMENT else GENERIC


def read_document(store: Reader, path: Path, profile: Profile) -> Attached:
    """Read a document from a file; writes nothing. Raises Refused for what cannot be read.

    It is the document of the arrangement where all blocks are the same, or where nothing is
    known of that one; another one goes by a digest of its bytes.
    """
    data = read_whole(path)
    found = passages(read_pieces(path, data, profile), profile)
    known = _known(store, profile)
    told = compared(known, found) if known else []
    same = all(one.state == "same" for one in told)
    return Attached(store.arrangement if same else digest(data), found, told)


def edition_of(store: Reader, profile: Profile, document: str) -> dict[str, str]:
    """Where the blocks of the arrangement's document stand in another one that is attached."""
    told = compared(_known(store, profile), store.passages(document))
    return {one.was: one.now for one in told if one.was and one.now}


def decisions(store: Reader, profile: Profile) -> dict[str, str]:
    """Every block of the arrangement's document in order, with the reason why it gives no record.

    Of a document of which only passages are known nothing is decided.
    """
    if profile.blocks:
        return {locator: block.none for locator, block in profile.blocks.items()}
    return {one.locator: "" for one in store.passages(store.arrangement)}


def coverage_of(store: Reader) -> Coverage:
    """What every block of this arrangement's document gave; nothing where none is known."""
    blocks = decisions(store, profile_of(store))
    return coverage(blocks, store.placed(store.arrangement) if blocks else {})


def changed_records(store: Reader, attached: Attached) -> Iterator[tuple[Compared, list[str]]]:
    """The blocks that are not as they were and have records, with those."""
    placed = store.placed(store.arrangement)
    for one in attached.differing:
        if one.was and placed.get(one.was):
            yield one, placed[one.was]


def _known(store: Reader, profile: Profile) -> dict[str, str]:
    """Digests of the blocks that the arrangement was made from, else of what is attached."""
    blocks = profile.blocks or profile_of(store).blocks
    told = {locator: block.text for locator, block in blocks.items() if block.text}
    return told or {one.locator: sum_of(one.text) for one in store.passages(store.arrangement)}


@cache
def _oost() -> Profile:
    return read_profile((OOST / PROFILE).read_text(encoding="utf-8"))
