"""Snapshots that tests hold in memory."""

from storage.files.stream import of_bytes
from storage.snapshot.snapshot_reader import Snapshot, open_snapshot


def read_snapshot(data: bytes) -> Snapshot:
    """The snapshot in these bytes. Raises Refused, with line and reason, for a spoilt file."""
    return open_snapshot(of_bytes(data))
