"""Which acts in the name of the seed come in (contract §2, rule 8).

brought by this app for this arrangement      come in
no app brings anything for it, and nothing    come in: they made the file what it is
of a seed is here yet
any other                                     set apart under its file, until a person accepts
"""

from collections.abc import Sequence
from functools import cached_property

from storage import clock
from storage.acts import Act, digest
from storage.tables.assertions import known_ids
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.meta import arrangement_in
from storage.views.seed_release import Brings

UNKNOWN_SEED = "speaks as the seed"
"""Why such an act is set apart."""


class Admission:
    """Looks at the acts of one file or folder before they come in, in an open transaction."""

    def __init__(self, connection: Connection, brings: Brings, file: str) -> None:
        """``file`` is the name of what they come in, under which is set apart what may not."""
        self.file = file
        self.held = 0
        """How many acts may not come in."""
        self.said: set[tuple[str, str]] = set()
        """Records and fields of which acts of the seed say something that come in and made no
        file what it is."""
        self._one: str | None = None
        self._connection = connection
        self._brings = brings
        self._at = clock.now()

    @property
    def number(self) -> int | None:
        """Under which number the first of them are set apart; None where none are."""
        query = (
            "SELECT min(q.n) FROM quarantine q JOIN quarantine one ON q.act IS NOT NULL"
            " AND (q.file, q.arrived) = (one.file, one.arrived) WHERE one.act = ?"
        )
        (found,) = self._connection.execute(query, (self._one,)).fetchone()
        return found if found is None else int(found)

    def admit(self, acts: list[Act]) -> list[Act]:
        """Those of these acts that may come in, or are here already."""
        seeds = [act for act in acts if act.in_seeds_name]
        if not seeds:
            return acts
        if self._first:
            return acts
        strange = self.strange(seeds)
        self._hold(strange)
        apart = {act.id for act in strange}
        self.said |= {(s.record, s.field) for act in seeds if act.id not in apart for s in act.set}
        self._let_go({act.id for act in seeds} - apart)
        return [act for act in acts if act.id not in apart]

    def strange(self, acts: Sequence[Act]) -> list[Act]:
        """Which of these may not come in; changes nothing."""
        seeds = [act for act in acts if act.in_seeds_name]
        if not seeds or self._first:
            return []
        new = [act for act in seeds if act.id not in self._brought]
        here = known_ids(self._connection, [act.id for act in new])
        return [act for act in new if act.id not in here]

    @cached_property
    def _brought(self) -> set[str]:
        return {digest(data) for data in self._brings(arrangement_in(self._connection))}

    @cached_property
    def _first(self) -> bool:
        """Whether a seed comes in for the first time, of an arrangement that no app brings."""
        query = "SELECT 1 FROM acts WHERE device = 'seed' OR by = 'seed' LIMIT 1"
        return not self._brought and not self._connection.execute(query).fetchone()

    def _hold(self, acts: Sequence[Act]) -> None:
        """Set these apart, once however often they come."""
        self.held += len(acts)
        self._one = self._one or next((act.id for act in acts), None)
        query = "SELECT act FROM quarantine WHERE act IN (…)"
        there = {id_ for (id_,) in select_in(self._connection, query, [act.id for act in acts])}
        self._connection.executemany(
            "INSERT INTO quarantine (file, line, reason, data, arrived, act)"
            " VALUES (?, 0, ?, ?, ?, ?)",
            [
                (self.file, UNKNOWN_SEED, act.data, self._at, act.id)
                for act in acts
                if act.id not in there
            ],
        )

    def _let_go(self, acts: set[str]) -> None:
        """What comes in is set apart no longer."""
        drop = "DELETE FROM quarantine WHERE act = ?"
        self._connection.executemany(drop, [(act,) for act in sorted(acts)])
