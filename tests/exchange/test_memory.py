"""What is known of a segment is written down in little memory, however many acts it holds."""

import tracemalloc

from storage.exchange.ledger import written_down
from storage.tables.chunks import chunks
from storage.tables.opening import in_memory

MANY = 100_000  # acts; their ids are eleven MB
LITTLE = 2 << 20  # bytes


def test_the_acts_of_a_segment_are_never_listed_whole():
    connection = in_memory()
    ids = (f"{n:064x}" for n in range(MANY))
    tracemalloc.start()
    try:
        written_down(connection, "0" * 64, 1, chunks(ids), [], joined=False)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < LITTLE
