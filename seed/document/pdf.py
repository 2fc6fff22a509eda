"""The text of a PDF as pieces (pypdf, of the extra "documents").

A PDF knows lines and no paragraphs: those are told by the white between lines.
"""

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader

from seed.document import plain
from seed.document.pieces import Piece


def pieces_of(data: bytes, is_heading: Callable[[str], bool]) -> list[Piece]:
    """The pieces of all pages; a page's lone number is no text."""
    pages = [
        _without_number(page.extract_text(extraction_mode="layout"))
        for page in PdfReader(BytesIO(data)).pages
    ]
    return plain.pieces_of("\f".join(pages), is_heading)


def _without_number(page: str) -> str:
    lines = page.strip().split("\n")
    while lines and lines[-1].strip().isdigit():
        lines.pop()
    return "\n".join(lines)
