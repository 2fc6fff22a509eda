"""Reading the files of a folder that are not known yet."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from io import BufferedReader

from storage.acts import Act, Stub
from storage.errors import Refused
from storage.exchange.ledger import NONE, number_of
from storage.exchange.listing import Found, is_same
from storage.exchange.reading import Verified, check_fit, unknown_in, verify
from storage.exchange.segment import Unfit, hash_of, looks_like_one
from storage.files import cannot_read
from storage.progress import Progress
from storage.tables.database import Connection, arrangement_in
from storage.tables.parts import select_in
from storage.tables.stored import stored_act
from storage.tables.world import known_ids
from storage.views.exchange import Spoilt

Take = Callable[[Sequence[Stub], Iterator[list[Act]]], None]
"""Does something with what a segment has that is new here: stubs, and acts some at a time."""


class Unread:
    """What was found in files that had to be read: whole segments that are new, with their number
    those of which the very bytes were read before (`NONE` for what is no segment), spoilt ones,
    and the names of files of which nothing is known any more."""

    def __init__(self, connection: Connection) -> None:
        self.verified: list[tuple[Found, Verified]] = []
        self.known: list[tuple[Found, int]] = []
        self.spoilt: list[Spoilt] = []
        self.lost: list[str] = []
        self._connection = connection
        self.arrangement = arrangement_in(connection)

    def read(self, files: Sequence[Found], take: Take, progress: Progress) -> None:
        """Read these, one after the other. A spoilt one is named and brings nothing."""
        for n, file in enumerate(files):
            part = progress.part(n / len(files), (n + 1) / len(files))
            try:
                with file.path.open("rb") as opened:
                    self._read(file, opened, take, part)
            except FileNotFoundError:  # the synchroniser took it away again
                self.lost.append(file.name)
            except OSError as error:
                self._refuse(file, cannot_read(file.path, error))
            except Unfit as why:
                self._refuse(file, why)

    def _read(self, file: Found, opened: BufferedReader, take: Take, progress: Progress) -> None:
        if not looks_like_one(opened, file.name):
            self.known.append((_seen(file), NONE))
            return
        number = number_of(self._connection, hash_of(opened))
        if number is not None:
            self.known.append((_seen(file), number))
            return
        one = verify(opened, self.arrangement, self._known, progress.part(0, 0.5))
        stubs = self._new(one.header.stubs)
        if one.new or stubs:
            take(stubs, unknown_in(opened, one, self._known, progress.part(0.5, 1)))
        self.verified.append((_seen(file), one))

    def _new(self, stubs: Sequence[Stub]) -> list[Stub]:
        """Those of which the act is not erased here. Raises Unfit for one that is said to be left
        of an act whose body here says otherwise."""
        by_id = {stub.id: stub for stub in stubs}
        query = "SELECT id, erased, body FROM acts WHERE id IN (…)"
        for act, erased, body in select_in(self._connection, query, [*by_id]):
            if erased:
                del by_id[act]
            else:
                check_fit(by_id[act], stored_act(self._connection, act, body))
        return [*by_id.values()]

    def _refuse(self, file: Found, why: Refused) -> None:
        self.spoilt.append(Spoilt(file.path, why))
        self.lost.append(file.name)

    def _known(self, acts: Collection[str]) -> set[str]:
        return known_ids(self._connection, acts)


def _seen(file: Found) -> Found:
    """A file that was just read; one in which someone wrote meanwhile is not known by its stamp."""
    return file if is_same(file) else replace(file, stamp="")
