"""The text of a PDF as pieces (pypdf, of the extra "documents").

A PDF knows lines and no paragraphs: those are told by the white between lines.
"""

import logging
from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader

from seed.document import plain
from seed.document.pieces import Piece, TooLarge

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # else its warnings go to stderr

_MOST_PAGES = 2000
_MOST_TEXT = 4 << 20  # characters


def pieces_of(data: bytes, is_heading: Callable[[str], bool]) -> list[Piece]:
    """The pieces of all pages; a page's lone number is no text. Raises TooLarge for what would
    fill the memory."""
    read = PdfReader(BytesIO(data)).pages
    if len(read) > _MOST_PAGES:
        raise TooLarge
    pages: list[str] = []
    size = 0
    for page in read:
        pages.append(_without_number(page.extract_text(extraction_mode="layout")))
        size += len(pages[-1])
        if size > _MOST_TEXT:
            raise TooLarge
    return plain.pieces_of("\f".join(pages), is_heading)


def _without_number(page: str) -> str:
    lines = page.strip().split("\n")
    while lines and lines[-1].strip().isdigit():
        lines.pop()
    return "\n".join(lines)
