"""What stood in a field before an act changed it."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from storage.acts import Act
from storage.tables.chunks import select_in
from storage.tables.stored_values import parents_in, stored_json
from storage.views.to_erase import ToErase

Connection = sqlite3.Connection
Place = tuple[str, str]
"""A record and a field."""


class PreviousValue(NamedTuple):
    """What an act said there; ``gone`` is when it was taken back, None where it stands."""

    act: str
    at: str
    value: object
    parents: tuple[str, ...]
    gone: str | None


def previous_values(
    connection: Connection, acts: Sequence[Act], hidden: Collection[str] = ()
) -> dict[tuple[str, str, str], object]:
    """By act, record and field what its author saw there; nothing where nothing stood.

    A parent that had been taken back by then does not count, but what that stood on. Where the
    author settled several values, the one that was shown first. Of what ``hidden`` acts said only
    that they said something.
    """
    found: dict[tuple[str, str, str], object] = {}
    for place, seen in seen_by(connection, acts).items():
        first = max(seen, key=lambda one: (one.at, one.act))
        found[place] = ToErase() if first.act in hidden else first.value
    return found


def seen_by(
    connection: Connection, acts: Sequence[Act]
) -> dict[tuple[str, str, str], list[PreviousValue]]:
    """By act, record and field all values that its author saw there, where there were some."""
    words = _words(connection, acts)
    found = {}
    for act in acts:
        for said in act.set:
            seen = [*_seen(act, said.parents, words[said.record, said.field])]
            if seen:
                found[act.id, said.record, said.field] = seen
    return found


def _seen(
    act: Act, parents: Sequence[str], there: dict[str, PreviousValue]
) -> Iterator[PreviousValue]:
    """What stood when the act was made: its parents, or what those stood on."""
    waiting, reached = list(parents), set(parents)
    while waiting:
        word = there.get(waiting.pop())
        if word is None:
            continue
        if word.gone is None or word.gone > act.at:
            yield word
        else:
            waiting += [parent for parent in word.parents if parent not in reached]
            reached.update(word.parents)


def _words(connection: Connection, acts: Sequence[Act]) -> dict[Place, dict[str, PreviousValue]]:
    """By place what its parents said; where one was taken back, all that was ever said there."""
    places: dict[Place, set[str]] = defaultdict(set)
    for act in acts:
        for said in act.set:
            places[said.record, said.field].update(said.parents)
    parents = {parent for named in places.values() for parent in named}
    rows = [
        row
        for row in select_in(connection, f"{_SAID} WHERE a.id IN (…)", parents)
        if row[2] in places[row[0], row[1]]
    ]
    for place in {(record, field) for record, field, *_, void in rows if void}:
        query = f"{_SAID} WHERE s.record = ? AND s.field = ?"
        rows += connection.execute(query, place).fetchall()
    gone = _gone(connection, {row[2] for row in rows if row[-1]})
    found: dict[Place, dict[str, PreviousValue]] = defaultdict(dict)
    for record, field, act, at, value, on, _ in rows:
        seen = stored_json(connection, value)
        word = PreviousValue(act, at, seen, parents_in(connection, on), gone.get(act))
        found[record, field][act] = word
    return found


_SAID = (
    "SELECT s.record, s.field, a.id, a.at, s.value, s.parents, a.void OR a.erased"
    " FROM acts a JOIN said s ON s.act = a.n"
)


def _gone(connection: Connection, acts: Collection[str]) -> dict[str, str]:
    """When each of these was taken back; "" for what was erased: it says nothing, and never did."""
    query = (
        "SELECT u.target, min(a.at) FROM undone u JOIN acts a ON a.id = u.act AND NOT a.void"
        " WHERE u.target IN (…) GROUP BY u.target"
    )
    gone: dict[str, str] = dict(select_in(connection, query, acts))  # type: ignore[arg-type]
    return dict.fromkeys(acts, "") | gone
