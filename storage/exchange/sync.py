"""One sync: what is there comes in first, then what the folder lacks goes out."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from storage.errors import Refused
from storage.exchange import folders, ledger
from storage.exchange.incoming import Incoming
from storage.exchange.listing import listing
from storage.exchange.outgoing import Outgoing
from storage.exchange.tidying import Tidying
from storage.files import name_of
from storage.journal import Journal, now
from storage.progress import Progress, Stopped
from storage.reading.disputes import disputed
from storage.snapshot.take import senders
from storage.tables.arrivals import through
from storage.tables.database import Connection
from storage.views.exchange import Spoilt, Synced


def sync(
    connection: Connection,
    journal: Journal,
    place: Path,
    profile: str | None,
    *,
    today: date,
    progress: Progress,
) -> Synced:
    """Bring a folder and the file to the same acts.

    Raises Refused, and changes nothing, for a folder that cannot be read or that is another
    arrangement's. One that cannot be written gives what it has, and says why.
    """
    taking = progress.part(0, 0.8)
    came = _take_in(connection, journal, place, profile, today=today, progress=taking)
    going = Outgoing(connection, place, came.folder, today)
    tidying = Tidying(connection, place, came.folder, today)
    unwritten, joined = None, 0
    try:
        going.write(came.profile, progress.part(0.8, 0.95, "write"))
        tidying.remove_held(came.read)
        joined = tidying.join(going, progress.part(0.95, 1, "write"))
    except Refused as why:
        unwritten = why
    except Stopped:  # what came in before is safe, so this is no refusal
        unwritten = Refused("stopped_writing")
    query = "SELECT count(DISTINCT segment) FROM folder_files WHERE folder = ?"
    (segments,) = connection.execute(query, (came.folder,)).fetchone()
    return Synced(
        place=place,
        profile=came.profile,
        new_acts=came.counted.total(),
        senders=senders(connection, came.counted),
        conflicts=came.conflicts,
        missing=came.missing,
        written=going.acts,
        joined=joined,
        segments=segments,
        spoilt=came.spoilt,
        unwritten=unwritten,
    )


@dataclass(frozen=True, slots=True)
class _Came:
    """What came in, and the numbers of the segments that were read."""

    folder: int
    read: list[int]
    profile: str
    counted: Counter[str]
    conflicts: int
    missing: tuple[str, ...]
    spoilt: tuple[Spoilt, ...]


def _take_in(
    connection: Connection,
    journal: Journal,
    place: Path,
    profile: str | None,
    *,
    today: date,
    progress: Progress,
) -> _Came:
    there = listing(place)
    day = today.isoformat()
    with journal.writing() as pen:
        (ours,) = connection.execute("SELECT value FROM meta WHERE key = 'arrangement'").fetchone()
        folder = folders.remembered(connection, place, profile, now())
        now_there = ledger.compared(connection, folder, there, day)
        ledger.forget_unused(connection)
        before, awaited = disputed(connection), _awaited(connection)
        incoming = Incoming(connection, ours, now(), pen.starts)
        with through(connection, name_of(place.absolute())):
            incoming.take(now_there.unread, progress.part(0, 1, "take"))
        ledger.lose(connection, folder, now_there.gone)
        read = incoming.finish(folder, day)
        _check_ours(connection, folder, incoming.spoilt)
        return _Came(
            folder,
            read,
            folders.profile_of(connection, place, profile),
            incoming.counted,
            len(disputed(connection) - before),
            tuple(sorted(_awaited(connection) - awaited)),
            (*there.closed, *incoming.spoilt),
        )


def _check_ours(connection: Connection, folder: int, spoilt: list[Spoilt]) -> None:
    """A folder with nothing but segments of another arrangement is that one's."""
    query = "SELECT 1 FROM folder_files WHERE folder = ? LIMIT 1"
    others = [one.why for one in spoilt if one.why.key == "wrong_arrangement"]
    if others and not connection.execute(query, (folder,)).fetchone():
        raise others[0]


def _awaited(connection: Connection) -> set[str]:
    """The acts that others name and that are not known here."""
    return {act for (act,) in connection.execute("SELECT DISTINCT act FROM awaited").fetchall()}
