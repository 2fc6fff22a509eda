"""How far meetings are. One to which others were joined is as far as the furthest of all of them:
what was closed on one laptop is not closed again after it was joined to what another planned."""

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from storage.queries.joins import joins
from storage.tables.chunks import select_in

Connection = sqlite3.Connection

_PHASES = "SELECT phase FROM meetings WHERE life <> 'deleted' AND tail IN (…)"
_FACTS = "SELECT tail, title, date, body FROM meetings WHERE life <> 'deleted'"
_CLOSED = f"{_FACTS} AND phase = 'closed'"
_HELD = f"{_FACTS} AND tail IN (…)"
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
    """The meetings that are over, each once, the last first. What one does not say itself is said
    by those that gave way to it."""
    joined = joins(connection, "meetings")
    closed = [HeldMeeting(*row) for row in connection.execute(_CLOSED).fetchall()]
    stand = {joined.of(one.tail) for one in closed}
    found = {one.tail: one for one in map(HeldMeeting._make, select_in(connection, _HELD, stand))}
    for one in closed:
        if known := found.get(joined.of(one.tail)):
            found[known.tail] = HeldMeeting(
                known.tail, known.title or one.title, known.date or one.date, known.body or one.body
            )
    return sorted(found.values(), key=lambda one: (one.date or "", one.tail), reverse=True)
