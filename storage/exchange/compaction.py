"""Carrying out in a folder what `joining` says, and taking away what is held elsewhere in it."""

import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from storage.acts import Stub
from storage.exchange.compaction_plan import PLACED, joins_by_month, lying
from storage.exchange.ledger import THE_STUB, WENT
from storage.exchange.segment_reader import contents
from storage.exchange.send import Outgoing
from storage.files.atomic import sweep
from storage.formats.segment_layout import has_bytes
from storage.progress import Progress
from storage.tables.chunks import select_in
from storage.tables.database import Connection, transaction
from storage.tables.stored_values import stored_stub


class Compaction:
    """One folder that was just brought up to date: its acts are known here, or set apart. A
    segment with any of the latter stays as it is."""

    def __init__(self, connection: Connection, place: Path, folder: int, today: date) -> None:
        self._connection = connection
        self._place = place
        self._folder = folder
        self._today = today
        self._whole: dict[int, bool] = {}

    def join(self, going: Outgoing, progress: Progress) -> int:
        """Join what is to be joined; how many segments that made superfluous. Raises Refused
        where the folder cannot be written."""
        gone = 0
        wanted = joins_by_month(lying(self._connection, self._folder), self._today)
        groups = [(month, group) for month, groups in wanted.items() for group in groups]
        for n, (month, group) in enumerate(groups):
            progress.step(n, len(groups))
            left = [one for one in group if self._holder(one.number) is None]
            if len(left) > 1:
                acts, stubs = self._contents([one.number for one in left])
                going.put(month, acts, stubs, [one.digest for one in left])
            gone += self.remove_held(one.number for one in group)
        return gone

    def rewrite(self, going: Outgoing) -> None:
        """Write the segments again in which a body stands that was erased here, without it: the
        one exception to what a folder is. Raises Refused where the folder cannot be written."""
        rows = self._connection.execute(
            "SELECT DISTINCT h.segment FROM segment_acts h JOIN acts ON acts.n = h.act"
            " JOIN folder_files f ON f.segment = h.segment AND f.folder = ?"
            f" WHERE acts.erased AND NOT h.stub AND {WENT}",
            (self._folder,),
        ).fetchall()
        for (number,) in rows:
            if not self.remove_held([number]):
                self._rewrite(number, going)

    def _rewrite(self, number: int, going: Outgoing) -> None:
        found = next((one for one in self._files(number) if has_bytes(one[0], one[2])), None)
        if found is None:
            return
        path, name, digest = found
        header, acts = contents(path)
        stubs = {stub.id: stub for stub in header.stubs}
        went = self._went([*stubs, *(act for act, _ in acts)])
        left = [(act, line) for act, line in acts if act not in went]
        month = name[:7] if PLACED.fullmatch(name) else f"{self._today:%Y-%m}"
        new = going.put(
            month, left, [*(stubs | went).values()], [digest] if header.replaces else []
        )
        if self._is_whole(new):
            self._remove(number)

    def _went(self, acts: Sequence[str]) -> dict[str, Stub]:
        """What is left of those of these acts that were erased here."""
        query = f"SELECT id, body FROM acts WHERE {WENT} AND id IN (…)"
        rows = select_in(self._connection, query, acts)
        return {act: stored_stub(self._connection, act, body) for act, body in rows}

    def remove_held(self, segments: Iterable[int]) -> int:
        """Take away of these what another segment holds whole; how many that were."""
        gone = 0
        for number in segments:
            holder = self._holder(number)
            if holder is not None and self._is_whole(holder):
                gone += self._remove(number)
        return gone

    def clear(self) -> None:
        """Take away what a write that was cut off left behind in any month, once it is surely
        over. What is a link leads elsewhere."""
        for entry in os.scandir(self._place):
            if entry.is_dir(follow_symlinks=False):
                sweep(Path(entry))

    def _holder(self, segment: int) -> int | None:
        """A segment here that holds all that this one does, and stays when only one of both
        can: of two that hold the same the one with the lowest digest."""
        query = (
            "SELECT DISTINCT t.segment, d.digest FROM segment_acts t JOIN folder_files f"
            " ON f.segment = t.segment AND f.folder = ?1 JOIN segments d ON d.id = t.segment"
            " WHERE t.segment <> ?2 AND t.act ="
            " (SELECT act FROM segment_acts WHERE segment = ?2 LIMIT 1) ORDER BY d.digest"
        )
        rows = self._connection.execute(query, (self._folder, segment)).fetchall()
        (mine,) = self._connection.execute(
            "SELECT digest FROM segments WHERE id = ?", (segment,)
        ).fetchone()
        for other, digest in rows:
            if self._holds(other, segment) and (digest < mine or not self._holds(segment, other)):
                return int(other)
        return None

    def _holds(self, one: int, other: int) -> bool:
        """Whether one segment has all of another; of what was erased here, what is left of it."""
        query = (
            "SELECT 1 FROM segment_acts o JOIN acts ON acts.n = o.act WHERE o.segment = ?2 AND NOT"
            " EXISTS (SELECT 1 FROM segment_acts s WHERE s.act = o.act AND s.segment = ?1 AND"
            f" (s.stub = o.stub OR s.stub = {THE_STUB} AND {WENT}))"
            " UNION ALL SELECT 1 FROM segment_apart WHERE segment = ?2 LIMIT 1"
        )
        return self._connection.execute(query, (one, other)).fetchone() is None

    def _contents(self, segments: Collection[int]) -> tuple[list[tuple[str, bytes]], list[Stub]]:
        """All that these hold, as it counts here, in the order in which it is written."""
        marks = ",".join("?" * len(segments))
        rows = self._connection.execute(
            "SELECT DISTINCT id, at, erased, body FROM segment_acts JOIN acts ON n = act"
            f" WHERE segment IN ({marks}) ORDER BY at, id",
            [*segments],
        ).fetchall()
        bodies = [(act, body.encode()) for act, _, erased, body in rows if not erased]
        return bodies, [
            stored_stub(self._connection, act, body) for act, _, erased, body in rows if erased
        ]

    def _is_whole(self, segment: int) -> bool:
        """Whether a file of this segment is there with its very bytes, read again now."""
        if segment not in self._whole:
            self._whole[segment] = any(
                has_bytes(path, digest) for path, _, digest in self._files(segment)
            )
        return self._whole[segment]

    def _remove(self, segment: int) -> bool:
        """Take its files away, as far as they still are what they were and that is allowed."""
        gone = False
        for path, name, digest in self._files(segment):
            if not has_bytes(path, digest):
                continue
            with suppress(OSError):  # open elsewhere, or not ours to delete: it may stay
                path.unlink()
                gone = True
                with transaction(self._connection):
                    query = "DELETE FROM folder_files WHERE folder = ? AND name = ?"
                    self._connection.execute(query, (self._folder, name))
                if path.parent != self._place:
                    path.parent.rmdir()  # only where it is empty
        return gone

    def _files(self, segment: int) -> list[tuple[Path, str, str]]:
        rows = self._connection.execute(
            "SELECT name, digest FROM folder_files JOIN segments ON id = segment"
            " WHERE folder = ? AND segment = ?",
            (self._folder, segment),
        ).fetchall()
        return [(self._place / name, name, digest) for name, digest in rows]
