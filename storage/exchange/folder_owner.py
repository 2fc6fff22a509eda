"""Which arrangement a folder is of."""

from pathlib import Path

from storage.errors import Refused
from storage.exchange.folder_listing import listing
from storage.exchange.folder_root import check_root
from storage.exchange.segment_reader import header_in
from storage.formats.segment_layout import looks_like_one
from storage.formats.verifier import Unfit


def arrangement_of(place: Path) -> str:
    """The arrangement whose acts lie in a folder. Raises Refused where none do, where they are
    of several, where it is a part of an exchange folder, and where it cannot be read."""
    check_root(place)
    found: set[str] = set()
    for file in listing(place).files:
        try:
            with file.path.open("rb") as opened:
                if looks_like_one(opened, file.name):
                    opened.seek(0)
                    found.add(header_in(opened).arrangement)
        except (Unfit, OSError):  # a sync names it, and why
            continue
    if len(found) != 1:
        several = Refused("several_arrangements", ids=", ".join(sorted(found)))
        raise several if found else Refused("empty_folder", path=place)
    return found.pop()
