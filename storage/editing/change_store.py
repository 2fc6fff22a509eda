"""What changes and their undos would do before they are made, and those that are rarely made."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.tables.damage import face

if TYPE_CHECKING:
    from storage.journal.held_file import WrittenFile
    from storage.views.act_row import ActRow
    from storage.views.change import Change, ChangePreview
    from storage.views.join_preview import Joining
    from storage.views.undo_effect import TakingBack


@face("_connection")
class Changes:
    """Changes of a file, but for those of every day."""

    def __init__(self, file: "WrittenFile") -> None:
        self._file = file
        self._connection = file.connection

    def preview(self, change: "Change") -> "ChangePreview":
        """What a change would do in each of its records, and where it cannot be made and why;
        writes nothing. Raises Refused for what can be made in none of them."""
        from storage.editing.engine import preview_change

        return preview_change(self._connection, change)

    def preview_join(self, record: str, into: str) -> "Joining":
        """What letting ``into`` stand for ``record`` would do; writes nothing. Raises Refused for
        what cannot be joined."""
        from storage.editing.engine import consequences
        from storage.queries.problems.join_effects import joining

        change = join_change(record, into)
        follows = consequences(self._connection, self._file.journal, change)  # refuses what it must
        found = self._file.record(record), self._file.record(into)
        return joining(self._connection, *found)._replace(follows=follows)

    def recode(self, record: str, why: str | None = None) -> str:
        """Give an agreement a code that none has; returns it."""
        from storage.editing.new_code import recode

        return recode(self._connection, self._file.journal, record, why)

    def resolve_all(
        self, settled: Sequence[tuple[str, str, object]], why: str | None = None
    ) -> None:
        """Settle several conflicts at once: records, fields and the values that are to stand."""
        from storage.editing.engine import apply_changes
        from storage.views.change import Change

        changes = (Change((record,), sets={field: value}, settles=True, reason=why)
                   for record, field, value in settled)  # fmt: skip
        apply_changes(self._connection, self._file.journal, *changes)

    def take_source(self, record: str, why: str | None = None) -> str:
        """Take over what the seed says of the fields of a record, where a person's value stands
        before it; returns the act's id. Raises Refused where it says nothing else."""
        from storage.editing.seed_values import take_source

        return take_source(self._connection, self._file.journal, record, why)[-1].id

    def undo_chosen(self, acts: Sequence[str], why: str | None = None) -> list["ActRow"]:
        """Take back these acts together, and none that came later; returns them. Those of others,
        or that were imported, ask a reason: it is done for everyone."""
        from storage.editing.undo import undo_chosen

        return undo_chosen(self._connection, self._file.journal, acts, why)

    def preview_undo(self, acts: Sequence[str]) -> "TakingBack":
        """What taking these acts back would do; writes nothing."""
        from storage.editing.undo import preview_undo

        return preview_undo(self._connection, self._file.journal, acts)


def join_change(record: str, into: str, why: str | None = None) -> "Change":
    """One record gives way to another of the same type. Raises Refused for what never does."""
    from storage.editing.requirements import check_one_type
    from storage.records.ids import tail_of
    from storage.views.change import Change

    check_one_type(record, into)
    return Change((record,), sets={"joined": tail_of(into)}, reason=why)
