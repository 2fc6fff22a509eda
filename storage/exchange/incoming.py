"""Taking in what the files of a folder hold, and remembering which they are."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from io import BufferedReader

from storage.acts import Stub, decode, read_act
from storage.errors import Refused
from storage.exchange import ledger
from storage.exchange.listing import Found, is_same
from storage.exchange.segment import Unfit, Verified, check_fit, looks_like_one, unknown_in, verify
from storage.files import cannot_read
from storage.progress import Progress
from storage.tables.database import Connection
from storage.tables.intake import take_in
from storage.tables.parts import select_in
from storage.tables.world import known_ids
from storage.views.exchange import Spoilt


class Incoming:
    """What comes in with files of a folder, within one open transaction."""

    def __init__(
        self, connection: Connection, arrangement: str, now: str, starts: Callable[[], None]
    ) -> None:
        """``starts`` is called before the first thing is written."""
        self.counted = Counter[str]()
        """How many new acts, by author."""
        self.spoilt: list[Spoilt] = []
        self._connection = connection
        self._arrangement = arrangement
        self._starts = starts
        self._now = now
        self._verified: list[tuple[Found, Verified]] = []
        self._lost: list[str] = []

    def take(self, files: Sequence[Found], progress: Progress) -> None:
        """Take these files in, one after the other; a spoilt one is named and brings nothing."""
        for n, file in enumerate(files):
            part = progress.part(n / len(files), (n + 1) / len(files))
            try:
                with file.path.open("rb") as opened:
                    self._take(file, opened, part)
            except FileNotFoundError:  # the synchroniser took it away again
                self._lost.append(file.name)
            except OSError as error:
                self._refuse(file, cannot_read(file.path, error))
            except Unfit as why:
                self._refuse(file, why)

    def finish(self, folder: int, day: str) -> list[int]:
        """Write down what the files are; the numbers of the segments that were read, and of those
        that lie there although one of these replaces them."""
        ledger.lose(self._connection, folder, self._lost)
        read = []
        for file, one in self._verified:
            number = ledger.remember(self._connection, one)
            read.append(number)
            ledger.keep(self._connection, folder, file, number, day)
            read += ledger.numbers_of(self._connection, one.header.replaces)
        return [*dict.fromkeys(read)]

    def _take(self, file: Found, opened: BufferedReader, progress: Progress) -> None:
        if not looks_like_one(opened, file.name):
            self._lost.append(file.name)
            return
        one = verify(opened, self._arrangement, self._known, progress.part(0, 0.5))
        check_stubs(self._connection, one.header.stubs)
        if one.new or one.header.stubs:
            self._starts()
            take_in(self._connection, (), one.header.stubs, self._now)
            for acts in unknown_in(opened, one, self._known, progress.part(0.5, 1)):
                new = take_in(self._connection, acts, (), self._now)
                self.counted.update(act.by for act in new)
        self._verified.append((file if is_same(file) else replace(file, stamp=""), one))

    def _refuse(self, file: Found, why: Refused) -> None:
        self.spoilt.append(Spoilt(file.path, why))
        self._lost.append(file.name)

    def _known(self, acts: Collection[str]) -> set[str]:
        return known_ids(self._connection, acts)


def check_stubs(connection: Connection, stubs: Sequence[Stub]) -> None:
    """Raises Unfit for what is said to be left of an act whose body here says otherwise."""
    by_id = {stub.id: stub for stub in stubs}
    query = "SELECT id, body FROM acts WHERE NOT erased AND id IN (…)"
    for act, body in select_in(connection, query, by_id):
        check_fit(by_id[act], read_act(decode(body)))
