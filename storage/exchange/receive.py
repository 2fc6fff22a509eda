"""Taking in what lies in a folder, in one transaction, or only looking at what that would do."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from storage import clock
from storage.acts import Act, Stub
from storage.exchange import folder_register, ledger
from storage.exchange.folder_listing import FolderFile, FolderListing, listing
from storage.exchange.folder_register import folder_name
from storage.exchange.folder_scan import FolderScan
from storage.exchange.readers import authors_in
from storage.exchange.send import would_go
from storage.formats.profiles import PROFILES, goes
from storage.journal.admission import Admission
from storage.journal.journal import Journal
from storage.journal.writer import Writer
from storage.progress import Progress
from storage.queries.erasure_requests import pending
from storage.queries.history.aftermath import Aftermath
from storage.queries.history.devices import known_people
from storage.snapshot.arrivals_told import missing, preview_of
from storage.snapshot.import_changes import ImportChanges, gone_records
from storage.tables.arrivals import last, through
from storage.tables.database import Connection
from storage.tables.insert import Intake
from storage.tables.unverified import came_whole
from storage.views.consequences import Consequences
from storage.views.erasures import Erasure
from storage.views.exchange_folders import Going, SpoiltSegment
from storage.views.import_preview import Gone, Preview
from storage.views.laptops import Person
from storage.views.seed_release import Brings


@dataclass(frozen=True, slots=True)
class Came:
    """What came in: new acts by author, what follows from them, acts that are named and not known,
    records that are there no longer, files that could not be taken in, and the numbers of the
    segments that were read, and of whom there are acts in them."""

    folder: int
    profile: str
    counted: Counter[str]
    follows: Consequences
    missing: tuple[str, ...]
    gone: tuple[Gone, ...]
    spoilt: tuple[SpoiltSegment, ...]
    read: tuple[int, ...]
    held: int
    held_as: int | None
    erased: int
    idle: int
    erasures: tuple[Erasure, ...]
    authors: set[str]


def receive(
    connection: Connection,
    journal: Journal,
    place: Path,
    profile: str | None,
    brings: Brings,
    *,
    today: date,
    progress: Progress,
) -> Came:
    """Take in what is new and write down what lies there. Raises Refused, and changes nothing,
    for a folder that cannot be read or that is another arrangement's."""
    there, day = listing(place), today.isoformat()
    unread = _checked(connection, place, there, day, progress.part(0, 0.3, "read"))
    after = Aftermath(connection, journal.identity, problems=False)
    with journal.writing() as pen:
        ledger.forget_unused(connection, {digest for _, digest in unread.known if digest})
        ledger.count_accepted(connection)
        folder = folder_register.remembered(connection, place, profile, clock.now())
        gone_from_there = ledger.listing_difference(connection, folder, there, day).gone
        known = last(connection)
        admission = Admission(connection, brings, folder_name(place))
        taking = _Taking(connection, pen, after, admission)
        with through(connection, folder_name(place)):
            unread.take(taking.take, progress.part(0.3, 0.5, "read"))
        left = taking.finish(progress.part(0.5, 1, "take"))
        ledger.lose(connection, folder, [*gone_from_there, *unread.lost])
        read = _write_down(connection, folder, unread, day)
        _check_ours(connection, folder, unread.spoilt)
        return Came(
            folder,
            folder_register.folder_profile(connection, place, profile),
            taking.counted,
            after.told(),
            missing(connection, known),
            gone_records(connection, left),
            (*there.closed, *unread.spoilt),
            read,
            admission.held,
            admission.number,
            *taking.intake.only_stubs(),
            tuple(pending(connection, known)),
            authors_in(connection, (one for _, one in unread.verified)),
        )


