"""A document beside an arrangement: which one it is, how it is divided, what follows of that."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from seed.document.coverage import Astray
from seed.document.division import divided_so, marked_of, turned
from seed.document.document_files import document_digest, read_pieces
from seed.document.headings import Marked, Role, with_roles
from seed.document.numbered import numbered_marked
from seed.document.profile import GENERIC, Profile, profile_text, read_profile
from seed.document.revisions import BlockMove, block_moves, sum_of
from seed.releases import ARRANGEMENT, OOST, PROFILE
from storage.errors import Refused
from storage.files.open_file import read_whole
from storage.reader import Reader
from storage.views.passage import Passage


class Attached(NamedTuple):
    """What was read: the id of the document, its blocks, and each beside what is known of it.

    ``compared`` is empty where nothing was known to compare with. ``lines`` are the blocks as
    they were divided, ``digest`` stands for the document where it is not the arrangement's own,
    ``profile`` is how that is divided from now on, if otherwise than it was.
    """

    document: str
    passages: list[Passage]
    compared: list[BlockMove]
    lines: list[Marked]
    digest: str
    profile: str | None = None

    @property
    def differing(self) -> list[BlockMove]:
        """The blocks that are not as they were."""
        return [one for one in self.compared if one.state != "same"]

    @property
    def moves(self) -> dict[str, str]:
        """Where the blocks of a document stand that is only divided otherwise; else nothing."""
        if not _same_words(self.compared):
            return {}
        return {
            one.was: one.now for one in self.compared if one.was and one.now != one.was and one.now
        }


def profile_of(store: Reader) -> Profile:
    """How the document of this arrangement is divided: as it was given, or as Oost is."""
    if store.profile is not None:
        return read_profile(store.profile)
    return _oost() if store.arrangement == ARRANGEMENT else GENERIC


def is_fixed(profile: Profile) -> bool:
    """Whether the arrangement was made from this very division: records stand by it elsewhere."""
    return any(block.text for block in profile.blocks.values())


def read_document(store: Reader, path: Path, profile: Profile) -> Attached:
    """Read a document from a file; writes nothing. Raises Refused for what cannot be read.

    It is the document of the arrangement where all blocks are the same, or where nothing is
    known of that one; another one goes by a digest of its bytes. One with the same words as what
    is attached stays divided as that is, unless another profile than that is given.
    """
    data = read_whole(path)
    found = with_roles(read_pieces(path, data, profile), profile)
    own = profile_of(store)
    read = _beside(store, profile, found, document_digest(data))
    if read.moves and profile == own:
        here = marked_of(store.documents.passages(store.arrangement))
        return _beside(store, profile, here, read.digest)
    return read


def divided(store: Reader, was: Attached, roles: Mapping[int, Role]) -> Attached:
    """The same document, of which the lines with these numbers are something else.

    Raises Refused where the division belongs to the arrangement.
    """
    own = profile_of(store)
    if is_fixed(own):
        raise Refused("division_fixed")
    now = turned(was.lines, roles)
    found = _beside(store, own, now, was.digest)
    base = read_profile(was.profile) if was.profile else own
    profile = divided_so(was.lines, now, base, found.moves)
    return found._replace(profile=profile_text(profile))


def attached_now(store: Reader) -> Attached:
    """The arrangement's own document as it is attached. Raises Refused where it is not."""
    here = store.documents.passages(store.arrangement)
    if not here:
        raise Refused("nothing_attached")
    return _beside(store, profile_of(store), marked_of(here), store.arrangement)


def _beside(store: Reader, profile: Profile, found: list[Marked], sha: str) -> Attached:
    now = numbered_marked(found)
    known = _known(store, profile)
    told = block_moves(known, now) if known else []
    same = (
        _same_words(told) if not is_fixed(profile) else not any(one.state != "same" for one in told)
    )
    return Attached(store.arrangement if same else sha, now, told, found, sha)


def _same_words(told: Sequence[BlockMove]) -> bool:
    """Whether the blocks say what they said, wherever they stand."""
    return all(one.state in ("same", "moved") for one in told)


def edition_of(store: Reader, profile: Profile, document: str) -> dict[str, str]:
    """Where the blocks of the arrangement's document stand in another one that is attached."""
    told = block_moves(_known(store, profile), store.documents.passages(document))
    return {one.was: one.now for one in told if one.was and one.now}


def changed_records(store: Reader, attached: Attached) -> Iterator[tuple[BlockMove, list[str]]]:
    """The blocks that are not as they were and have records, with those."""
    placed = store.documents.placed(store.arrangement)
    for one in attached.differing:
        if one.was and placed.get(one.was):
            yield one, placed[one.was]


def astray_in(store: Reader, attached: Attached) -> list[Astray]:
    """The records that would stand at a place which this document does not have."""
    if attached.document != store.arrangement:
        return []
    there = {one.locator for one in attached.passages}
    return [
        Astray(record, locator)
        for locator, records in store.documents.placed(store.arrangement).items()
        if attached.moves.get(locator, locator) not in there
        for record in records
    ]


def _known(store: Reader, profile: Profile) -> dict[str, str]:
    """Digests of the blocks that the arrangement was made from, else of what is attached."""
    blocks = profile.blocks or profile_of(store).blocks
    told = {locator: block.text for locator, block in blocks.items() if block.text}
    return told or {
        one.locator: sum_of(one.text) for one in store.documents.passages(store.arrangement)
    }


@cache
def _oost() -> Profile:
    return read_profile((OOST / PROFILE).read_text(encoding="utf-8"))
