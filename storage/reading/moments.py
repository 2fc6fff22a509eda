"""The arrangement as it stood, by the time that was claimed or by arrival here (rule 9)."""

import re
import sqlite3
from datetime import UTC, datetime, time

from storage.errors import Refused
from storage.merge import Merged, project
from storage.merge.moments import until
from storage.tables.arrivals import arrived_before
from storage.tables.world import stored_acts, stored_stubs

ARRIVAL = re.compile(r"#(\d{1,15})")


def at_moment(connection: sqlite3.Connection, when: str, *, known: bool) -> dict[str, Merged]:
    """All records as they stood at the end of a day, at a time, or with ``known`` as they were
    known here then or after the nth arrival (`#n`). What is erased since stays away."""
    stubs = stored_stubs(connection)
    if known:
        acts_then = stored_acts(connection, "n <= ?", (arrival(connection, when),))
        return project(acts_then, left=stubs)
    arrived = dict(connection.execute("SELECT id, arrived FROM acts").fetchall())
    acts = {act.id: act for act in stored_acts(connection)}
    return project(until(acts, moment(when), arrived), left=stubs)


def arrival(connection: sqlite3.Connection, when: str, *, start: bool = False) -> int:
    """The number of the last act that had arrived here at the end of a day, at a time, or as the
    nth (`#n`); with ``start`` before that day or time. Raises Refused for what is neither."""
    nth = ARRIVAL.fullmatch(when.strip())
    if nth:
        return int(nth[1])
    return arrived_before(connection, moment(when, start=start), during=not start)


def moment(when: str, *, start: bool = False) -> str:
    """A date or time as people write it in ISO, as acts claim time.

    A date is the end of that day here, or with ``start`` its beginning. Raises Refused for what
    is neither.
    """
    try:
        found = datetime.fromisoformat(when.strip())
    except ValueError as error:
        raise Refused("invalid_date", field="D", value=when) from error
    if len(when.strip()) == len("2014-10-07") and not start:
        found = datetime.combine(found, time(23, 59, 59, 999000))
    try:
        utc = found.astimezone(UTC)
    except (OverflowError, ValueError) as error:
        raise Refused("invalid_date", field="D", value=when) from error
    return utc.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
