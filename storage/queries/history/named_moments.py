"""Moments as people name them: days, times, and arrivals here (rule 9)."""

import re
import sqlite3
from datetime import UTC, datetime, time

from storage.errors import Refused
from storage.tables.arrivals import arrived_before

ARRIVAL = re.compile(r"#(\d{1,15})")


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
