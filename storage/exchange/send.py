"""Writing into a folder what it lacks."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from storage.acts import Stub, digest
from storage.errors import Refused
from storage.exchange import ledger
from storage.exchange.folder_listing import found_at
from storage.files.atomic import write_whole
from storage.files.file_errors import cannot_read, cannot_write, check_folder, make_folder
from storage.formats.profiles import leaving, may_leave
from storage.formats.segment_layout import ENDING, has_bytes, segment
from storage.progress import Progress
from storage.snapshot.arrivals_told import senders
from storage.tables.chunks import chunks
from storage.tables.damaged_cells import damaged
from storage.tables.database import Connection, transaction
from storage.tables.meta import arrangement_in
from storage.tables.stored_values import stored_act, stored_stub
from storage.views.exchange_folders import Going

LARGEST = 8 << 20  # bytes of a segment; one larger act still goes
AT_ONCE = 5000  # numbers of acts that are fetched together


class Outgoing:
    """What goes into one folder; the ledger knows of each file as soon as it is there."""

    def __init__(self, connection: Connection, place: Path, folder: int, today: date) -> None:
        self.acts = 0
        """How many went out."""
        self._connection = connection
        self._place = place
        self._folder = folder
        self._today = today
        self._arrangement = arrangement_in(connection)

    def write(self, profile: str, progress: Progress) -> None:
        """Write every act that may leave and that the folder lacks. Raises Refused where that
        cannot be done; what was written stays."""
        (last,) = self._connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
        acts = _lacking(self._connection, self._folder, profile)
        month = f"{self._today:%Y-%m}"
        for bodies, stubs in _pieces(self._connection, acts, profile):
            progress.step(self.acts, len(acts))
            self.put(month, bodies, stubs)
            self.acts += len(bodies) + len(stubs)
        with transaction(self._connection):
            query = "UPDATE folders SET upto = max(upto, ?) WHERE id = ?"
            self._connection.execute(query, (last, self._folder))

    def put(
        self,
        month: str,
        acts: Sequence[tuple[str, bytes]],
        stubs: Sequence[Stub],
        replaces: Sequence[str] = (),
    ) -> int:
        """Write one segment, under the name that its bytes have; returns its number. Raises
        Refused where that cannot be done."""
        if any(digest(body) != act for act, body in acts):
            raise damaged(self._connection)
        left = sorted(stubs, key=lambda stub: stub.id)
        data = segment(self._arrangement, acts, left, replaces)
        path = self._place / month / f"{digest(data)}{ENDING}"
        try:
            check_folder(path.parent)  # a folder that went away is not made anew where it was
        except OSError as error:
            raise cannot_write(path, error) from error
        if path.parent.is_symlink():  # it leads out of the folder, where nobody looks for it
            raise Refused("link_in_folder", path=path.parent)
        make_folder(path)
        if not has_bytes(path, digest(data)):  # two laptops may join the same
            write_whole(path, data)
        ids = [act for act, _ in acts]
        with transaction(self._connection):
            number = ledger.written_down(
                self._connection, digest(data), len(data), chunks(ids),
                left, joined=bool(replaces),
            )  # fmt: skip
            try:
                file = found_at(self._place, path)
            except OSError as error:
                raise cannot_read(path, error) from error
            ledger.note_file(self._connection, self._folder, file, number, self._today.isoformat())
        return number


def would_go(connection: Connection, folder: int, profile: str) -> Going:
    """What the folder lacks of what may leave under a profile."""
    acts = _lacking(connection, folder, profile)
    counted = Counter[str]()
    for some in chunks(acts):
        marks = ",".join("?" * len(some))
        query = f"SELECT by, count(*) FROM acts WHERE n IN ({marks}) AND by IS NOT NULL GROUP BY by"
        counted.update(dict(connection.execute(query, some).fetchall()))
    return Going(len(acts), senders(connection, counted))


def _lacking(connection: Connection, folder: int, profile: str) -> Sequence[int]:
    """The numbers of the acts that may leave and that no file in the folder holds as they count
    here, as body or as stub, in the order in which they are written."""
    allowed = leaving(profile, "acts")
    held = (
        "SELECT 1 FROM segment_acts s JOIN folder_files f USING (segment)"
        " WHERE f.folder = ?1 AND s.act = acts.n"
    )
    rows = connection.execute(
        "SELECT n FROM (SELECT n, at, id FROM acts WHERE n > (SELECT upto FROM folders"
        f" WHERE id = ?1) AND NOT erased AND {allowed} AND NOT EXISTS ({held} AND NOT s.stub)"
        f" UNION ALL SELECT n, at, id FROM acts WHERE erased AND erased < 2 AND {allowed}"
        f" AND NOT EXISTS ({held} AND s.stub = {ledger.THE_STUB})) ORDER BY at, id",
        (folder,),
    )
    found = array("q")
    while some := rows.fetchmany(AT_ONCE):
        found.extend(n for (n,) in some)
    return found


Piece = tuple[list[tuple[str, bytes]], list[Stub]]


def _pieces(connection: Connection, acts: Sequence[int], profile: str) -> Iterator[Piece]:
    """These acts in as few segments as their size allows: bodies with their ids, and stubs."""
    bodies: list[tuple[str, bytes]] = []
    stubs: list[Stub] = []
    size = 0
    for act, erased, body in _bodies(connection, acts):
        if size and size + len(body) > LARGEST:
            yield bodies, stubs
            bodies, stubs, size = [], [], 0
        size += len(body)
        if erased:
            stubs.append(stored_stub(connection, act, body.decode()))
            scope = stubs[-1].scope
        else:
            scope = None
            if b'"scope":' in body:  # of the body, not of the column beside it
                scope = stored_act(connection, act, body.decode()).scope
            bodies.append((act, body))
        if not may_leave(profile, scope):
            raise damaged(connection)
    if size:
        yield bodies, stubs


def _bodies(connection: Connection, acts: Sequence[int]) -> Iterator[tuple[str, bool, bytes]]:
    """Id, whether it is erased, and bytes of each of these, in their order."""
    for part in chunks(acts):
        marks = ",".join("?" * len(part))
        query = f"SELECT n, id, erased, body FROM acts WHERE n IN ({marks})"
        found = {n: row for n, *row in connection.execute(query, part).fetchall()}
        for n in part:
            act, erased, body = found[n]
            yield act, bool(erased), body.encode()