def look_into(
    connection: Connection,
    journal: Journal,
    place: Path,
    brings: Brings,
    *,
    today: date,
    progress: Progress,
) -> tuple[Preview, dict[str, Going], dict[str, Person], tuple[SpoiltSegment, ...]]:
    """What taking in what lies in a folder would do here, what would then go there under each
    profile, of whom something was found there that is new to this file, and what cannot be read;
    nothing is written."""
    there, day = listing(place), today.isoformat()
    unread = _checked(connection, place, there, day, progress.part(0, 0.3, "compare"))
    after = Aftermath(connection, journal.identity, problems=True)
    with journal.looking() as pen:
        looked, known = ImportChanges(connection), last(connection)
        admission = Admission(connection, brings, folder_name(place))
        taking = _Taking(connection, pen, after, admission, looked)
        unread.take(taking.take, progress.part(0.3, 0.5, "compare"))
        left = taking.finish(progress.part(0.5, 0.9, "compare"))
        changes, more = looked.changes(progress.part(0.9, 1, "compare"))
        going = _would_go(connection, place, there, unread, today)
        acts = sum(one.header.count for _, one in unread.verified)
        preview = preview_of(
            connection, unread.arrangement, acts, taking.counted,
            admission=admission, intake=taking.intake, left=left, known=known, follows=after.told(),
        )._replace(changes=tuple(changes), more=more)  # fmt: skip
        authors = authors_in(connection, (one for _, one in unread.verified))
        spoilt = (*there.closed, *unread.spoilt)
        return preview, going, known_people(connection, authors), spoilt


def _checked(
    connection: Connection, place: Path, there: FolderListing, day: str, progress: Progress
) -> FolderScan:
    """The files that are not known yet, read and hashed before the file is locked for others."""
    unread = FolderScan(connection)
    folder = folder_register.folder_number(connection, place)
    unread.check(ledger.listing_difference(connection, folder, there, day).unread, progress)
    return unread


class _Taking:
    """Takes in what a segment has that is new here; ``looked`` sees it first."""

    def __init__(
        self,
        connection: Connection,
        pen: Writer,
        after: Aftermath,
        admission: Admission,
        looked: ImportChanges | None = None,
    ) -> None:
        self.counted = Counter[str]()
        self._pen = pen
        self._after = after
        self._admission = admission
        self.intake = Intake(connection, clock.now())
        self._looked = looked

    def take(self, stubs: Sequence[Stub], new: Iterator[list[Act]]) -> None:
        self._pen.starts()
        if stubs:
            self._after.starts()
            self.intake.add((), stubs)
        for some in new:
            acts = self._admission.admit(some)
            if acts:
                self._after.starts()
            if self._looked is not None:
                self._looked.sees(acts)
            self.counted.update(act.by for act in self.intake.add(acts))

    def finish(self, progress: Progress) -> set[str]:
        return self.intake.finish(progress)


def _would_go(
    connection: Connection, place: Path, there: FolderListing, unread: FolderScan, today: date
) -> dict[str, Going]:
    """What the folder would lack, once all that lies there was taken in."""
    ledger.count_accepted(connection)
    folder = folder_register.remembered(connection, place, None, clock.now())
    gone = ledger.listing_difference(connection, folder, there, today.isoformat()).gone
    ledger.lose(connection, folder, [*gone, *unread.lost])
    _write_down(connection, folder, unread, today.isoformat())
    found = {}
    for profile in (one for one in PROFILES if goes(one, "acts")):
        folder_register.remembered(connection, place, profile, clock.now())
        found[profile] = would_go(connection, folder, profile)
    return found


def _write_down(
    connection: Connection, folder: int, unread: FolderScan, day: str
) -> tuple[int, ...]:
    """Remember what the files are. Returns the numbers of all segments that may be superfluous:
    those that were read, and those that one of these says it replaces."""
    read = [(file, ledger.segment_number(connection, one)) for file, one in unread.verified]
    for _, one in unread.verified:
        came_whole(connection, one.acts.ids())
    known: list[tuple[FolderFile, int]] = []
    for file, digest in unread.known:
        number = ledger.NONE if digest is None else ledger.known_segment(connection, digest)
        if number is not None:  # else another process forgot it: it is read again at the next sync
            known.append((file, number))
    for file, number in (*read, *known):
        ledger.note_file(connection, folder, file, number, day if ledger.settled(file) else "")
    replaced = [n for _, one in unread.verified for n in ledger.replaced_by(connection, one)]
    numbers = dict.fromkeys([*(n for _, n in (*read, *known)), *replaced])
    return tuple(numbers.keys() - {ledger.NONE})


def _check_ours(connection: Connection, folder: int, spoilt: Collection[SpoiltSegment]) -> None:
    """A folder with nothing but segments of another arrangement is that one's."""
    query = "SELECT 1 FROM folder_files WHERE folder = ? AND segment LIMIT 1"
    others = [one.why for one in spoilt if one.why.key == "wrong_arrangement"]
    if others and not connection.execute(query, (folder,)).fetchone():
        raise others[0]
