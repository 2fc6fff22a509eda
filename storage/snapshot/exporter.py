"""A snapshot of what is in the file, made piece by piece: never all of it in memory."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from storage.acts import IdSet, decode, digest, encode
from storage.formats.profiles import fields_for, goes
from storage.formats.snapshot_layout import records_part, snapshot_pieces
from storage.merge.merged_as_json import as_json
from storage.progress import ALONE, Progress
from storage.queries.redaction import Redaction, names_known
from storage.records.fields import FIELDS
from storage.records.record_json import Json
from storage.snapshot.profile_part import ProfilePart
from storage.tables.chunks import CHUNK
from storage.tables.damaged_cells import damaged
from storage.tables.database import Connection
from storage.tables.stored_values import stored_stub

_PIECE = 1 << 16  # bytes of what waited that are read at a time


@dataclass(frozen=True, slots=True)
class Export:
    """What leaves: all that a profile lets through, or of that ``only`` these acts."""

    connection: Connection
    profile: str
    only: set[str] | None = None

    def pieces(self, head: Json, progress: Progress = ALONE) -> Iterator[bytes]:
        """The snapshot; ``head`` says whose it is and of when. Its records wait where the system
        keeps such things, not on the stick that the file goes to, until their digest is known.

        Raises Refused where an act in the file is not what its id says.
        """
        part = ProfilePart(self.connection, self.profile)
        with tempfile.TemporaryFile() as waiting, self._by_time(part):
            collect, write = progress.part(0, 0.7, "collect"), progress.part(0.7, 1, "write")
            records_digest = records_part(self._records(part, collect), waiting.write)
            ids, erased = self._ids(), self._erased(part)
            told = head | {
                "count": len(ids),
                "acts_digest": ids.digest([decode(one) for one in erased]),
                "records_digest": records_digest,
            }
            acts = write.over(self._acts(), len(ids))
            yield from snapshot_pieces(told, _from_its_start(waiting), acts, erased)

    def _records(
        self, part: ProfilePart, progress: Progress
    ) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Every type with its records; no type where only some acts leave."""
        if self.only is not None:
            return
        counts = {type_: part.count(type_) for type_ in sorted(FIELDS) if goes(self.profile, type_)}
        mask = None if goes(self.profile, "names") else Redaction(names_known(self.connection))
        total, done = sum(counts.values()) or 1, 0
        for type_ in sorted(FIELDS):
            count = counts.get(type_, 0)
            share = progress.part(done / total, (done + count) / total)
            merged = share.over(part.records(type_), count) if count else ()
            found = (fields_for(self.profile, type_, as_json(one)) for one in merged)
            yield type_, (encode(mask.of(type_, one) if mask else one) for one in found)
            done += count

    @contextmanager
    def _by_time(self, part: ProfilePart) -> Iterator[None]:
        """The acts that leave, by time and id: SQLite sorts them outside our memory."""
        where, values = f"NOT a.erased AND {part.where}", list[str]()
        if not goes(self.profile, "acts"):
            where = "0"
        elif self.only is not None:
            where += " AND a.id IN (SELECT value FROM json_each(?))"
            values.append(json.dumps([*self.only]))
        execute = self.connection.execute
        execute("CREATE TEMP TABLE IF NOT EXISTS leaving (n INTEGER, id TEXT)")
        execute("DELETE FROM leaving")  # dropping it would wait for every other reader
        query = f"SELECT a.n, a.id FROM acts a WHERE {where} ORDER BY a.at, a.id"
        execute(f"INSERT INTO leaving {query}", values)
        try:
            yield
        finally:
            execute("DELETE FROM leaving")

    def _ids(self) -> IdSet:
        found = IdSet()
        for _, id_ in self._listed():
            found.add(id_)
        return found

    def _listed(self) -> Iterator[tuple[int, str]]:
        """Number and id of the acts that leave, in their order."""
        last = 0
        query = f"SELECT rowid, n, id FROM leaving WHERE rowid > ? ORDER BY rowid LIMIT {CHUNK}"
        while rows := self.connection.execute(query, (last,)).fetchall():
            yield from ((number, id_) for _, number, id_ in rows)
            last = rows[-1][0]

    def _acts(self) -> Iterator[bytes]:
        """The bodies, one at a time: some are large."""
        for number, id_ in self._listed():
            row = self.connection.execute("SELECT body FROM acts WHERE n = ?", (number,)).fetchone()
            body = row[0].encode()
            if digest(body) != id_:
                raise damaged(self.connection)
            yield body

    def _erased(self, part: ProfilePart) -> list[bytes]:
        """What is left of erased acts, by id."""
        query = f"SELECT a.id, a.body FROM acts a WHERE a.erased AND {part.leaves} ORDER BY a.id"
        if not goes(self.profile, "acts"):
            return []
        rows = self.connection.execute(query).fetchall()
        return [
            encode(stored_stub(self.connection, id_, body).as_json())
            for id_, body in rows
            if self.only is None or id_ in self.only
        ]


def _from_its_start(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    return iter(lambda: file.read(_PIECE), b"")
