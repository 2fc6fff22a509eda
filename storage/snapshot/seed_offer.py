"""What the app brings of the seed and an existing file lacks: offered as an import, never taken by
opening the file (contract §2, rule 8)."""

from typing import TYPE_CHECKING

from storage.acts import decode, digest
from storage.tables.assertions import known_ids
from storage.tables.database import Connection
from storage.tables.meta import arrangement_in
from storage.views.release_offer import Offer
from storage.views.seed_release import Brings

if TYPE_CHECKING:
    from storage.snapshot.snapshot_reader import Snapshot


def offered(connection: Connection, brings: Brings) -> Offer | None:
    """How much that is; None where the file has all of it."""
    lines = {digest(data): data for data in brings(arrangement_in(connection))}
    for known in known_ids(connection, lines):
        del lines[known]
    times = [str(body["at"]) for body in map(decode, lines.values()) if isinstance(body, dict)]
    return Offer(len(times), max(times)) if times else None


def release_snapshot(connection: Connection, brings: Brings) -> "Snapshot":
    """All that the app brings, as a file that can be taken in."""
    from storage.snapshot.snapshot_lines import ActBytes
    from storage.snapshot.snapshot_reader import Snapshot

    arrangement = arrangement_in(connection)
    lines = brings(arrangement)
    bodies = [ActBytes(digest(data), n, data) for n, data in enumerate(lines, start=1)]
    every = digest(b"\n".join(lines))
    return Snapshot(arrangement, None, None, None, len(bodies), [], None, every, bodies.__iter__)
