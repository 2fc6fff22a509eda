"""A Word document as pieces (mammoth, of the extra "documents")."""

from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import mammoth

from seed.document import plain
from seed.document.pieces import Piece, TooLarge

_LARGEST = 32 << 20  # bytes of its text, unpacked; no document has more, a bomb has
_MOST_TAGS = 400_000  # a page has some hundreds; each takes up to a kilobyte while it is read
_MOST_PARTS = 10_000
_NO_IMAGE = mammoth.images.img_element(lambda image: {})
_STYLES = "\n".join(  # Word keeps the names of its own styles in English in every language
    [f"p[style-name='{style}'] => h1.title:fresh" for style in ("Title", "Subtitle")]
    + [
        f"p[style-name='List {kind} {n}'] => ul|ol > li > ul > li:fresh"
        for kind in ("Bullet", "Number")
        for n in (2, 3)
    ]
)


def pieces_of(data: bytes, is_heading: Callable[[str], bool]) -> list[Piece]:
    """Headings, paragraphs, items of lists, tables cell by cell and footnotes at the end.

    An item that is typed with a hyphen, and not made as a list, counts as one too. Images are not
    read. Raises BadZipFile for what is no Word document, TooLarge for what would fill the memory.
    """
    with ZipFile(BytesIO(data)) as packed:
        if "word/document.xml" not in packed.namelist():
            raise BadZipFile("no word document")
        _check_size(packed)
    reading = _Reading(is_heading)
    html = mammoth.convert_to_html(BytesIO(data), style_map=_STYLES, convert_image=_NO_IMAGE)
    reading.feed(html.value)
    reading.close()
    return reading.found


def _check_size(packed: ZipFile) -> None:
    """Raises TooLarge for a document of which the text takes more memory than one has."""
    texts = [one for one in packed.infolist() if one.filename.endswith((".xml", ".rels"))]
    if len(texts) > _MOST_PARTS or sum(one.file_size for one in texts) > _LARGEST:
        raise TooLarge
    if sum(packed.read(one).count(b"<") for one in texts) > _MOST_TAGS:
        raise TooLarge


class _Reading(HTMLParser):
    """Reads what mammoth makes of it: p, h1 to h6, lists and tables."""

    def __init__(self, is_heading: Callable[[str], bool]) -> None:
        super().__init__()
        self.found: list[Piece] = []
        self._is_heading = is_heading
        self._lists = 0
        self._text: list[str] = []
        self._plain: list[str] = []  # paragraphs that are nothing else, to be read together
        self._fresh = False  # whether an item has begun and said nothing yet
        self._title = False  # whether what is read now is the document's title

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._say(None)
        self._title = ("class", "title") in attrs
        if tag in ("ul", "ol"):
            self._lists += 1
        elif tag == "li":
            self._fresh = True
        elif tag == "br":
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._say(_level(tag))
        if tag in ("ul", "ol"):
            self._lists -= 1

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def close(self) -> None:
        super().close()
        self._say(None)
        self._read_plain()

    def _say(self, level: int | None) -> None:
        text, self._text = "".join(self._text).rstrip(), []
        line = " ".join(text.split())
        if not line:
            return
        if level is not None:
            self._add(Piece("title" if self._title else "heading", line, level))
        elif self._fresh and (line[0].isdigit() or not self._is_heading(line)):
            self._add(Piece("bullet", line, int(self._lists > 1), "-"))
        else:
            self._plain.append(text)
        self._fresh = False

    def _add(self, piece: Piece) -> None:
        self._read_plain()
        self.found.append(piece)

    def _read_plain(self) -> None:
        self.found += plain.pieces_of("\n\n".join(self._plain), self._is_heading)
        self._plain = []


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "ul", "ol", "li", "table", "tr", "td", "th", *_HEADINGS)


def _level(tag: str) -> int | None:
    return _HEADINGS.index(tag) if tag in _HEADINGS else None
