"""Agreements that are not spoken of while a body meets (design §5: silence)."""

import sqlite3
from collections import defaultdict

from storage.queries.joins import joins
from storage.queries.phases import held

_SPOKEN = """
WITH held(tail) AS (SELECT tail FROM meetings WHERE life <> 'deleted' AND date >= ?1)
SELECT 'agreements/' || agreement FROM items
 WHERE meeting IN held AND life <> 'deleted' AND agreement IS NOT NULL
   AND outcome IS NOT NULL AND outcome <> 'withdrawn'
UNION SELECT about FROM entries
 WHERE meeting IN held AND life <> 'deleted' AND about IS NOT NULL
UNION SELECT s.record FROM acts a JOIN said s ON s.act = a.n
 WHERE a.at >= ?1 AND NOT a.void AND NOT a.erased AND a.body LIKE '%"meeting":"meetings/%'
   AND json_extract(a.body, '$.meeting') IN (SELECT 'meetings/' || tail FROM held)"""


def spoken_of_since(connection: sqlite3.Connection, today: str, meetings: int) -> set[str] | None:
    """The ids of what was spoken of in an entry, an outcome or a change since some body has met so
    often up to this day; None where none has. What is not among these is silent that long."""
    days: dict[str, list[str]] = defaultdict(list)
    joined = joins(connection, "organisations")
    for one in held(connection):
        if one.date and one.date <= today:
            days[joined.of(one.body or "")].append(one.date)
    starts = [met[meetings - 1] for met in days.values() if len(met) >= meetings]
    if not starts:
        return None
    return {record for (record,) in connection.execute(_SPOKEN, (max(starts),)).fetchall()}
