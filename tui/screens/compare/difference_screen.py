"""What a file says otherwise than what is here, or than another file."""

from collections.abc import Sequence
from itertools import groupby

from storage.errors import Refused
from storage.records.ids import type_of
from storage.views.differences import Difference
from storage.views.field_change import FieldChange
from tui.draw.spans import Span, amber, clean, quiet
from tui.locale import number, say, say_count
from tui.rows.row import Row, SentenceRow
from tui.screens.compare.screen import ComparedScreen
from tui.store import Store
from tui.words.leaving import apart_counted


class DifferenceScreen(ComparedScreen):
    """Opens what is here too."""

    TOPIC = "difference"

    def __init__(self, store: Store, found: Difference, a: str, b: str | None) -> None:
        """``a`` and ``b`` are the names of the files; without the second it is what is here."""
        super().__init__(store)
        self.difference = found
        self.a, self.b = clean(a), clean(b) if b is not None else None
        by_record = groupby(found.changes, key=lambda one: one.record)
        changed = [list(changes) for _, changes in by_record]
        self.found = {changes[0].record: changes for changes in sorted(changed, key=self._place)}
        self.clashing = {one.record for one in found.clashes}

    def _place(self, changes: Sequence[FieldChange]) -> tuple[str, str, str]:
        """Where a record stands in the list: within its type by its name."""
        record = changes[0].record
        return type_of(record), self.name_of(changes).casefold(), record

    def called(self) -> str:
        return say("difference.title", a=self.a, b=self.b or say("difference.here"))

    def nothing(self) -> str:
        return say("difference.nothing_else" if self.difference.apart else "difference.nothing")

    def above(self) -> Sequence[Row]:
        """How many changes each has, and what joining them would bring."""
        counted = self.difference.acts
        apart = apart_counted(self.difference)
        left = [SentenceRow(one) for one in (say("difference.left_out"), *apart) if apart]
        if counted is None:
            return [SentenceRow(say("difference.records_only")), *left]
        told = [say("difference.only", name=self.a, n=number(counted.only_a))]
        second = "difference.only" if self.b else "difference.only_here"
        told.append(say(second, name=self.b, n=number(counted.only_b)))
        if self.clashing:
            told.append(say_count("cli.clashes", len(self.difference.clashes)))
        return [*(SentenceRow(one) for one in told), *left]

    def marked(self, record: str) -> Span | None:
        if record in self.clashing:
            return amber(say("difference.clash"))
        life = next((one for one in self.found[record] if one.field == "life"), None)
        if life is None or None not in (life.before, life.value):
            return None
        return quiet(say("difference.only_b" if life.before is None else "difference.only_a"))

    def enter(self) -> None:
        try:
            self.store.record(self.lit or "")
        except Refused:
            self.toast(say("difference.not_here"), "amber")
        else:
            super().enter()
