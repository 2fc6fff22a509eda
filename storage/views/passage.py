"""A block of the document."""

from typing import NamedTuple


class Passage(NamedTuple):
    """A block of the document: where it stands, under which headings, what it is and says."""

    locator: str
    heading_path: tuple[str, ...]
    kind: str
    text: str
