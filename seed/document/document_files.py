"""A document from a file: which format it has, and in which letters its text is written."""

import codecs
import hashlib
from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile

from seed.document import markdown, plain
from seed.document.headings import is_heading
from seed.document.pieces import Piece, TooLarge
from seed.document.profile import Profile
from storage.errors import Refused
from storage.text import typed

MOST_PIECES = 20_000
MOST_TEXT = 4 << 20  # bytes
MOST_LINES = 100_000  # what reads them takes up to 600 bytes for each
SUFFIXES = (".txt", ".md", ".docx", ".pdf")


def read_pieces(path: Path, data: bytes, profile: Profile) -> list[Piece]:
    """The pieces of a document, by the end of its file's name.

    Raises Refused, with the name, for a format that is not read here, for what is not in that
    format, for what would fill the memory, and where nothing is written in it.
    """

    def known(line: str) -> bool:
        return is_heading(line, profile)

    suffix = path.suffix.lower()
    if suffix in (".docx", ".pdf"):
        found = _packed(path, suffix, data, known)
    elif suffix == ".md":
        found = markdown.pieces_of(_text(path, data))
    elif suffix == ".txt":
        found = plain.pieces_of(_text(path, data), known)
    else:
        raise Refused("unknown_document", path=path, known=", ".join(SUFFIXES))
    cleaned = [piece._replace(text=typed(piece.text).strip()) for piece in found]
    cleaned = [piece for piece in cleaned if piece.text]
    if not cleaned:
        raise Refused("empty_document", path=path)
    if len(cleaned) > MOST_PIECES:
        raise Refused("document_too_large", path=path)
    return cleaned


def document_digest(data: bytes) -> str:
    """What stands for a document that is not the seed's in ids: 16 digits of its SHA-256."""
    return hashlib.sha256(data).hexdigest()[:16]


def _packed(path: Path, suffix: str, data: bytes, known: Callable[[str], bool]) -> list[Piece]:
    try:
        if suffix == ".docx":
            from seed.document import word

            return word.pieces_of(data, known)
        from seed.document import pdf

        return pdf.pieces_of(data, known)
    except ImportError as error:
        raise Refused("needs_documents", path=path) from error
    except TooLarge as error:
        raise Refused("document_too_large", path=path) from error
    except _broken(suffix) as error:
        raise Refused("not_that_format", path=path, format=suffix) from error


def _broken(suffix: str) -> tuple[type[Exception], ...]:
    """What the libraries raise for bytes that are not in their format."""
    loose = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
    if suffix == ".pdf":
        from pypdf.errors import PyPdfError

        return (PyPdfError, *loose)
    from xml.parsers.expat import ExpatError

    return (BadZipFile, ExpatError, *loose)


def _text(path: Path, data: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else as Windows wrote it in the west."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    if len(data) > MOST_TEXT or sum(map(data.count, (b"\n", b"\r"))) > MOST_LINES:
        raise Refused("document_too_large", path=path)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused("no_text", path=path)
