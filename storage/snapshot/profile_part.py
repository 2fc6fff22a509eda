"""The acts that a profile lets through, and the records that they alone make, a few at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from storage.acts import encode
from storage.formats.profiles import leaving, may_leave
from storage.merge import Merged, merge_records, voided
from storage.merge.existence import depends_on_entries
from storage.tables.assertions import Loaded, load_world
from storage.tables.chunks import CHUNK, select_in
from storage.tables.damaged_cells import damaged
from storage.tables.database import Connection
from storage.tables.stored_values import stored_act, stored_stub

_OF_TYPE = "FROM said WHERE record > ? AND record < ?"


class ProfilePart:
    """What may leave of the acts that are known at this moment.

    Acts that stay here, and what another program writes meanwhile, count for nothing: the
    records are those that whoever receives the acts makes of them.
    """

    def __init__(self, connection: Connection, profile: str) -> None:
        self._connection = connection
        (last,) = connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
        self.leaves = f"a.n <= {last} AND {leaving(profile, 'a')} AND a.erased < 2"
        # a stub counts for who receives it while an act that erases what it is of leaves too
        supported = (
            "EXISTS (SELECT 1 FROM erasing e JOIN acts b ON b.id = e.act AND NOT b.erased"
            f" AND {leaving(profile, 'b')} WHERE e.target = a.id)"
        )
        self.where = f"{self.leaves} AND (NOT a.erased OR {supported})"
        self._check_scopes(profile)
        undoes: dict[str, list[str]] = defaultdict(list)
        for act, target in connection.execute(
            f"SELECT u.act, u.target FROM undone u JOIN acts a ON a.id = u.act WHERE {self.where}"
        ).fetchall():
            undoes[act].append(target)
        self._void = voided(undoes)

    def _check_scopes(self, profile: str) -> None:
        """What may leave is what acts themselves say may, not a column beside them. Raises Refused
        where that says otherwise: the file is damaged."""
        query = f"SELECT id, erased, body FROM acts a WHERE {self.leaves} AND instr(body, ?)"
        rows = self._connection.execute(query, ('"scope":',)).fetchall()
        for id_, erased, body in rows:
            read = stored_stub if erased else stored_act
            if not may_leave(profile, read(self._connection, id_, body).scope):
                raise damaged(self._connection)

    def count(self, type_: str) -> int:
        """Of how many records of a type anything is said."""
        query = f"SELECT count(DISTINCT record) {_OF_TYPE}"
        (count,) = self._connection.execute(query, _ends(type_)).fetchone()
        return int(count)

    def records(self, type_: str) -> Iterator[Merged]:
        """The records of a type that have a head, by id."""
        last, end = _ends(type_)
        query = f"SELECT DISTINCT record {_OF_TYPE} ORDER BY record LIMIT {CHUNK}"
        while found := self._connection.execute(query, (last, end)).fetchall():
            names = [record for (record,) in found]
            yield from (one for one in self._merged(names) if one.listed)
            last = names[-1]

    def _merged(self, records: Sequence[str]) -> list[Merged]:
        """These records. Entries are merged along where they can change a life."""
        world = self._world(records)
        while True:
            merged = merge_records(world, self._knows)
            dependent = [one for one, made in merged.items() if depends_on_entries(made.fields)]
            missing = self._ever_about(dependent) - world.keys()
            if not missing:
                return [merged[record] for record in records]
            world |= self._world(missing)

    def _world(self, records: Collection[str]) -> Loaded:
        return load_world(self._connection, records, where=self.where, void=self._void)

    def _ever_about(self, records: Collection[str]) -> set[str]:
        """The entries of which any act says that they are about one of these."""
        query = f"SELECT record {_OF_TYPE.replace('?', '{}')} AND field = 'about' AND value IN (…)"
        between = [f"'{end}'" for end in _ends("entries")]
        values = [encode(record).decode() for record in records]
        return {entry for (entry,) in select_in(self._connection, query.format(*between), values)}

    def _knows(self, act: str) -> bool:
        query = f"SELECT 1 FROM acts a WHERE a.id = ? AND {self.where}"
        return self._connection.execute(query, (act,)).fetchone() is not None


def _ends(type_: str) -> tuple[str, str]:
    """Between which the ids of the records of a type lie."""
    return f"{type_}/", f"{type_}0"  # "0" follows "/"
