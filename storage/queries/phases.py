"""How far meetings are. One to which others were joined is as far as the furthest of all of them:
what was closed on one laptop is not closed again after it was joined to what another planned."""

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from storage.queries.joins import joins
from storage.tables.chunks import select_in

Connection = sqlite3.Connection

_PHASES = "SELECT phase FROM meetings WHERE life <> 'deleted' AND tail IN (…)"
_CLOSED = """
SELECT m.tail FROM meetings m WHERE m.phase = 'closed' AND m.life <> 'deleted'"""
_HELD = """
SELECT tail, title, date, body FROM meetings WHERE life <> 'deleted' AND tail IN (…)"""
_ORDER = ("running", "closed")


class HeldMeeting(NamedTuple):
    """A meeting that is over, by its tail; ``title``, ``date`` and ``body`` as they stand."""

    tail: str
    title: str | None
    date: str | None
    body: str | None


def phase_of(connection: Connection, tails: Collection[str]) -> str | None:
    """How far a meeting is, by the tails of all that are one with it, itself in front."""
    found = {str(phase) for (phase,) in select_in(connection, _PHASES, tails) if phase}
    far = [phase for phase in _ORDER if phase in found]
    return far[-1] if far else next(iter(sorted(found, reverse=True)), None)


def held(connection: Connection) -> list[HeldMeeting]:
    """The meetings that are over, each once, the last first."""
    joined = joins(connection, "meetings")
    tails = {joined.of(tail) for (tail,) in connection.execute(_CLOSED).fetchall()}
    rows = [HeldMeeting(*row) for row in select_in(connection, _HELD, tails)]
    return sorted(rows, key=lambda one: (one.date or "", one.tail), reverse=True)
