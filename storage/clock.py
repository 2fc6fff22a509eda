"""The time it is, and moments as people write them: as acts claim time, UTC in milliseconds."""

from datetime import UTC, date, datetime, time

from storage.errors import Refused


def now() -> str:
    """The time of the clock here."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def moment(when: str, *, start: bool = False) -> str:
    """The moment that a date or time names, which people write in ISO.

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


def day_of(at: str) -> date:
    """The day here on which a moment falls."""
    return datetime.fromisoformat(at).astimezone().date()
