"""When something happened: every act by the moment that counts for rule 9, and by its arrival."""

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from storage.acts.act import SEED
from storage.clock import moment
from storage.merge.as_of import claimed_moments
from storage.progress import ALONE, Progress
from storage.tables.arrivals import NTH
from storage.tables.stored_values import parents_in, stored_act

Connection = sqlite3.Connection
PAGE = 5000  # rows read at a time


class Timeline:
    """All acts of a file as it is now, in the order of their moments or of their arrival.

    ``waiting`` has by act number the records that waited for it: it arrived after what names it.
    """

    def __init__(self, connection: Connection, progress: Progress = ALONE) -> None:
        rows = connection.execute(
            "SELECT n, id, at, arrived, by FROM acts WHERE NOT erased"
        ).fetchall()
        numbers = {id_: n for n, id_, *_ in rows}
        self.waiting: dict[int, set[str]] = defaultdict(set)
        named: dict[str, list[str]] = defaultdict(list)
        (last,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM said").fetchone()
        ids = {n: id_ for n, id_, *_ in rows}
        for place, n, record, on in _said(connection):
            progress.step(place, last)
            for parent in parents_in(connection, on):
                if n in ids:
                    named[ids[n]].append(parent)
                if numbers.get(parent, 0) > n:
                    self.waiting[numbers[parent]].add(record)
        for act, also in _named_besides(connection):
            named[act] += also
        arrived = {id_: when for _, id_, _, when, _ in rows}
        at = claimed_moments({id_: when for _, id_, when, *_ in rows}, named, arrived)
        self._by = {
            False: sorted((at[id_], n) for n, id_, *_ in rows),
            True: sorted((arrived, n) for n, _, _, arrived, _ in rows),
        }
        self._people = {n for n, *_, by in rows if by != SEED}

    def moments(self, *, known: bool) -> Sequence[str]:
        """When something was said, or with ``known`` arrived here, the first first; each once."""
        return list(dict.fromkeys(when for when, _ in self._by[known]))

    def changes(self, *, known: bool) -> Sequence[str]:
        """When people changed something, the first first; as often as they did."""
        return [when for when, n in self._by[known] if n in self._people]

    def until(self, when: str, *, known: bool) -> set[int]:
        """The numbers of the acts that count then. Raises Refused for what is no moment.

        ``when`` is a day (to its end here), a time, or with ``known`` also the nth arrival.
        """
        nth = NTH.fullmatch(when)
        if nth and known:
            return {n for _, n in self._by[True] if n <= int(nth[1])}
        by = self._by[known]
        return {n for _, n in by[: bisect_right(by, (moment(when), float("inf")))]}


def _said(connection: Connection) -> Iterator[tuple[int, int, str, str]]:
    """What stands on something: where in the table, act number, record, parents."""
    last = 0
    while rows := connection.execute(
        "SELECT rowid, act, record, parents FROM said"
        " WHERE rowid > ? AND parents <> '[]' ORDER BY rowid LIMIT ?",
        (last, PAGE),
    ).fetchall():
        yield from rows
        last = rows[-1][0]


def _named_besides(connection: Connection) -> Iterator[tuple[str, list[str]]]:
    """What acts name besides parents: what they undo, erase and saw."""
    rows = connection.execute(
        "SELECT id, body FROM acts WHERE NOT erased"
        " AND (body LIKE '%\"undo\":%' OR body LIKE '%\"saw\":%' OR body LIKE '%\"erase\":%')"
    ).fetchall()
    for id_, body in rows:
        act = stored_act(connection, id_, body)
        yield id_, [*act.undo, *act.saw, *act.erase]
