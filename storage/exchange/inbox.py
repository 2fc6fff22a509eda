"""What a folder holds that was not taken in yet, and what taking it in would do."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from storage.acts import Act, Stub
from storage.exchange import folder_register, ledger
from storage.exchange.folder_listing import FolderListing
from storage.exchange.folder_scan import FolderScan
from storage.journal.admission import Admission
from storage.progress import ALONE
from storage.tables.database import Connection
from storage.views.exchange_folders import Bringer, Waiting
from storage.views.seed_release import Brings

TOLD = ("name", "organisation")


def folder_waiting(
    connection: Connection, place: Path, there: FolderListing, brings: Brings
) -> Waiting:
    """Who brought what to a folder in which this lies; reads only what is not known yet. What a
    sync sets apart brings nothing."""
    folder = folder_register.folder_number(connection, place)
    unread = ledger.listing_difference(connection, folder, there, None).unread
    found, found_in = _Found(Admission(connection, brings, "")), FolderScan(connection)
    found_in.check(unread, ALONE)
    found_in.take(found.take, ALONE)
    bringers = [
        Bringer(device, by, *_who(connection, by, found.told), acts, found.last[device, by])
        for (device, by), acts in found.counted.items()
    ]
    bringers.sort(key=lambda one: one.last, reverse=True)
    return Waiting(place, tuple(bringers), (*there.closed, *found_in.spoilt))


class _Found:
    """Acts that pass, counted once by device and author, with what they say of their authors."""

    def __init__(self, admission: Admission) -> None:
        self._admission = admission
        self.counted = Counter[tuple[str, str]]()
        self.last: dict[tuple[str, str], str] = {}
        self.told: dict[tuple[str, str], str] = {}
        self._seen: set[str] = set()

    def take(self, _: Sequence[Stub], new: Iterator[list[Act]]) -> None:
        for acts in new:
            some = [act for act in acts if act.id not in self._seen]
            self._seen |= {act.id for act in some}
            apart = {act.id for act in self._admission.strange(some)}
            for act in some:
                if act.id not in apart:
                    self._count(act)

    def _count(self, act: Act) -> None:
        who = act.device, act.by
        self.counted[who] += 1
        self.last[who] = max(act.at, self.last.get(who, ""))
        for record, field, value, _ in act.set:
            if record.startswith(("authors/", "organisations/")) and field in TOLD:
                self.told[record, field] = value if isinstance(value, str) else ""


def _who(
    connection: Connection, by: str, told: dict[tuple[str, str], str]
) -> tuple[str | None, str | None]:
    """The name and organisation of an author, as told in the files or known here."""
    query = "SELECT name, organisation FROM authors WHERE tail = ?"
    here = dict(zip(TOLD, connection.execute(query, (by,)).fetchone() or (None, None), strict=True))
    name, tail = (told.get((f"authors/{by}", field)) or here[field] for field in TOLD)
    query = "SELECT name FROM organisations WHERE tail = ?"
    row = connection.execute(query, (tail,)).fetchone()
    organisation = told.get((f"organisations/{tail}", "name")) or (row[0] if row else None)
    return name, organisation or tail
