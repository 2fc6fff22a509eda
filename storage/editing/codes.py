"""The code of a new agreement (contract §1)."""

import re
import sqlite3
from collections.abc import Mapping, Sequence

from storage.records.code_parts import NO_REGION, chapter_of
from storage.records.fields import PREFIX
from storage.tables.meta import arrangement_in

_BEGINNING = """
SELECT substr(code, 1, instr(code, '-') - 1) AS prefix FROM agreements
 WHERE code GLOB '[A-Z]*-[0-3B]-[A-Z][A-Z][A-Z]-[0-9]*'
 GROUP BY prefix ORDER BY count(*) DESC, prefix LIMIT 1"""
_NUMBER = re.compile(r"-([A-Z]{3})-(\d+)(?:-[A-Z]\d)?$")


def next_code(
    connection: sqlite3.Connection,
    device: str,
    part: str | None,
    regions: Sequence[str],
    shorts: Mapping[str, str],
) -> str:
    """The code of an agreement that is added here; ``shorts`` are those of regions that are added
    with it.

    It ends in a capital and a digit made of the device id, so that two laptops that number on
    at the same time do not give the same one.
    """
    short = NO_REGION
    if regions:
        row = connection.execute("SELECT short FROM regions WHERE tail = ?", (regions[0],))
        short = str((row.fetchone() or (shorts.get(regions[0]),))[0] or short)
    codes = connection.execute(
        "SELECT code FROM agreements WHERE instr(code, '-' || ? || '-')", (short,)
    ).fetchall()
    matches = (_NUMBER.search(code) for (code,) in codes)
    used = [int(found[2]) for found in matches if found and found[1] == short]
    number = max(used, default=0) + 1
    letter = chr(ord("A") + int(device[:2], 16) % 26)
    digit = int(device[2:4], 16) % 10
    return f"{_prefix(connection)}-{chapter_of(part)}-{short}-{number:02d}-{letter}{digit}"


def _prefix(connection: sqlite3.Connection) -> str:
    """What the arrangement says; else what most codes here begin with; where there are none, the
    first word of its id."""
    arrangement = arrangement_in(connection)
    said = connection.execute("SELECT prefix FROM arrangement WHERE tail = ?", (arrangement,))
    row = said.fetchone()
    if row and re.fullmatch(PREFIX, row[0] or ""):
        return str(row[0])
    row = connection.execute(_BEGINNING).fetchone()
    if row is None:
        return arrangement.partition("-")[0].upper()
    return str(row[0])
