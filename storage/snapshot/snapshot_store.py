"""The snapshots of a file: what leaves in one, what comes in with one, and how two differ."""

from collections.abc import Generator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from storage.bulk import many_objects
from storage.errors import Refused
from storage.files.atomic import writing
from storage.files.file_errors import name_of
from storage.files.open_file import hash_of, reading
from storage.progress import ALONE, Progress, Watch, unwatched
from storage.tables.damage import face

if TYPE_CHECKING:
    from storage.journal.admission import Admission
    from storage.journal.held_file import WrittenFile
    from storage.snapshot.snapshot_reader import Snapshot
    from storage.views.differences import Difference
    from storage.views.import_preview import Preview
    from storage.views.release_offer import Offer


@face("_connection")
class Snapshots:
    """Export, import and comparison."""

    def __init__(self, file: "WrittenFile") -> None:
        self._file = file
        self._connection = file.connection

    def make(
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
        who = self._file.journal.identity if goes(profile, "acts") else None
        head: dict[str, object] = {
            "arrangement": self._file.arrangement,
            "profile": profile,
            "exported_at": clock.now(),
            "exported_by": who.author if who else None,
            "device": (who.device or None) if who else None,
        }
        yield from Export(self._connection, profile, only).pieces(head, progress)

    def lacking(self, path: Path) -> set[str]:
        """The ids of the acts known here that a snapshot lacks. Raises Refused for a file that is
        none."""
        from storage.snapshot.lacking_acts import lacking_acts

        return lacking_acts(self._connection, partial(reading, path))

    def difference(self, a: Path, b: Path | None = None, watch: Watch = unwatched) -> "Difference":
        """What b says otherwise than a, or without b what is here; what is here is seen as the
        profile of a lets it. Raises Refused for what is no snapshot."""
        from storage.snapshot.file_difference import of_files, with_here

        return with_here(self._connection, a, watch) if b is None else of_files(a, b, watch)

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
        self._file.check_target(path, "export", force=force)
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
            remember_sent(self._connection, self._file.path, only)

    def preview(self, path: Path, *, skip_bad: bool = False, watch: Watch = unwatched) -> "Preview":
        """What importing a snapshot would do. Raises Refused for what cannot be imported."""
        from storage.snapshot.importer import preview_import

        progress = Progress(watch)
        with many_objects():
            file = self._read(path, progress.part(0, 0.12, "read"), skip_bad=skip_bad)
            compare = progress.part(0.12, 1, "compare")
            return preview_import(
                self._connection, self._file.journal, file, self._admission(path), compare
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
        known = importer.already(self._connection, digest)
        if known is not None and not edits:
            return known
        with many_objects():
            file = self._read(path, progress.part(0.03, 0.15, "read"), skip_bad=skip_bad)
            return importer.take(
                self._connection, self._file.journal, file, self._admission(path),
                progress=progress.part(0.15, 1, "take"), edits=edits, why=why,
            )  # fmt: skip

    def _admission(self, path: Path | None) -> "Admission":
        """Who lets in what a file brings, or what came with the app."""
        from storage.journal.admission import Admission

        return Admission(self._connection, self._file.brings, name_of(path) if path else "")

    @staticmethod
    def _read(path: Path, progress: Progress, *, skip_bad: bool) -> "Snapshot":
        from storage.snapshot.salvage import read_or_salvage
        from storage.snapshot.snapshot_reader import open_snapshot

        return (read_or_salvage if skip_bad else open_snapshot)(partial(reading, path), progress)

    def offered(self) -> "Offer | None":
        """What this app brings of the seed and this file lacks; it comes in only by
        ``take_offered``."""
        from storage.snapshot.seed_offer import offered

        return offered(self._connection, self._file.brings)

    def preview_offered(self, watch: Watch = unwatched) -> "Preview":
        """What taking that in would do; writes nothing."""
        from storage.snapshot.importer import preview_import
        from storage.snapshot.seed_offer import release_snapshot

        with many_objects():
            file = release_snapshot(self._connection, self._file.brings)
            progress = Progress(watch).part(0, 1, "compare")
            return preview_import(
                self._connection, self._file.journal, file, self._admission(None), progress
            )

    def take_offered(self, watch: Watch = unwatched) -> "Preview":
        """Take that in; what a person said stands before it."""
        from storage.snapshot.importer import take
        from storage.snapshot.seed_offer import release_snapshot

        with many_objects():
            file = release_snapshot(self._connection, self._file.brings)
            return take(
                self._connection, self._file.journal, file, self._admission(None),
                progress=Progress(watch).part(0, 1, "take"), edits=False,
            )  # fmt: skip
