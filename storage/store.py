"""An arrangement file, opened to read and to write: the face of everything in this package."""

import os
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from storage.bulk import many_objects
from storage.erasure.erasure_store import Erasable
from storage.errors import Refused
from storage.files.atomic import file_beside, writing
from storage.files.file_errors import name_of
from storage.files.open_file import hash_of, reading
from storage.progress import ALONE, Progress, Watch, unwatched
from storage.tables import database, meta, opening
from storage.tables.damage import face
from storage.views.seed_release import Brings, brings_nothing

if TYPE_CHECKING:
    from storage.acts import Act
    from storage.backups.replaceable import Kind
    from storage.editing.author import Who
    from storage.journal.admission import Admission
    from storage.journal.journal import Journal
    from storage.snapshot.snapshot_reader import Snapshot
    from storage.views.act_row import ActRow
    from storage.views.arrangement_counts import Totals
    from storage.views.change import Applied, Change, ChangePreview, Seen
    from storage.views.differences import Difference
    from storage.views.import_preview import Preview
    from storage.views.join_preview import Joining
    from storage.views.passage import Passage
    from storage.views.release_offer import Offer
    from storage.views.set_apart import Readmitted
    from storage.views.undo_effect import TakingBack


@face("connection")
class Store(Erasable):
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
        self.connection.keep = _keep
        self._by = by
        self.brings = brings

    @classmethod
    def open(cls, path: Path, by: str | None = None, brings: Brings = brings_nothing) -> "Store":
        """Open an existing file. Raises Refused where that cannot be done; writes nothing."""
        return cls(path, by, brings=brings)

    @classmethod
    def create(
        cls,
        path: Path,
        arrangement: str,
        acts: "Iterable[Act]" = (),
        profile: str | None = None,
    ) -> None:
        """Make a new file with these acts, whole or not at all; ``profile`` says how the
        document of the arrangement is divided."""
        from storage import clock
        from storage.identity.device_identity import new_id
        from storage.tables.insert import take_in

        for there in (path, database.journal_of(path)):
            if os.path.lexists(there):
                raise Refused("file_exists", path=there)
        with (
            file_beside(path, private=True) as made,
            closing(opening.prepare(made)) as connection,
            database.transaction(connection),
        ):
            connection.keep = _keep
            texts = {meta.ARRANGEMENT: arrangement, meta.TOKEN: new_id()}
            if profile is not None:
                texts[meta.PROFILE] = profile
            meta.write(connection, texts)
            take_in(connection, acts, (), clock.now())

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

    def preview_change(self, change: "Change") -> "ChangePreview":
        """What a change would do in each of its records, and where it cannot be made and why;
        writes nothing. Raises Refused for what can be made in none of them."""
        from storage.editing.engine import preview_change

        return preview_change(self.connection, change)

    def apply(self, *changes: "Change") -> "Applied":
        """Make these changes in one act, which is taken back as one; with records of several
        scopes each scope gets its own. The first tells the reason.

        Records that say it already are passed over; where it cannot be done in every other one,
        nothing changes.
        """
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
        """Change a record; returns the act's id. With ``seen`` the fields are set on what was
        seen of them, not on what is there now."""
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
        """Add a record of a type; returns its id. An agreement gets a code and, by its kind, a
        status."""
        from storage.views.change import Change

        return self.apply(Change(new=type_, sets=changes, own=own, reason=why)).added[0]

    def status(
        self,
        record: str,
        status: str,
        why: str | None = None,
        evidence: str | None = None,
        successor: str | None = None,
    ) -> str:
        """Change a status, with the evidence or the successor in the same act; returns its id."""
        from storage.views.change import Change

        sets: dict[str, object] = {"status": status}
        if successor:
            sets[f"related/replaced_by/{self.find(successor).partition('/')[2]}"] = True
        entry = {"kind": "evidence", "text": evidence} if evidence else None
        return self.apply(Change((record,), sets=sets, entry=entry, reason=why)).acts[-1]

    def note(
        self,
        record: str,
        text: str,
        kind: str = "remark",
        *,
        date: str | None = None,
        own: bool = False,
    ) -> str:
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
        return self.apply(_join(record, into, why)).acts[-1]

    def joining(self, record: str, into: str) -> "Joining":
        """What letting ``into`` stand for ``record`` would do; writes nothing. Raises Refused for
        what cannot be joined."""
        from storage.editing.engine import consequences

        change = _join(record, into, None)
        follows = consequences(self.connection, self.journal, change)  # refuses what it must
        return super().joining(record, into)._replace(follows=follows)

    def recode(self, record: str, why: str | None = None) -> str:
        """Give an agreement a code that none has; returns it."""
        from storage.editing.new_code import recode

        return recode(self.connection, self.journal, record, why)

    def resolve_all(
        self, settled: Sequence[tuple[str, str, object]], why: str | None = None
    ) -> None:
        """Settle several conflicts at once: records, fields and the values that are to stand."""
        from storage.views.change import Change

        self.apply(*(Change((record,), sets={field: value}, settles=True, reason=why)
                     for record, field, value in settled))  # fmt: skip

    def resolve(self, record: str, field: str, value: object, why: str | None = None) -> None:
        """Settle a field on which several values stand, with one of them or another."""
        self.resolve_all([(record, field, value)], why)

    def take_source(self, record: str, why: str | None = None) -> str:
        """Take over what the seed says of the fields of a record, where a person's value stands
        before it; returns the act's id. Raises Refused where it says nothing else."""
        from storage.editing.seed_values import take_source

        return take_source(self.connection, self.journal, record, why)[-1].id

    def who(self) -> "Who":
        """Who writes here now."""
        from storage.editing.author import who

        return who(self.connection, self.journal)

    def introduce(
        self,
        name: str | None,
        organisation: str | None = None,
        make: Mapping[str, str] | None = None,
    ) -> None:
        """Say who writes here: a name, and the tail of an organisation; None takes it away.
        ``make`` has the names of organisations that are made first, by id.

        A name that another person on this device has is that person's: who writes is another
        from then on.
        """
        from storage.editing.author import introduce

        introduce(self.connection, self.journal, name, organisation, make)

    def undo(self, act: str | None = None, why: str | None = None) -> "ActRow":
        """Take back my last act on this device, or a chosen one; returns it."""
        from storage.editing import undo
        from storage.queries.history.act_history import act_row

        if act is not None:
            return self.undo_chosen([act], why)[0]
        with many_objects():
            undone = undo.undo(self.connection, self.journal, why)
            return act_row(self.connection, undone)

    def undo_chosen(self, acts: Sequence[str], why: str | None = None) -> list["ActRow"]:
        """Take back these acts together, and none that came later; returns them. Those of others,
        or that were imported, ask a reason: it is done for everyone."""
        from storage.editing import undo
        from storage.queries.history.act_history import act_row

        with many_objects():
            undone = undo.undo_chosen(self.connection, self.journal, acts, why)
            return [act_row(self.connection, act.id) for act in undone]

    def taking_back(self, acts: Sequence[str]) -> "TakingBack":
        """What taking these acts back would do; writes nothing."""
        from storage.editing.undo import preview_undo

        return preview_undo(self.connection, self.journal, acts)

    def redo(self, why: str | None = None) -> "ActRow":
        """Do again what was taken back last; returns the act that stands again."""
        from storage.editing import undo
        from storage.queries.history.act_history import act_row

        with many_objects():
            again = undo.redo(self.connection, self.journal, why)
            return act_row(self.connection, again)

    def attach(
        self,
        document: str,
        passages: Sequence["Passage"],
        profile: str | None = None,
        moves: Mapping[str, str] | None = None,
    ) -> int:
        """Put a document beside the arrangement; how many of its passages were not there just so.

        ``profile``, where given, is how this arrangement's document is divided from now on. What
        stands at a place in ``moves``, or is said about the passage there, goes along to where
        that passage is now.
        """
        from storage.editing.attachment import attach

        return attach(self.connection, self.journal, document, passages,
                      profile=profile, moves=moves or {})  # fmt: skip

    def leave_empty(self, passages: Sequence[str], reason: str) -> None:
        """Say of these passages, by id, that they give no record, and why; in one act."""
        from storage.editing.empty_passages import leave_empty

        leave_empty(self.connection, self.journal, passages, reason)

    def take_up(self, passages: Sequence[str]) -> None:
        """Take that back: whether these passages give a record is open again."""
        from storage.editing.empty_passages import take_up

        take_up(self.connection, self.journal, passages)

    def snapshot(
        self,
        profile: str = "partners",
        only: set[str] | None = None,
        progress: Progress = ALONE,
    ) -> bytes:
        """The bytes of a snapshot under a profile; ``only`` these acts, where given."""
        return b"".join(self.pieces(profile, only, progress))

    def pieces(
        self, profile: str, only: set[str] | None = None, progress: Progress = ALONE
    ) -> Generator[bytes]:
        """The same piece by piece. Raises Refused for another profile, and for a part of what
        goes to everyone."""
        from storage import clock
        from storage.formats.profiles import PROFILES, goes
        from storage.snapshot.exporter import Export

        if profile not in PROFILES:
            raise Refused(
                "unknown_value", field="profile", value=profile, nearest=", ".join(PROFILES)
            )
        if only is not None and not goes(profile, "acts"):
            raise Refused("public_part")
        who = self.journal.identity if goes(profile, "acts") else None
        head: dict[str, object] = {
            "arrangement": self.arrangement,
            "profile": profile,
            "exported_at": clock.now(),
            "exported_by": who.author if who else None,
            "device": (who.device or None) if who else None,
        }
        yield from Export(self.connection, profile, only).pieces(head, progress)

    def lacking(self, path: Path) -> set[str]:
        """The ids of the acts known here that a snapshot lacks. Raises Refused for a file that is
        none."""
        from storage.snapshot.lacking_acts import lacking_acts

        return lacking_acts(self.connection, partial(reading, path))

    def difference(self, a: Path, b: Path | None = None, watch: Watch = unwatched) -> "Difference":
        """What b says otherwise than a, or without b what is here; what is here is seen as the
        profile of a lets it. Raises Refused for what is no snapshot."""
        from storage.snapshot.file_difference import of_files, with_here

        return with_here(self.connection, a, watch) if b is None else of_files(a, b, watch)

    def arrived_since(self, when: str) -> set[str]:
        """The ids of the acts that arrived here from a day or a time on, or after the nth (`#n`).
        Raises Refused for what is none of these."""
        from storage.tables.arrivals import arrival

        query = "SELECT id FROM acts WHERE n > ?"
        after = arrival(self.connection, when, start=True)
        rows = self.connection.execute(query, (after,)).fetchall()
        return {id_ for (id_,) in rows}

    def export(
        self,
        path: Path,
        profile: str = "partners",
        only: set[str] | None = None,
        watch: Watch = unwatched,
        *,
        force: bool = False,
    ) -> int:
        """Write a snapshot to a file, whole or not at all, compressed where its name ends in
        ``.gz``; returns its size in bytes. Raises Refused where something else stands there,
        unless ``force`` is given."""
        self.check_target(path, "export", force=force)
        pieces = self.pieces(profile, only, Progress(watch))
        packed = path.suffix.lower() == ".gz"
        with many_objects(), writing(path, packed=packed) as write, closing(pieces):
            for piece in pieces:
                write(piece)
        self.sent(profile, only)
        return path.stat().st_size

    def sent(self, profile: str, only: set[str] | None = None) -> None:
        """A snapshot has left: what it carried waits no longer. A public one carries no acts."""
        from storage.queries.history.unsent import remember_sent

        if profile != "public":
            remember_sent(self.connection, self.path, only)

    def preview(self, path: Path, *, skip_bad: bool = False, watch: Watch = unwatched) -> "Preview":
        """What importing a snapshot would do. Raises Refused for what cannot be imported."""
        from storage.snapshot.importer import preview_import

        progress = Progress(watch)
        with many_objects():
            file = self._read(path, progress.part(0, 0.12, "read"), skip_bad=skip_bad)
            compare = progress.part(0.12, 1, "compare")
            return preview_import(
                self.connection, self.journal, file, self._admission(path), compare
            )

    def import_(
        self,
        path: Path,
        *,
        edits: bool | None = None,
        skip_bad: bool = False,
        why: str | None = None,
        watch: Watch = unwatched,
    ) -> "Preview":
        """Take a snapshot in. ``edits`` says whether what was changed in it by hand is taken too,
        for the reason ``why``; a file with such changes is refused where it says nothing. With
        ``skip_bad`` the valid acts of a spoilt file are taken, and the rest is set apart."""
        from storage.snapshot import importer

        progress = Progress(watch)
        digest = hash_of(path, progress.part(0, 0.03, "read"))
        known = importer.already(self.connection, digest)
        if known is not None and not edits:
            return known
        with many_objects():
            file = self._read(path, progress.part(0.03, 0.15, "read"), skip_bad=skip_bad)
            return importer.take(
                self.connection, self.journal, file, self._admission(path),
                progress=progress.part(0.15, 1, "take"), edits=edits, why=why,
            )  # fmt: skip

    def _admission(self, path: Path | None) -> "Admission":
        """Who lets in what a file brings, or what came with the app."""
        from storage.journal.admission import Admission

        return Admission(self.connection, self.brings, name_of(path) if path else "")

    @staticmethod
    def _read(path: Path, progress: Progress, *, skip_bad: bool) -> "Snapshot":
        from storage.snapshot.salvage import read_or_salvage
        from storage.snapshot.snapshot_reader import open_snapshot

        return (read_or_salvage if skip_bad else open_snapshot)(partial(reading, path), progress)

    def offered(self) -> "Offer | None":
        """What this app brings of the seed and this file lacks; it comes in only by
        ``take_offered``."""
        from storage.snapshot.seed_offer import offered

        return offered(self.connection, self.brings)

    def preview_offered(self, watch: Watch = unwatched) -> "Preview":
        """What taking that in would do; writes nothing."""
        from storage.snapshot.importer import preview_import
        from storage.snapshot.seed_offer import release_snapshot

        with many_objects():
            file = release_snapshot(self.connection, self.brings)
            progress = Progress(watch).part(0, 1, "compare")
            return preview_import(
                self.connection, self.journal, file, self._admission(None), progress
            )

    def take_offered(self, watch: Watch = unwatched) -> "Preview":
        """Take that in; what a person said stands before it."""
        from storage.snapshot.importer import take
        from storage.snapshot.seed_offer import release_snapshot

        with many_objects():
            file = release_snapshot(self.connection, self.brings)
            return take(
                self.connection, self.journal, file, self._admission(None),
                progress=Progress(watch).part(0, 1, "take"), edits=False,
            )  # fmt: skip

    def retry(self, numbers: Sequence[int]) -> "Readmitted":
        """Take in which of what is set apart are valid acts now, of a seed only what this app
        brings; the rest stays, with its reason. Raises Refused for a number that is not there."""
        from storage.snapshot.acceptance import retry

        with self.journal.writing() as pen:
            return retry(self.connection, pen, numbers, self.brings)

    def would_accept(self, n: int) -> "Preview":
        """What accepting the acts of a seed that are set apart under a number would change; writes
        nothing. Raises Refused for another number."""
        from storage.snapshot.acceptance import would_accept

        with many_objects():
            return would_accept(self.connection, self.journal, n)

    def accept(self, numbers: Sequence[int]) -> "Readmitted":
        """Take in the acts of a seed that are set apart under these numbers. Raises Refused, and
        takes none, for any other number."""
        from storage.snapshot.acceptance import accept

        with many_objects(), self.journal.writing() as pen:
            return accept(self.connection, pen, numbers)

    def drop(self, numbers: Sequence[int]) -> None:
        """Throw away for good what is set apart. Raises Refused for a number that is not there."""
        from storage.quarantine import drop

        with self.journal.writing() as pen:
            drop(self.connection, pen, numbers)

    def backup(self, path: Path, *, force: bool = False) -> None:
        """Write a copy of the whole file. Raises Refused where something else stands there, unless
        ``force`` is given."""
        from storage.backups.backup import backup

        self.check_target(path, "backup", force=force)
        backup(self.connection, path)

    def check_target(self, path: Path, kind: "Kind", *, force: bool = False) -> None:
        """Raises Refused where something stands at a path that an export or a backup of this
        arrangement must not be written over."""
        from storage.backups.replaceable import check_target

        check_target(path, own=self.path, kind=kind, ours=self.arrangement, force=force)


def _join(record: str, into: str, why: str | None) -> "Change":
    """One record gives way to another of the same type. Raises Refused for what never does."""
    from storage.editing.requirements import check_one_type
    from storage.records.ids import tail_of
    from storage.views.change import Change

    check_one_type(record, into)
    return Change((record,), sets={"joined": tail_of(into)}, reason=why)


def _keep(connection: database.Connection) -> None:
    """Bring up to date what the file keeps of all agreements."""
    from storage.queries.agreements.kept_index import keep

    keep(connection)
