"""One file with an arrangement, opened: everything that the screen and the command line call."""

import os
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storage.acts import Act
from storage.backup import backup
from storage.bulk import many_objects
from storage.editing import codes, turns
from storage.errors import Refused
from storage.files import beside, read_whole, write_whole
from storage.identity import new_id
from storage.journal import Journal, now
from storage.reading import disputes, history, moments, pages, problems, search
from storage.reading.lists import Lists
from storage.records.as_json import Json, as_json, records_json
from storage.records.fields import FIELDS, type_of
from storage.snapshot import write
from storage.snapshot.profiles import PROFILES
from storage.tables import database
from storage.tables.check import check
from storage.tables.intake import take_in
from storage.tables.projection import merged_now
from storage.tables.world import stored_acts, stored_stubs
from storage.views import (
    ActRow,
    Conflict,
    Entry,
    Group,
    Hit,
    Page,
    Place,
    Preview,
    Problem,
    Totals,
    View,
)

if TYPE_CHECKING:
    from storage.editing.edits import Editor


class Store:
    """An open arrangement file. Every write is one transaction, or raises Refused.

    ``by`` is the name of who writes; without it whoever wrote last on this device.
    """

    def __init__(self, path: Path, by: str | None = None, today: date | None = None) -> None:
        self.path = path
        self.connection = database.connect(path)
        self.journal = Journal(self.connection, path, by)
        self.today = today or date.today()
        self._lists: tuple[tuple[int, int], Lists] | None = None

    @classmethod
    def open(cls, path: Path, by: str | None = None) -> "Store":
        """Open an existing file. Raises Refused where that cannot be done; writes nothing."""
        return cls(path, by)

    @classmethod
    def create(cls, path: Path, arrangement: str, acts: Iterable[Act] = ()) -> None:
        """Make a new file with these acts, whole or not at all."""
        for there in (path, database.journal_of(path)):
            if os.path.lexists(there):
                raise Refused("file_exists", path=there)
        with (
            beside(path) as made,
            closing(database.prepare(made)) as connection,
            database.transaction(connection),
        ):
            rows = [("arrangement", arrangement), ("token", new_id())]
            connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
            take_in(connection, acts, (), now())

    def close(self) -> None:
        self.connection.close()

    # What is read

    @property
    def arrangement(self) -> str:
        """The id of the arrangement that the file belongs to."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = 'arrangement'").fetchone()
        return str(row[0])

    def version(self) -> tuple[int, int]:
        """Something else as soon as anyone, here or in another program, has written."""
        (others,) = self.connection.execute("PRAGMA data_version").fetchone()
        return int(others), self.connection.total_changes

    def totals(self) -> Totals:
        return self.lists.totals()

    def regions(self) -> list[Place]:
        return self.lists.regions()

    def programmes(self, region: str | None) -> list[Place]:
        return self.lists.programmes(region)

    def agreements(self, region: str | None, programme: str | None, view: View) -> list[Group]:
        return self.lists.agreements(region, programme, view)

    def page(self, record: str) -> Page:
        return pages.page(self.connection, self.lists, record)

    def entries(self, record: str) -> tuple[Entry, ...]:
        return pages.entries(self.connection, record)

    def history(self, record: str | None, since: str | None = None) -> list[ActRow]:
        return history.history(self.connection, record, self._device, since)

    def conflicts(self, record: str | None = None) -> list[Conflict]:
        return disputes.conflicts(self.connection, record)

    def search(self, words: str, limit: int) -> tuple[list[Hit], int]:
        return search.search(self.connection, words, limit)

    def problems(self) -> list[Problem]:
        return problems.problems(self.connection)

    def find(self, code: str) -> str:
        """The id that a code or id stands for. Raises Refused with the nearest codes."""
        return codes.find(self.connection, code)

    def records(self, type_: str, as_of: str | None = None, *, known: bool = False) -> list[Json]:
        """All records of a type as JSON, deleted ones too, by id; as they stood, if asked."""
        if as_of is not None:
            found = moments.at_moment(self.connection, as_of, known=known)
        else:
            query = "SELECT DISTINCT record FROM said WHERE record >= ? AND record < ?"
            rows = self.connection.execute(query, (f"{type_}/", f"{type_}0")).fetchall()
            found = merged_now(self.connection, [record for (record,) in rows])
        return records_json(found.values()).get(type_, [])

    def record(self, id_: str, as_of: str | None = None, *, known: bool = False) -> Json:
        """One record as JSON. Raises Refused where there was none."""
        if as_of is not None:
            found = moments.at_moment(self.connection, as_of, known=known).get(id_)
        else:
            found = merged_now(self.connection, [id_])[id_]
        if found is None or not found.listed or type_of(id_) not in FIELDS:
            raise Refused("not_there_then", code=id_)
        return as_json(found)

    def snapshot(self, profile: str = "partners", only: set[str] | None = None) -> bytes:
        """The bytes of a snapshot under a profile; ``only`` these acts, where given."""
        if profile not in PROFILES:
            raise Refused(
                "unknown_value", field="profile", value=profile, nearest=", ".join(PROFILES)
            )
        who = self.journal.identity
        return write.snapshot(
            stored_acts(self.connection),
            stored_stubs(self.connection),
            arrangement=self.arrangement,
            profile=profile,
            exported_at=now(),
            exported_by=who.author if who else None,
            device=who.device if who else None,
            only=only,
        )

    def lacking(self, data: bytes) -> set[str]:
        """The ids of the acts known here that a snapshot lacks."""
        from storage.snapshot.read import read_snapshot  # noqa: PLC0415 - pydantic stays out

        theirs = {act.id for act in read_snapshot(data).acts or []}
        rows = self.connection.execute("SELECT id FROM acts").fetchall()
        return {id_ for (id_,) in rows} - theirs

    def arrived_since(self, when: str) -> set[str]:
        """The ids of the acts that arrived here after the beginning of a day, or a time."""
        query = "SELECT id FROM acts WHERE arrived > ?"
        rows = self.connection.execute(query, (moments.moment(when, start=True),)).fetchall()
        return {id_ for (id_,) in rows}

    def check(self) -> list[Problem]:
        """Prove that the file is intact and its tables are what its acts make; what is wrong."""
        return check(self.connection)

    @property
    def lists(self) -> Lists:
        version = self.version()
        if self._lists is None or self._lists[0] != version:
            self._lists = (version, Lists(self.connection, self.today))
        return self._lists[1]

    @property
    def _device(self) -> str | None:
        who = self.journal.identity
        return who.device if who else None

    # What is written

    def edit(self, record: str, changes: Mapping[str, object], why: str | None = None) -> str:
        return self._editor.edit(record, changes, why)[-1].id

    def add(
        self,
        type_: str,
        changes: Mapping[str, object],
        why: str | None = None,
        *,
        own: bool = False,
    ) -> str:
        return self._editor.add(type_, changes, why, own=own)

    def status(
        self,
        record: str,
        status: str,
        why: str | None = None,
        evidence: str | None = None,
        successor: str | None = None,
    ) -> str:
        """Change a status, with the evidence or the successor in the same act."""
        changes: dict[str, object] = {"status": status}
        if successor:
            changes[f"related/replaced_by/{self.find(successor).partition('/')[2]}"] = True
        entry = {"kind": "evidence", "text": evidence} if evidence else None
        return self._editor.edit(record, changes, why, entry)[-1].id

    def note(self, record: str, text: str, kind: str = "remark", own: bool = False) -> str:
        """Write an entry about a record; returns its id."""
        return self.add("entries", {"about": record, "kind": kind, "text": text}, own=own)

    def delete(self, record: str, why: str | None = None) -> None:
        self._editor.delete(record, why)

    def restore(self, record: str, why: str | None = None) -> None:
        self._editor.restore(record, why)

    def resolve(self, record: str, field: str, value: object, why: str | None = None) -> None:
        self._editor.resolve(record, field, value, why)

    def undo(self, act: str | None = None, why: str | None = None) -> ActRow:
        """Take back my last act on this device, or a chosen one; returns it."""
        if act is None:
            undone = turns.undo(self.connection, self.journal, why)
        else:
            undone = turns.undo_chosen(self.connection, self.journal, act, why)
        return history.act_row(self.connection, undone, self._device)

    def redo(self, why: str | None = None) -> ActRow:
        """Do again what was taken back last; returns the act that stands again."""
        again = turns.redo(self.connection, self.journal, why)
        return history.act_row(self.connection, again, self._device)

    def export(self, path: Path, profile: str = "partners", only: set[str] | None = None) -> int:
        """Write a snapshot to a file, whole or not at all; returns its size in bytes."""
        self._not_itself(path)
        data = self.snapshot(profile, only)
        write_whole(path, data)
        return len(data)

    def preview(self, path: Path) -> Preview:
        """What importing a snapshot would do. Raises Refused for what cannot be imported."""
        from storage.snapshot.read import read_snapshot  # noqa: PLC0415 - pydantic stays out
        from storage.snapshot.take import preview  # noqa: PLC0415

        file = read_snapshot(read_whole(path))
        return preview(self.connection, self.journal, file, path.name)

    def import_(self, path: Path, *, edits: bool = False, skip_bad: bool = False) -> Preview:
        """Take a snapshot in: with ``edits`` also what was changed in it by hand, with
        ``skip_bad`` the valid acts of a spoilt file, setting the rest apart."""
        from storage.snapshot import take  # noqa: PLC0415 - pydantic stays out of start-up
        from storage.snapshot.read import read_snapshot, read_what_is_valid  # noqa: PLC0415

        data = read_whole(path)
        known = take.already(self.connection, data)
        if known is not None and not edits:
            return known
        with many_objects():
            try:
                file = read_snapshot(data)
            except Refused as error:
                if error.key != "spoilt" or not skip_bad:
                    raise
                file = read_what_is_valid(data)
            return take.take(self.connection, self.journal, file, path.name, data, edits=edits)

    def backup(self, path: Path) -> None:
        """Write a copy of the whole file."""
        self._not_itself(path)
        backup(self.connection, path)

    def _not_itself(self, path: Path) -> None:
        """Refuse to write something else over the open file."""
        if os.path.lexists(path) and path.samefile(self.path):
            raise Refused("file_exists", path=path)

    @property
    def _editor(self) -> "Editor":
        from storage.editing.edits import Editor  # noqa: PLC0415 - pydantic stays out of start-up

        return Editor(self.connection, self.journal)
