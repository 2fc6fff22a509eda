"""Reading the files of a folder that are not known yet."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BufferedReader

from storage.acts import Act, Stub
from storage.errors import Refused
from storage.exchange.folder_listing import FolderFile, is_same
from storage.exchange.ledger import known_segment
from storage.exchange.segment_reader import VerifiedSegment, check_header, unknown_in, verify
from storage.files.file_errors import cannot_read
from storage.formats.segment_layout import file_hash, looks_like_one
from storage.formats.verifier import Unfit
from storage.progress import Progress
from storage.tables.database import Connection
from storage.tables.kept_stubs import brings_nothing_new
from storage.tables.meta import arrangement_in
from storage.views.exchange_folders import SpoiltSegment

Take = Callable[[Sequence[Stub], Iterator[list[Act]]], None]
"""Does something with what a segment has that is new here: stubs, and acts some at a time."""


class FolderScan:
    """What was found in files that had to be read: whole segments that are new, those of which the
    very bytes were read before with their digest (None for what is no segment), spoilt ones, and
    the names of files of which nothing is known any more.

    ``check`` reads and hashes them, which takes as long as it takes and needs no transaction;
    ``take`` then brings what is new in what was found right.
    """

    def __init__(self, connection: Connection) -> None:
        self.verified: list[tuple[FolderFile, VerifiedSegment]] = []
        self.known: list[tuple[FolderFile, str | None]] = []
        self.spoilt: list[SpoiltSegment] = []
        self.lost: list[str] = []
        self._connection = connection
        self.arrangement = arrangement_in(connection)

    def check(self, files: Sequence[FolderFile], progress: Progress) -> None:
        """Read these, one after the other. A spoilt one is named and brings nothing."""
        for n, file in enumerate(files):
            part = progress.part(n / len(files), (n + 1) / len(files))
            with self._judged(file), file.path.open("rb") as opened:
                self._check(file, opened, part)

    def take(self, take: Take, progress: Progress) -> None:
        """Bring what is new by now in the segments that were found right."""
        found, self.verified = self.verified, []
        for n, (file, one) in enumerate(found):
            part = progress.part(n / len(found), (n + 1) / len(found))
            with self._judged(file), file.path.open("rb") as opened:
                if one.new or one.header.stubs:
                    take(one.header.stubs, unknown_in(opened, one, self._known, part))
                self.verified.append((file, one))

    @contextmanager
    def _judged(self, file: FolderFile) -> Iterator[None]:
        """What goes wrong with a file, opening it too, stands where it belongs."""
        try:
            yield
        except FileNotFoundError:  # the synchroniser took it away again
            self.lost.append(file.name)
        except OSError as error:
            self._refuse(file, cannot_read(file.path, error))
        except Unfit as why:
            self._refuse(file, why)

    def _check(self, file: FolderFile, opened: BufferedReader, progress: Progress) -> None:
        if not looks_like_one(opened, file.name):
            self.known.append((_seen(file), None))
            return
        check_header(opened, self.arrangement)  # before all of a large file is hashed
        digest = file_hash(opened)
        if known_segment(self._connection, digest) is not None:
            self.known.append((_seen(file), digest))
            return
        one = verify(opened, self.arrangement, self._known, progress)
        self.verified.append((_seen(file), one))

    def _refuse(self, file: FolderFile, why: Refused) -> None:
        self.spoilt.append(SpoiltSegment(file.path, why))
        self.lost.append(file.name)

    def _known(self, acts: Collection[str]) -> set[str]:
        return brings_nothing_new(self._connection, acts)


def _seen(file: FolderFile) -> FolderFile:
    """A file that was just read; one in which someone wrote meanwhile is not known by its stamp."""
    return file if is_same(file) else replace(file, stamp="")
