"""The arrangement as it stood, by the time that was claimed or by arrival here (rule 9)."""

import re
import sqlite3
from datetime import UTC, datetime, time

from storage.errors import Refused
from storage.merge import Merged, project
from storage.merge.moments import until
from storage.tables.world import stored_acts, stored_stubs

ARRIVAL = re.compile(r"#(\d{1,15})")


def at_moment(connection: sqlite3.Connection, when: str, *, known: bool) -> dict[str, Merged]:
    """All records as they stood at the end of a day, at a time, or with ``known`` as they were
    known here then or after the nth arrival (`#n`). What is erased since stays away."""
    stubs = stored_stubs(connection)
    arrival = ARRIVAL.fullmatch(when)
    if arrival and known:
        return project(stored_acts(connection, "n <= ?", (int(arrival[1]),)), stubs)
    if known:
        return project(stored_acts(connection, "arrived <= ?", (moment(when),)), stubs)
    acts = {act.id: act for act in stored_acts(connection)}
    return project(until(acts, moment(when)), stubs)


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
