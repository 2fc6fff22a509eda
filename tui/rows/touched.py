"""What a change would do in each of several agreements, a row made only as it is drawn."""

from collections.abc import Iterator, Sequence

from storage.records.ids import type_of
from storage.views.change import ChangePreview, Skipped
from storage.views.field_change import FieldChange
from tui.draw.spans import Line, amber, clean, cut, gap, ink, quiet, row, width_of
from tui.draw.text_signs import warned
from tui.locale import briefly, known, number, say
from tui.rows.row import Blank, Heading, Lazy, Row
from tui.store import Store
from tui.words.record_words import short_code
from tui.words.values import in_words

CODE = 10
TITLE = 11
SHORT = 8
PARTS = {"parties": "organisations", "related": "agreements"}


class RecordTitles:
    """Names of records, asked once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, tuple[str | None, str]] = {}

    def __call__(self, record: str) -> tuple[str | None, str]:
        if record not in self._known:
            self._known[record] = self._store.title(record)
        return self._known[record]

    def said(self, said: FieldChange, room: int) -> str:
        """What a field says now and is to say; of a part of a set whether it comes or goes.

        Where that does not fit, what it says now is cut first.
        """
        name, slash, element = said.field.partition("/")
        if said.field == "life":
            return say(f"preview.{said.value}")
        if not slash:
            was, now = (clean(in_words(name, value)) for value in (said.before, said.value))
            room -= width_of([ink(say("preview.change", before="", after=now))])
            return say("preview.change", before=cut(was, max(room, SHORT)), after=now)
        tail = element.rpartition("/")[2]
        _, title = self(f"{PARTS.get(name, name)}/{tail}")
        return f"{'+' if said.value else '-'} {clean(title)}"


class TouchedRow:
    """An agreement in one line: its code and title, and what changes."""

    height = 1

    def __init__(self, record: str, changes: Sequence[FieldChange], named: RecordTitles) -> None:
        self.key: str | None = record
        self.record = record
        self.changes = changes
        self.named = named

    def draw(self, width: int) -> Sequence[Line]:
        room = _room(width)
        changes = [self.named.said(said, room) for said in self.changes]
        says = cut(", ".join(changes) or say("preview.entry"), room)
        return [_line(width, self.record, self.named, [ink(says)])]


class SkippedRow:
    """An agreement in which it cannot be done, and why."""

    height = 1

    def __init__(self, left: Skipped, named: RecordTitles) -> None:
        self.key: str | None = left.record
        self.left = left
        self.named = named

    def draw(self, width: int) -> Sequence[Line]:
        why = cut(warned(reason(self.left)), _room(width))
        return [_line(width, self.left.record, self.named, [amber(why)])]


def _room(width: int) -> int:
    """The cells for what changes: the code beside it says of what, the title has what is left."""
    return max(width - CODE - TITLE - 6, 1)


def reason(left: Skipped) -> str:
    """Why it cannot be done there, in a few words."""
    key = left.refused.key
    return say(f"left.{key}") if known(f"left.{key}") else briefly(key, left.refused.details)


def _line(width: int, record: str, named: RecordTitles, right: Line) -> Line:
    code, title = named(record)
    word = short_code(code) if code else say(f"type.{type_of(record)}")
    first = quiet(cut(clean(word), CODE - 1).ljust(CODE))
    room = max(width - 6 - CODE - width_of(right), 1)
    return row(width, [first, ink(cut(clean(title), room)), gap()], right)


class TouchedRows(Lazy):
    """First what changes, then what is left out."""

    def __init__(self, preview: ChangePreview, store: Store) -> None:
        named = RecordTitles(store)
        heads: list[Row] = [Blank()] * bool(preview.touched)
        heads.append(Heading(say("preview.left_out"), number(len(preview.skipped))))
        self._heads = heads if preview.skipped else []
        self._touched = [*preview.touched.items()]
        self._left = preview.skipped
        self._named = named

    def __len__(self) -> int:
        return len(self._touched) + len(self._heads) + len(self._left)

    def made(self, index: int) -> Row:
        if index < len(self._touched):
            return TouchedRow(*self._touched[index], self._named)
        index -= len(self._touched)
        if index < len(self._heads):
            return self._heads[index]
        return SkippedRow(self._left[index - len(self._heads)], self._named)

    def __iter__(self) -> Iterator[Row]:
        return (self[n] for n in range(len(self)))
