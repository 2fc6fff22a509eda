"""What can stand in a list: rows that draw themselves for the width they get."""

from collections.abc import Sequence
from typing import Protocol, overload, runtime_checkable

from tui.draw.spans import Line, Span, ink, quiet, row


class Row(Protocol):
    """A row of a list. One without a key cannot be highlighted; most are one line high."""

    @property
    def key(self) -> str | None: ...
    @property
    def height(self) -> int: ...
    def draw(self, width: int) -> Sequence[Line]: ...


class Lazy(Sequence[Row]):
    """Rows that are made one by one, as they are asked for; ``made`` makes one."""

    def made(self, index: int) -> Row:
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self.made(n) for n in range(*index.indices(len(self)))]
        return self.made(index)


@runtime_checkable
class Findable(Protocol):
    """Rows that know where a key stands without making every row."""

    def find(self, key: str) -> int | None: ...


@runtime_checkable
class Aligned(Protocol):
    """Rows whose columns stand below one another."""

    def align(self, first: int, last: int, width: int) -> None:
        """Make the columns as wide as the rows from ``first`` up to ``last``, which show, ask."""


def place_of_key(rows: Sequence[Row], key: str | None) -> int | None:
    """The place of the row with this key."""
    if key is None:
        return None
    if isinstance(rows, Findable):
        return rows.find(key)
    return next((n for n, row in enumerate(rows) if row.key == key), None)


class _Fixed:
    """A row that only tells something."""

    key: str | None = None
    height = 1


class Blank(_Fixed):
    """An empty line between groups."""

    def draw(self, width: int) -> Sequence[Line]:
        return [row(width, [])]


class Heading(_Fixed):
    """The quiet name of a group, with its count."""

    def __init__(self, text: str, right: str = "") -> None:
        self.text = text
        self.right = right

    def draw(self, width: int) -> Sequence[Line]:
        return [row(width, [quiet(self.text)], [quiet(self.right)] if self.right else [])]


class SentenceRow(_Fixed):
    """One plain sentence where the first row would be."""

    def __init__(self, text: str) -> None:
        self.text = text

    def draw(self, width: int) -> Sequence[Line]:
        return [row(width, [ink(self.text)])]


def sentence_rows(text: str) -> list[Row]:
    """A row for each line of a text."""
    return [SentenceRow(line) for line in text.splitlines()]


class WordsRow(_Fixed):
    """A line of words of several kinds."""

    def __init__(self, line: Line) -> None:
        self.line = line

    def draw(self, width: int) -> Sequence[Line]:
        return [row(width, self.line)]


class ChoiceRow:
    """A row that can be highlighted: sign, text and what stands at the right."""

    height = 1

    def __init__(self, key: str, left: Line, right: Line = (), sign: Span | None = None) -> None:
        self.key: str | None = key
        self.left = left
        self.right = right
        self.sign = sign

    def draw(self, width: int) -> Sequence[Line]:
        return [row(width, self.left, self.right, self.sign)]
