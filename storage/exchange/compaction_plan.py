"""Joining the segments of months and years that are over, so that a folder keeps few files.

what lies there                      joined into one when       lies then in
───────────────────────────────────  ─────────────────────────  ─────────────────────────────
fresh segments of a month            the month is over          that month, with `replaces`
fresh ones and months of a year      the year is over           its December, with `replaces`

So an act is written three times at most: fresh, with its month and with its year. What comes late
to a month or year that was joined before is joined with what else came late, never with that. Two
laptops that join the same make the same bytes under the same name.

A file goes only when a segment that was read again just now holds all its acts; where two hold the
same, the one with the lowest digest stays, on every laptop.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from storage.exchange.ledger import counts_or_went
from storage.exchange.send import LARGEST
from storage.tables.database import Connection

PLACED = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])/[^/]+")
DECEMBER = "12"


@dataclass(frozen=True, slots=True)
class FolderSegment:
    """A segment in a folder: its number, digest and size, the month in which it lies, and whether
    it was joined of others."""

    number: int
    digest: str
    size: int
    year: str
    month: str
    joined: bool


def lying(connection: Connection, folder: int) -> list[FolderSegment]:
    """The segments that lie in a month, each once; not those in which something does not count
    here as it stands there: acts that are set apart, stubs that say nothing."""
    rows = connection.execute(
        "SELECT s.id, s.digest, s.size, s.joined, f.name FROM folder_files f"
        " JOIN segments s ON s.id = f.segment WHERE f.folder = ?"
        " AND NOT EXISTS (SELECT 1 FROM segment_apart WHERE segment = s.id)"
        " AND NOT EXISTS (SELECT 1 FROM segment_acts h JOIN acts ON acts.n = h.act"
        f" WHERE h.segment = s.id AND NOT {counts_or_went('h')}) ORDER BY f.name",
        (folder,),
    ).fetchall()
    found: dict[int, FolderSegment] = {}
    for number, digest, size, joined, name in rows:
        placed = PLACED.fullmatch(name)
        if placed and number not in found:
            found[number] = FolderSegment(number, digest, size, placed[1], placed[2], bool(joined))
    return [*found.values()]


def joins_by_month(
    segments: Collection[FolderSegment], today: date
) -> dict[str, list[list[FolderSegment]]]:
    """By the month in which the joined one will lie, what is to be joined: each time two or more
    that together are not too large."""
    over: dict[str, list[FolderSegment]] = defaultdict(list)
    for one in segments:
        if one.year < f"{today:%Y}":
            if not (one.joined and one.month == DECEMBER):
                over[f"{one.year}-{DECEMBER}"].append(one)
        elif f"{one.year}-{one.month}" < f"{today:%Y-%m}" and not one.joined:
            over[f"{one.year}-{one.month}"].append(one)
    found = {month: [*_together(group)] for month, group in over.items()}
    return {month: groups for month, groups in found.items() if groups}


def _together(group: list[FolderSegment]) -> Iterator[list[FolderSegment]]:
    """These in groups that fit in one segment, in an order that every laptop takes."""
    some: list[FolderSegment] = []
    for one in sorted(group, key=lambda lying: (lying.size, lying.digest)):
        if sum(each.size for each in some) + one.size > LARGEST:
            if len(some) > 1:
                yield some
            some = []
        some.append(one)
    if len(some) > 1:
        yield some
