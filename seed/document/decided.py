"""What became of every block of the document: records, or nothing on purpose, or not yet known."""

from seed.document.beside import profile_of
from seed.document.coverage import Coverage, coverage
from seed.document.profile import Profile
from storage.reader import Reader

HEADINGS = ("heading", "label")
HEADING = "kop"
"""Why a heading gave no record, where nothing else was said of it."""


def decisions(store: Reader, profile: Profile) -> dict[str, str]:
    """Every block of the arrangement's document in order, with the reason why it gives no record;
    "" where nobody has decided.

    What a person said of a passage stands before what came with the division.
    """
    found = {locator: block.none for locator, block in profile.blocks.items()}
    here = store.documents.passages(store.arrangement, [*found])
    if here:
        reasons = {one.locator: HEADING for one in here if one.kind in HEADINGS}
        found = {
            one.locator: found.get(one.locator) or reasons.get(one.locator, "") for one in here
        }
    left = store.documents.left_empty(store.arrangement)
    return {locator: left.get(locator) or reason for locator, reason in found.items()}


def coverage_of(store: Reader) -> Coverage:
    """What every block of this arrangement's document gave; nothing where none is known."""
    blocks = decisions(store, profile_of(store))
    return coverage(blocks, store.documents.placed(store.arrangement) if blocks else {})
