"""The conflicts of a file: the one that is looked at, and which of its values has the bar."""

from collections.abc import Sequence

from storage.records.fields import field_of
from storage.views.disagreement import Conflict
from tui.draw.spans import clean
from tui.forms.edit.settle_form import can_type
from tui.locale import say, say_count
from tui.pages.conflict_lines import ConflictView
from tui.store import Store
from tui.words.alike import Alike, alike
from tui.words.contents.story_sentences import Story, story_of
from tui.words.labels import field_name
from tui.words.record_words import short_code
from tui.words.text_merge import merged

LIVES = ("live", "deleted")
"""What can become of a record that was both deleted and changed."""


class OpenConflicts:
    """Read anew after each settlement; ``place`` counts the conflicts, ``index`` the values."""

    def __init__(self, store: Store) -> None:
        self.all: Sequence[Conflict] = ()
        self.place = self.index = 0
        self.story: Story | None = None
        self.proposal: str | None = None
        """The words of everyone together, where they go together."""
        self._store = store

    def read(self) -> None:
        """Read which there are. Raises Refused where that cannot be done."""
        self.all = self._store.conflicts()

    def of(self, record: str | None, field: str | None = None) -> int | None:
        """The place of the first one of a record, or of one field of it."""
        found = (
            place
            for place, one in enumerate(self.all)
            if one.record == record and field in (None, one.field)
        )
        return next(found, None)

    def go(self, place: int) -> None:
        """Look at a conflict; after the last one comes the first."""
        self.place, self.index = place % len(self.all), 0
        conflict = self.all[self.place]
        self.story, self.proposal = story_of(self._store, conflict), _proposal(conflict)

    def select(self, index: int) -> None:
        """Put the bar along a value, the nearest one that there is."""
        self.index = max(min(index, len(self.values) - 1), 0)

    @property
    def now(self) -> Conflict | None:
        """The conflict that is looked at."""
        return self.all[self.place] if self.all else None

    @property
    def seen(self) -> ConflictView | None:
        """The conflict that is looked at, with all that is told of it."""
        now = self.now
        return (
            ConflictView(now, self.place, len(self.all), self.story) if now and self.story else None
        )

    @property
    def name(self) -> str:
        """What it is called: the code or the title of its record, and the field."""
        now = self.now
        return f"{short_code(now.code or now.title)} {field_name(now.field)}" if now else ""

    @property
    def of_life(self) -> bool:
        """Whether it is about a record that was both deleted and changed."""
        return self.now is not None and self.now.field == "life"

    @property
    def values(self) -> Sequence[object]:
        """What can be taken, in the order in which it is numbered."""
        if self.now is None:
            return ()
        return LIVES if self.of_life else [one.value for one in self.now.claims]

    def lacks_value(self, number: int) -> str | None:
        """That nothing can be chosen with this number; None where something can."""
        last = len(self.values) + self.can_type
        return None if number <= last else say("reason.no_value", n=number)

    @property
    def can_type(self) -> bool:
        """Whether another value can be typed."""
        return self.now is not None and can_type(self.now)

    @property
    def begin(self) -> object:
        """What such a value begins with: the words of everyone, else the value with the bar."""
        return self.proposal if self.proposal is not None else self.values[self.index]

    @property
    def has_others(self) -> bool:
        """Whether there are more conflicts."""
        return len(self.all) > 1

    @property
    def has_proposal(self) -> bool:
        """Whether the words of everyone go together."""
        return self.proposal is not None

    @property
    def alike(self) -> Alike | None:
        """All conflicts that can be settled as the value with the bar, where there are more."""
        if self.now is None or self.of_life:
            return None
        found = alike(self.all, self.now.claims[self.index])
        return found if found and len(found.settled) > 1 else None

    def settle(self, settled: Sequence[tuple[Conflict, object]], why: str | None) -> str:
        """Settle these, each with a value, and tell it in a sentence. Raises Refused."""
        self._store.changes.resolve_all(
            [(one.record, one.field, value) for one, value in settled], why
        )
        if len(settled) > 1:
            return say_count("toast.resolved_alike", len(settled))
        first = settled[0][0]
        code = clean(short_code(first.code or first.title))
        return say("toast.resolved", field=field_name(first.field), code=code)


def _proposal(conflict: Conflict) -> str | None:
    """The words of everyone together, of a text that they changed from one that stood before."""
    described = field_of(conflict.record, conflict.field)
    values = [one.value for one in conflict.claims]
    if described is None or described.form != "text" or described.is_set or described.refers:
        return None
    if conflict.field in ("code", "joined") or len(conflict.before) != 1:
        return None
    before = conflict.before[0]
    texts = [value for value in values if isinstance(value, str)]
    if not isinstance(before, str) or len(texts) != len(values):
        return None
    return merged(before, texts)
