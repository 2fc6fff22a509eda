"""A large file that comes in: line by line, unpacked where it is packed, never all in memory."""

import gzip
import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import BinaryIO

from storage.errors import Refused
from storage.progress import ALONE, Progress

Source = Callable[[], AbstractContextManager[BinaryIO]]
"""Opens the same file from its start, as often as it is asked."""

LONGEST_LINE = 32 << 20
"""Bytes of a line, and more than a record of ours has; a longer one comes in parts."""
_START = 4096
PIECE = 1 << 18  # bytes that are read at a time
MUCH, TIMES = 16 << 20, 200
"""What is unpacked to more than so many bytes, and so many times what it was, was made to fill
memory or disk: a snapshot becomes ten to thirty times as small."""
_PACKED = b"\x1f\x8b"


class Incoming:
    """One reading of a file. Raises Refused where it is packed and not whole, or unpacks to what
    no file of ours is."""

    def __init__(self, file: BinaryIO, progress: Progress = ALONE) -> None:
        self._raw = _Hashed(file, progress)
        self._file: io.BufferedReader | gzip.GzipFile = io.BufferedReader(self._raw, PIECE)
        self._packed = self._file.peek(2).startswith(_PACKED)
        if self._packed:
            self._file = gzip.GzipFile(fileobj=self._file, mode="rb")
        self._read = 0
        self.number = 0
        """Of the line that came last."""

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes of the file that were read: at its end, of all."""
        return self._raw.digest.hexdigest()

    def start(self) -> bytes:
        """The first bytes, which are still to be read."""
        return self._safely(self._file.peek, _START)[:_START]

    def lines(self) -> Iterator[bytes]:
        """The lines, each with its end."""
        while line := self._some(self._file.readline, LONGEST_LINE):
            self.number += 1
            yield line

    def whole(self, most: int) -> bytes | None:
        """All bytes; None for more than so many."""
        found: list[bytes] = []
        while piece := self._some(self._file.read, PIECE):
            found.append(piece)
            if self._read > most:
                return None
        return b"".join(found)

    def _some(self, read: Callable[[int], bytes], most: int) -> bytes:
        found = self._safely(read, most)
        self._read += len(found)
        if self._packed and self._read > max(MUCH, TIMES * self._raw.count):
            raise Refused("unpacks_too_large")
        return found

    def _safely(self, read: Callable[[int], bytes], most: int) -> bytes:
        try:
            return read(most)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            reason = "cut short" if isinstance(error, EOFError) else "packed bytes"
            raise Refused("spoilt", line=self.number + 1, reason=reason) from error


class _Hashed(io.RawIOBase):
    """A file of which the bytes are counted and hashed while they are read."""

    def __init__(self, file: BinaryIO, progress: Progress) -> None:
        self.digest = hashlib.sha256()
        self.count = 0
        self._file = file
        self._size = file.seek(0, io.SEEK_END)
        self._progress = progress
        file.seek(0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._progress.step(min(self.count, self._size), self._size)
        found = self._file.read(len(buffer))
        buffer[: len(found)] = found
        self.digest.update(found)
        self.count += len(found)
        return len(found)
