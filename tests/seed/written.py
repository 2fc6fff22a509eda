"""The same document in other forms: what people have of it on their laptops."""

import io
import re
import textwrap
from collections.abc import Callable

from docx import Document


def wrapped(text: str, width: int) -> str:
    """Hard-wrapped, as old programs and mail do."""
    return "\n".join(
        line[: len(line) - len(line.lstrip())] + textwrap.fill(line.strip(), width)
        if len(line) > width
        else line
        for line in text.split("\n")
    )


def numbered(text: str) -> str:
    """With numbers where hyphens stood before the items of lists."""
    count = 0
    lines: list[str] = []
    for line in text.split("\n"):
        item = re.match(r"( *)- ", line)
        if item:
            count += 1
            lines.append(f"{item[1]}{count % 90 + 1}. {line[item.end() :]}")
        else:
            lines.append(line)
    return "\n".join(lines)


def word_file(text: str, *, lists: bool) -> bytes:
    """As a Word file; with Word's own lists, or with the hyphens as they are typed."""
    made = Document()
    for block in text.split("\n\n"):
        for line in block.split("\n") if lists else re.split(r"\n(?= *- )", block):
            item = re.match(r"( *)- ", line)
            if item and lists:
                style = "List Bullet 2" if item[1] else "List Bullet"
                made.add_paragraph(line[item.end() :], style=style)
            elif line.strip():
                made.add_paragraph(line.replace("\n", " "))
    found = io.BytesIO()
    made.save(found)
    return found.getvalue()


def pdf_file(text: str, width: int = 90, page: int = 40) -> bytes:
    """As the simplest PDF: lines of Helvetica, so many on a page, a number under each page."""
    lines = wrapped(text, width).split("\n")
    pages = [lines[n : n + page] for n in range(0, len(lines), page)]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT]
    kids = []
    for n, part in enumerate(pages, start=1):
        shown = b" T* ".join(b"(" + _escaped(line) + b") Tj" for line in [*part, str(n)])
        stream = b"BT /F1 10 Tf 14 TL 40 800 Td " + shown + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _file(objects)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def _escaped(line: str) -> bytes:
    return re.sub(rb"([\\()])", rb"\\\1", line.encode("cp1252", "replace"))


def _file(objects: list[bytes]) -> bytes:
    found, places = bytearray(b"%PDF-1.4\n"), []
    for n, body in enumerate(objects, start=1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    start = len(found)
    found += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    found += b"".join(b"%010d 00000 n \n" % place for place in places)
    found += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(places) + 1,
        start,
    )
    return bytes(found)


Form = tuple[str, Callable[[str], bytes]]
"""The end of the file's name, and what is in it."""

FORMS: dict[str, Form] = {
    "as it is": (".txt", str.encode),
    "CRLF": (".txt", lambda text: text.replace("\n", "\r\n").encode()),
    "old Macintosh line ends": (".txt", lambda text: text.replace("\n", "\r").encode()),
    "byte order mark": (".txt", lambda text: text.encode("utf-8-sig")),
    "windows-1252": (".txt", lambda text: text.encode("cp1252")),
    "UTF-16": (".txt", lambda text: text.encode("utf-16")),
    "wrapped at 72": (".txt", lambda text: wrapped(text, 72).encode()),
    "wrapped at 50": (".TXT", lambda text: wrapped(text, 50).encode()),
    "numbered lists": (".txt", lambda text: numbered(text).encode()),
    "numbered and wrapped": (".txt", lambda text: wrapped(numbered(text), 72).encode()),
    "bullets": (".txt", lambda text: re.sub(r"(?m)^( *)- ", "\\1• ", text).encode()),
    "Markdown": (".md", str.encode),
    "Word, typed hyphens": (".docx", lambda text: word_file(text, lists=False)),
    "Word, lists of Word": (".docx", lambda text: word_file(text, lists=True)),
    "PDF": (".pdf", pdf_file),
}
