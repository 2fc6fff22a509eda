"""The places of an arrangement's document: those there are, and the nearest to one that is not."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from storage.errors import Refused
from storage.files.open_file import read_whole
from storage.reader import Reader

_KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LOCATOR = re.compile(rf"{_KEY}(?:\.{_KEY})?\.(?:h\d{{0,6}}|[pb]\d{{1,6}}(?:\.s\d{{1,6}})?)")
_NEAREST = 3


class Places(NamedTuple):
    """The blocks of a document in order, each with its text, "" where that is not here; none
    where nothing is known of it."""

    document: str
    texts: Mapping[str, str]

    def check(self, locator: str) -> None:
        """Raises Refused for what is no locator, and for a place that the document does not have,
        with the nearest that it has."""
        if not self.texts and not _LOCATOR.fullmatch(locator):
            raise Refused("no_locator", value=locator)
        if self.texts and locator not in self.texts:
            near = ", ".join(self.nearest(locator))
            raise Refused("no_such_place", value=locator, nearest=near)

    def nearest(self, locator: str) -> list[str]:
        """The places most like this one: those under the same heading first."""
        there = [one for one in self.texts if _under(one) == _under(locator)]
        found = get_close_matches(locator, there, _NEAREST, 0) or get_close_matches(
            locator, self.texts, _NEAREST, 0.4
        )
        return found or [*self.texts][:_NEAREST]


def _under(locator: str) -> str:
    """The chapter and heading of a locator."""
    return re.sub(r"\.(?:h\d*|[pb]\d+(?:\.s\d+)?)$", "", locator)


def places(store: Reader) -> Places:
    """The places of this arrangement's document: as it is attached, else as its division says."""
    here = store.documents.passages(store.arrangement)
    if here:
        return Places(store.arrangement, {one.locator: one.text for one in here})
    from seed.document.beside import profile_of

    return Places(store.arrangement, dict.fromkeys(profile_of(store).blocks, ""))


def texts_beside(folder: Path, division: str) -> dict[str, str]:
    """The places that a folder knows of its document: those of which its division tells, else
    those of a document that lies beside it by the same name. None where it knows of none, or where
    these cannot be read, which is told elsewhere."""
    from seed.document.document_files import SUFFIXES, read_pieces
    from seed.document.numbered import numbered_passages
    from seed.document.profile import GENERIC, read_profile

    path = folder / division
    beside = [path.with_suffix(suffix) for suffix in SUFFIXES]
    try:
        told = read_whole(path).decode("utf-8-sig", "replace") if path.exists() else None
        profile = GENERIC if told is None else read_profile(told)
        document = next((one for one in beside if one.exists()), None)
        if profile.blocks or document is None:
            return dict.fromkeys(profile.blocks, "")
        found = numbered_passages(read_pieces(document, read_whole(document), profile), profile)
    except Refused:
        return {}
    return {one.locator: one.text for one in found}
