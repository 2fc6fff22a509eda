"""What a file does with erasures."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from storage.bulk import many_objects
from storage.progress import Progress, Watch, unwatched
from storage.tables.damage import face

if TYPE_CHECKING:
    from storage.erasure.decisions import Forget
    from storage.journal.held_file import WrittenFile
    from storage.views.erasures import Erased, Erasure, OldCopy, WouldErase


@face("_connection")
class Erasures:
    """What was erased from a file, and what is asked to be."""

    def __init__(self, file: "WrittenFile") -> None:
        self._file = file
        self._connection = file.connection

    def pending(self) -> "list[Erasure]":
        """The erasures that wait for a person here."""
        from storage.queries import erasure_requests

        return erasure_requests.pending(self._connection)

    def decided(self) -> "list[Erasure]":
        """The erasures that were decided on here."""
        from storage.queries import erasure_requests

        return erasure_requests.decided(self._connection)

    def preview(
        self,
        what: Sequence[str],
        words: Sequence[str] = (),
        without: Collection[str] = (),
        watch: Watch = unwatched,
    ) -> "WouldErase":
        """What erasing these acts, or all that was said of these records, would do; writes
        nothing. Names in it and these ``words`` must go, and the fields ``without`` are said again
        as empty. Raises Refused where nothing of that is here."""
        from storage.erasure.plan import ErasureRequest, would_erase

        asked = ErasureRequest(tuple(what), tuple(words), frozenset(without))
        with many_objects():
            return would_erase(
                self._connection, self._file.device, asked, Progress(watch, "compare")
            )

    def erase(
        self,
        what: Sequence[str],
        words: Sequence[str] = (),
        without: Collection[str] = (),
        why: str | None = None,
        forget: "Forget" = lambda gone: None,
    ) -> "Erased":
        """Erase that here, and ask it of everyone who gets these changes; ``forget`` is told what
        went, so that it goes from elsewhere too."""
        from storage.erasure.execution import erase
        from storage.erasure.plan import ErasureRequest

        asked = ErasureRequest(tuple(what), tuple(words), frozenset(without))
        with many_objects():
            return erase(self._connection, self._file.journal, asked, why, forget)

    def confirm(self, erasures: Sequence[str], forget: "Forget" = lambda gone: None) -> bool:
        """Let what these acts erase go from here, and from every page of the file; returns whether
        all of it did. Raises Refused for an act that erases nothing."""
        from storage.erasure.decisions import confirm

        with many_objects():
            return confirm(self._connection, self._file.journal, erasures, forget)

    def refuse(self, erasures: Sequence[str]) -> None:
        """Keep here what these acts erase. Raises Refused for an act that erases nothing."""
        from storage.erasure.decisions import refuse

        with many_objects():
            refuse(self._connection, self._file.journal, erasures)

    def old_copies(self) -> "list[OldCopy]":
        """The daily copies in which still stands what was erased here."""
        from storage.erasure.old_copies import holding_copies

        return holding_copies(self._connection)

    def copies_anew(self) -> "list[OldCopy]":
        """Erase it in those copies too; returns those where that could not be done."""
        from storage.erasure.old_copies import make_anew

        with many_objects():
            return make_anew(self._connection)

    @property
    def is_clean(self) -> bool:
        """Whether all that was erased is known to be gone from every page of the file."""
        from storage.tables import meta

        return meta.read(self._connection, meta.UNCLEAN) is None

    def clean(self) -> bool:
        """See once more that nothing is left of what was erased; whether that is so."""
        from storage.traces.page_cleaning import rewrite_marked

        return rewrite_marked(self._connection)
