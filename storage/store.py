"""An arrangement file, opened to read and to write: the face of everything in this package."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storage.editing.new_file import create, keep_index
from storage.errors import Refused
from storage.reader import Reader
from storage.tables.damage import face
from storage.views.seed_release import Brings, brings_nothing

if TYPE_CHECKING:
    from storage.backups.replaceable import Kind
    from storage.editing.author import Who
    from storage.editing.change_store import Changes
    from storage.editing.document_store import EditableDocuments
    from storage.erasure.erasure_store import Erasures
    from storage.exchange.exchange_store import Exchange
    from storage.journal.journal import Journal
    from storage.meetings.meeting_store import EditableMeetings
    from storage.snapshot.quarantine_store import Quarantine
    from storage.snapshot.snapshot_store import Snapshots
    from storage.views.act_row import ActRow
    from storage.views.arrangement_counts import Totals
    from storage.views.change import Applied, Change, Seen


@face("connection")
class Store(Reader):
    """An open file. Every write is one transaction, or raises Refused and changes nothing.

    ``by`` is the name of who writes; without it whoever wrote last on this device. ``brings``
    tells which acts of a seed come with the app, and so may come in from elsewhere.
    """

    writes = True

    def __init__(
        self,
        path: Path,
        by: str | None = None,
        today: date | None = None,
        brings: Brings = brings_nothing,
    ) -> None:
        super().__init__(path, today)
        self.connection.keep = keep_index
        self._by = by
        self.brings = brings

    @classmethod
    def open(cls, path: Path, by: str | None = None, brings: Brings = brings_nothing) -> "Store":
        """Open an existing file. Raises Refused where that cannot be done; writes nothing."""
        return cls(path, by, brings=brings)

    create = staticmethod(create)

    @cached_property
    def exchange(self) -> "Exchange":
        from storage.exchange.exchange_store import Exchange

        return Exchange(self)

    @cached_property
    def snapshots(self) -> "Snapshots":
        from storage.snapshot.snapshot_store import Snapshots

        return Snapshots(self)

    @cached_property
    def quarantine(self) -> "Quarantine":
        from storage.snapshot.quarantine_store import Quarantine

        return Quarantine(self)

    @cached_property
    def erasures(self) -> "Erasures":
        from storage.erasure.erasure_store import Erasures

        return Erasures(self)

    @property
    def meetings(self) -> "EditableMeetings":
        from storage.meetings.meeting_store import EditableMeetings

        return EditableMeetings(self, self.lists)

    @cached_property
    def changes(self) -> "Changes":
        from storage.editing.change_store import Changes

        return Changes(self)

    @cached_property
    def documents(self) -> "EditableDocuments":
        from storage.editing.document_store import EditableDocuments

        return EditableDocuments(self)

    @cached_property
    def journal(self) -> "Journal":
        """Who writes here, and the pen."""
        from storage.journal.journal import Journal

        return Journal(self.connection, self.path, self._by)

    @property
    def device(self) -> str | None:
        who = self.journal.identity
        return (who.device or None) if who else None

    @property
    def author(self) -> str | None:
        who = self.journal.identity
        return who.author if who else None

    def totals(self) -> "Totals":
        from storage.queries.history.unsent import days_unsent

        unsent = days_unsent(self.connection, self.path, self.today)
        return super().totals()._replace(unsent=unsent)

    @property
    def wrote(self) -> bool:
        """Whether something was written here since it was opened."""
        return "journal" in vars(self) and self.journal.wrote

    @property
    def no_copy(self) -> Refused | None:
        """Why there is no copy of before today's first change; None where there need be none."""
        return self.journal.no_copy if self.wrote else None

    def apply(self, *changes: "Change") -> "Applied":
        """Make these changes in one act for each scope, taken back as one; the first tells why.
        Records that say it already are passed over; all others change, or none."""
        from storage.editing.engine import apply_changes

        return apply_changes(self.connection, self.journal, *changes)

    def edit(
        self,
        record: str,
        changes: Mapping[str, object],
        why: str | None = None,
        *,
        seen: "Seen | None" = None,
    ) -> str:
        """Change a record, on what was ``seen`` where that is given; returns the act's id."""
        from storage.views.change import Change

        return self.apply(Change((record,), sets=changes, reason=why, seen=seen)).acts[-1]

    def add(
        self,
        type_: str,
        changes: Mapping[str, object],
        why: str | None = None,
        *,
        own: bool = False,
    ) -> str:
        """Add a record; returns its id. An agreement gets a code and, by its kind, a status."""
        from storage.views.change import Change

        return self.apply(Change(new=type_, sets=changes, own=own, reason=why)).added[0]

    def status(
        self, record: str, status: str, why: str | None = None,
        evidence: str | None = None, successor: str | None = None,
    ) -> str:  # fmt: skip
        """Change a status, with evidence or successor in the same act; returns its id."""
        from storage.views.change import Change

        sets: dict[str, object] = {"status": status}
        if successor:
            sets[f"related/replaced_by/{self.find(successor).partition('/')[2]}"] = True
        entry = {"kind": "evidence", "text": evidence} if evidence else None
        return self.apply(Change((record,), sets=sets, entry=entry, reason=why)).acts[-1]

    def note(
        self, record: str, text: str, kind: str = "remark", *,
        date: str | None = None, own: bool = False,
    ) -> str:  # fmt: skip
        """Write an entry about a record; returns its id."""
        from storage.views.change import Change

        entry = {"kind": kind, "text": text, "date": date}
        return self.apply(Change((record,), entry=entry, own=own)).added[0]

    def delete(self, record: str, why: str | None = None) -> None:
        """Delete a record; its history stays and it can be restored."""
        self.edit(record, {"life": "deleted"}, why)

    def restore(self, record: str, why: str | None = None) -> None:
        """Bring a deleted or contested record back."""
        self.edit(record, {"life": "live"}, why)

    def join(self, record: str, into: str, why: str | None = None) -> str:
        """Let ``into`` stand for ``record``, of the same type; returns the act's id."""
        from storage.editing.change_store import join_change

        return self.apply(join_change(record, into, why)).acts[-1]

    def resolve(self, record: str, field: str, value: object, why: str | None = None) -> None:
        """Settle a field on which several values stand, with one of them or another."""
        self.changes.resolve_all([(record, field, value)], why)

    def who(self) -> "Who":
        """Who writes here now."""
        from storage.editing.author import who

        return who(self.connection, self.journal)

    def introduce(
        self, name: str | None, organisation: str | None = None,
        make: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Say who writes here: a name and the tail of an organisation; None takes it away. ``make``
        has the names of organisations that are made first, by id."""
        from storage.editing.author import introduce

        introduce(self.connection, self.journal, name, organisation, make)

    def undo(self, act: str | None = None, why: str | None = None) -> "ActRow":
        """Take back my last act on this device, or a chosen one; returns it."""
        if act is not None:
            return self.changes.undo_chosen([act], why)[0]
        from storage.editing import undo

        return undo.undo(self.connection, self.journal, why)

    def redo(self, why: str | None = None) -> "ActRow":
        """Do again what was taken back last; returns the act that stands again."""
        from storage.editing import undo

        return undo.redo(self.connection, self.journal, why)

    def backup(self, path: Path, *, force: bool = False) -> None:
        """Write a copy of the whole file, over something else only with ``force``."""
        from storage.backups.backup import backup

        self.check_target(path, "backup", force=force)
        backup(self.connection, path)

    def check_target(self, path: Path, kind: "Kind", *, force: bool = False) -> None:
        """Raises Refused for what an export or a backup of this arrangement must not replace."""
        from storage.backups.replaceable import check_target

        check_target(path, own=self.path, kind=kind, ours=self.arrangement, force=force)
