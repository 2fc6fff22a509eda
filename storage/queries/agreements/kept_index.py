"""The index of all agreements as the file keeps it, so that no start reads all of them.

It is written whole, in the transaction of an act. Of the few agreements of which something was
written since, ``relisted`` has the tails: who reads brings those up to date.
"""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import overload

from storage.queries.agreements.agreement_index import TRAITS, AgreementIndex, Trait
from storage.queries.agreements.agreement_sets import AgreementSets
from storage.queries.joins import Joins
from storage.tables.damaged_cells import damaged, reading_back
from storage.tables.database import Connection
from storage.tables.kept_parts import read_parts, write_parts

MOST = 200  # agreements that a start brings up to date one by one
BLOCK = 500  # keys that are read together
AT_HAND = 32  # blocks that stay in memory: a search for keys goes through the same ones


class KeyBlocks(Sequence[str]):
    """The keys of an index in blocks of JSON, read where someone looks."""

    def __init__(self, blocks: Sequence[tuple[int, bytes]]) -> None:
        """Each block with the number of its keys."""
        self._blocks = [data for _, data in blocks]
        self._ends = list(accumulate(count for count, _ in blocks))
        self._read: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[str]:
        for block in self._blocks:
            yield from json.loads(block)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[n] for n in range(len(self))[index]]
        here = range(len(self))[index]
        block = bisect_right(self._ends, here)
        keys = self._read.pop(block, None)
        if keys is None:
            if len(self._read) >= AT_HAND:
                del self._read[next(iter(self._read))]  # in which was looked longest ago
            keys = json.loads(self._blocks[block])
        self._read[block] = keys
        return keys[here - self._ends[block]]


def keep(connection: Connection) -> None:
    """Keep the index anew where none is kept or too much was written since; in the transaction
    that is open."""
    (since,) = connection.execute("SELECT count(*) FROM relisted").fetchone()
    if since <= MOST and connection.execute("SELECT 1 FROM kept_index LIMIT 1").fetchone():
        return
    sets = AgreementSets(connection)
    order, size = sets.index.order, len(sets.index.order) // 8 + 1
    rows: list[tuple[str, str, bytes]] = [("repeats", "", _json(sets.repeats))]
    for type_, joined in sets.joined.items():
        rows.append(("joined", type_, _json([joined.by, sorted(joined.others)])))
    for n in range(0, len(order), BLOCK):
        block = order[n : n + BLOCK]
        rows.append(("order", f"{n:09} {len(block)}", _json(block)))
    for trait, values in sets.index.traits.items():
        rows += [(trait, value, bits.to_bytes(size, "little")) for value, bits in values.items()]
    write_parts(connection, rows)


def kept_sets(connection: Connection) -> AgreementSets:
    """The agreements of a file: as they are kept, brought up to date, or else read whole."""
    found = AgreementSets(connection)
    query = "SELECT tail FROM relisted LIMIT ?"
    since = {tail for (tail,) in connection.execute(query, (MOST + 1,)).fetchall()}
    rows = read_parts(connection) if len(since) <= MOST else []
    if rows is None:
        raise damaged(connection)
    if not rows:
        return found
    parts: dict[str, dict[str, bytes]] = defaultdict(dict)
    for part, value, data in rows:
        parts[part][value] = data
    with reading_back(connection):
        found.repeats = json.loads(parts["repeats"].pop(""))  # the rest is the trait
        found.joined = {
            type_: Joins(*json.loads(data)) for type_, data in parts.pop("joined").items()
        }
        order = KeyBlocks([(int(at[9:]), data) for at, data in parts.pop("order", {}).items()])
        traits: dict[Trait, dict[str, int]] = {
            trait: {value: int.from_bytes(bits, "little") for value, bits in parts[trait].items()}
            for trait in TRAITS
        }
    found.index = AgreementIndex(order, traits)
    return found.after(since)


def is_true(connection: Connection) -> bool:
    """Whether what is kept, brought up to date, is what all agreements give that are read now."""
    here, whole = kept_sets(connection), AgreementSets(connection)
    if here.repeats != whole.repeats or any(
        (one.by, one.others) != (whole.joined[type_].by, whole.joined[type_].others)
        for type_, one in here.joined.items()
    ):
        return False
    return [*here.index.order] == [*whole.index.order] and all(
        _some(here.index.traits[trait]) == _some(whole.index.traits[trait]) for trait in TRAITS
    )


def _some(values: Mapping[str, int]) -> dict[str, int]:
    """The values that any agreement has."""
    return {value: bits for value, bits in values.items() if bits}


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()
