"""Data on stdout or in a file: always UTF-8, whatever the code page; a table, JSON or CSV."""

import errno
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from storage.files.atomic import check_place, writing
from storage.text import one_line, shown
from tui.cli.stderr import tell
from tui.locale import say

GAP = "  "
WHOLE = 32  # cells of the longest word that is never cut
LEAST, LEAST_FIRST = 18, 28  # cells of a column that is cut, and of the first such
OPEN, CLOSE = MARKS = ("\ue000", "\ue001")  # around what is bold
GONE = (errno.EPIPE, errno.EINVAL)  # no one reads any more; the second is how Windows says it
BOLD, NORMAL = "\x1b[1m", "\x1b[0m"
Piece = bytes  # a method of that name hides the word below
_STEERING = {n: f"\\u{n:04x}" for n in (*range(0x7F, 0xA0), *range(0x2028, 0x202F))} | {
    n: f"\\u{n:04x}" for n in (0x200E, 0x200F, 0x061C, *range(0x2066, 0x206A))
}


class Out:
    """Where the data of a command goes, and in which form."""

    def __init__(
        self,
        form: str,
        file: Path | None,
        *,
        plain: bool,
        own: Path = Path(),
        force: bool = False,
    ) -> None:
        """``own`` is the file that is worked on; with ``force`` any other is written over."""
        self.form = form
        self.force = force
        self._own = own
        self._file = None if file == Path("-") else file
        self._terminal = self._file is None and sys.stdout.isatty()
        self.plain = plain
        windows = os.name == "nt" and "WT_SESSION" not in os.environ
        colourless = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        self.styled = self._terminal and not (plain or colourless or windows)

    def check_target(self) -> None:
        """Raises Refused where the file that was named must not be written over, or cannot be
        written at all."""
        if self._file is not None:
            from storage.backups.replaceable import check_target

            check_target(self._file, own=self._own, force=self.force)
            check_place(self._file)

    @property
    def is_json(self) -> bool:
        return self.form == "json"

    @property
    def width(self) -> int | None:
        """Cells in a line of the terminal; None where lines may run on."""
        if not self._terminal:
            return None
        import shutil

        return shutil.get_terminal_size().columns

    def bold(self, text: str) -> str:
        """A text between marks, which ``lines`` shows in bold where that can be."""
        return f"{OPEN}{text}{CLOSE}"

    def json(self, value: object) -> None:
        """One JSON document; what could steer a terminal is written as its escape."""
        text = json.dumps(value, ensure_ascii=False, indent=1)
        self.bytes(f"{text.translate(_STEERING)}\n".encode("utf-8", "backslashreplace"))

    def csv(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """As Excel in Dutch reads it by a double click: semicolons and a byte order mark.

        A cell that a spreadsheet would run as a formula gets an apostrophe.
        """
        from tui.words.csv_text import csv_text

        self.bytes(csv_text(header, rows).encode("utf-8-sig"))

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Columns under their names, cut to the width of a terminal, whole elsewhere."""
        lines = self.table_lines(header, rows)
        if lines:
            self.lines(lines)

    def table_lines(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
        """The lines of such a table; none without rows."""
        names, *cells = [[one_line(text) for text in row] for row in (header, *rows)]
        if not cells:
            return []
        widths = _widths(names, cells, self.width)
        lines = [self.bold(_row(names, widths))]
        if not self.plain:
            lines.append(GAP.join("─" * width for width in widths))
        return [*lines, *(_row(row, widths) for row in cells)]

    def _safe(self, line: str) -> str:
        """A line that steers no terminal, with what is marked in bold where that can be shown; a
        cut may have taken the last mark."""
        text = shown(line)
        if not self.styled:
            return unmarked(text)
        return text.replace(OPEN, BOLD).replace(CLOSE, NORMAL) + (NORMAL if OPEN in text else "")

    def lines(self, lines: Iterable[str]) -> None:
        """Lines of text: the one way to the terminal for what is no JSON, CSV or file."""
        safe = (self._safe(line) for line in lines)
        self.bytes("".join(f"{line}\n" for line in safe).encode("utf-8", "replace"))

    def bytes(self, data: bytes) -> None:
        """The data as it is."""
        self.pieces((data,))

    def pieces(self, pieces: Iterable[Piece]) -> None:
        """The data piece by piece; a reader that has gone away ends the command quietly."""
        if self._file is not None:
            self.check_target()  # again: a command may have made a file meanwhile
            with writing(self._file) as write:
                for piece in pieces:
                    write(piece)
            tell(say("cli.written", path=self._file))
            return
        stream = sys.stdout.buffer
        try:
            for piece in pieces:
                stream.write(piece)
            stream.flush()
        except OSError as error:
            if error.errno not in GONE:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(0) from None


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """A text with marks around these parts of it."""
    for start, end in sorted(marks, reverse=True):
        text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
    return text


def unmarked(text: str) -> str:
    """A text without the marks around what is bold."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def cells_in(text: str) -> int:
    """How many cells a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_width(one) for one in text)


def _width(character: str) -> int:
    if character in MARKS or unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _widths(header: Sequence[str], cells: Sequence[Sequence[str]], room: int | None) -> list[int]:
    """How wide each column is. In a terminal too narrow for all, columns at the right are left
    out and the widest are cut; codes, ids and other single words are always whole."""
    columns = [[name, *(row[n] for row in cells)] for n, name in enumerate(header)]
    widths = [max(map(cells_in, column)) for column in columns]
    if room is None:
        return widths
    least: list[int] = []
    for width, column in zip(widths, columns, strict=True):
        first = all(one >= whole for one, whole in zip(least, widths, strict=False))
        cut = width > WHOLE or any(" " in text for text in column[1:])
        least.append(min(width, LEAST_FIRST if first else LEAST) if cut else width)
    count = len(widths)
    while count > 1 and sum(least[:count]) + len(GAP) * (count - 1) > room:
        count -= 1
    widths, spare = widths[:count], room - len(GAP) * (count - 1)
    for _ in range(sum(widths) - spare):
        excess = [width - low for width, low in zip(widths, least, strict=False)]
        widths[excess.index(max(excess))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(_fit(text, width) for text, width in zip(cells, widths, strict=False)).rstrip()


def _fit(text: str, width: int) -> str:
    if cells_in(text) > width:
        text = text[:width]
        while text and cells_in(text) >= width:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return text + " " * (width - cells_in(text))


def as_data(value: object) -> Any:
    """A plain value of the store as JSON has it: named tuples as objects, all the way down."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: as_data(part) for name, part in value._asdict().items()}
    if isinstance(value, (list, tuple)):
        return [as_data(part) for part in value]
    return {**value} if isinstance(value, Mapping) else value
