"""Snapshots that tests hold in memory."""

import io
from contextlib import nullcontext

from storage.files.stream import Source
from storage.snapshot.snapshot_reader import Snapshot, open_snapshot


def of_bytes(data: bytes) -> Source:
    """Bytes that are in memory already, as a file."""
    return lambda: nullcontext(io.BytesIO(data))


def read_snapshot(data: bytes) -> Snapshot:
    """The snapshot in these bytes. Raises Refused, with line and reason, for a spoilt file."""
    return open_snapshot(of_bytes(data))
