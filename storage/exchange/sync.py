"""One sync: what is there comes in first, then what the folder lacks goes out."""

from datetime import date
from pathlib import Path

from storage.errors import Refused
from storage.exchange.compaction import Compaction
from storage.exchange.receive import receive
from storage.exchange.send import Outgoing
from storage.files.file_errors import cannot_write
from storage.journal.journal import Journal
from storage.progress import Progress, Stopped
from storage.snapshot.arrivals_told import senders
from storage.tables.database import Connection
from storage.views.exchange_folders import Synced
from storage.views.seed_release import Brings


def sync(
    connection: Connection,
    journal: Journal,
    place: Path,
    profile: str | None,
    brings: Brings,
    *,
    today: date,
    progress: Progress,
) -> tuple[Synced, set[str]]:
    """Bring a folder and the file to the same acts; also gives of whom something new lay there.

    Raises Refused, and changes nothing, for a folder that cannot be read or that is another
    arrangement's. One that cannot be written gives what it has, and says why.
    """
    taking = progress.part(0, 0.8)
    came = receive(connection, journal, place, profile, brings, today=today, progress=taking)
    going = Outgoing(connection, place, came.folder, today)
    tidying = Compaction(connection, place, came.folder, today)
    unwritten, joined = None, 0
    try:
        tidying.rewrite(going)
        going.write(came.profile, progress.part(0.8, 0.95, "write"))
        tidying.clear()
        tidying.remove_held(came.read)
        joined = tidying.join(going, progress.part(0.95, 1, "write"))
    except Refused as why:
        unwritten = why
    except OSError as error:  # a stick that fails while old files are looked through
        unwritten = cannot_write(place, error)
    except Stopped:  # what came in before is safe, so this is no refusal
        unwritten = Refused("stopped_writing")
    query = "SELECT count(DISTINCT segment) FROM folder_files WHERE folder = ? AND segment"
    (segments,) = connection.execute(query, (came.folder,)).fetchone()
    done = Synced(
        place=place,
        profile=came.profile,
        new_acts=came.counted.total(),
        senders=senders(connection, came.counted),
        follows=came.follows,
        missing=came.missing,
        gone=came.gone,
        written=going.acts,
        joined=joined,
        segments=segments,
        spoilt=came.spoilt,
        unwritten=unwritten,
        held=came.held,
        held_as=came.held_as,
        erased=came.erased,
        idle=came.idle,
        erasures=came.erasures,
    )
    return done, came.authors
