"""What changed in a record as a block to read: its title, and what each field was and became."""

from collections.abc import Iterator, Sequence

from storage.views.changed_record import ChangedField, ChangedRecord
from tui.draw import signs
from tui.draw.spans import Line, Span, clean, cut, gap, ink, quiet, row, wrap, wrap_spans
from tui.locale import say
from tui.pages.change_spans import change_spans
from tui.words.act_words import is_entry, is_life, is_new, life_word, said_by, told_by_text
from tui.words.labels import field_name
from tui.words.record_words import short_code, word

FIELD = 13  # columns of a label, with its blanks
MOST = 6  # lines of one field
LONGEST = 44  # letters that stay of a text between two changes
BESIDE = 70  # columns from which who did it stands beside what was done


class ChangedBlock:
    """One record; the bar goes along it, and its title is lit."""

    lit = 1

    def __init__(self, found: ChangedRecord, width: int, *, colour: bool) -> None:
        self.key: str | None = found.record
        self._lines = [*changed_lines(found, width, colour=colour)]
        self.height = len(self._lines)

    def draw(self, width: int) -> Sequence[Line]:
        return self._lines


def changed_lines(found: ChangedRecord, width: int, *, colour: bool) -> Iterator[Line]:
    """The title with its code, then field by field; a note by what it says."""
    yield row(
        width, [ink(changed_name(found), bold=True)], [quiet(_code(found, width))], life_sign(found)
    )
    fields = [one for one in found.fields if _tells(one, found)]
    for one in fields or found.fields[:1]:
        yield from _field_lines(one, width, colour=colour)


def changed_name(found: ChangedRecord) -> str:
    """What a record is called, never by its id."""
    if found.title and found.title != found.record:
        return clean(found.title)
    return word("type", found.record.partition("/")[0])


def life_sign(found: ChangedRecord) -> Span | None:
    """The sign of what stands there at the later moment."""
    return signs.CONFLICT if found.conflict else signs.STATUS.get(found.status or "")


def _code(found: ChangedRecord, width: int) -> str:
    if found.code:
        return found.code if width >= BESIDE else short_code(found.code)
    return word("type", found.record.partition("/")[0])


def _tells(one: ChangedField, found: ChangedRecord) -> bool:
    """Whether a field is told: of what is new not what its text says already."""
    if one.change.record != found.record:
        return not told_by_text(one.change)
    new = any(is_new(other.change) for other in found.fields if other.change.record == found.record)
    return not new or one.change.field in ("life", "text") or is_entry(one.change)


def _field_lines(one: ChangedField, width: int, *, colour: bool) -> Iterator[Line]:
    who = said_by(one.said)
    beside = width >= BESIDE
    room = max(width - 5 - FIELD - (len(who) + 1 if beside and who else 0), 12)
    lines = [*wrap_spans(_value(one, colour=colour), room)]
    label = cut(_label(one), FIELD - 2).ljust(FIELD)
    for n, line in enumerate(lines[:MOST]):
        right = [quiet(who)] if n == 0 and beside and who else []
        more = [quiet(" …")] if n == MOST - 1 and len(lines) > MOST else []
        start = quiet(label) if n == 0 else gap(FIELD)
        yield row(width, [start, *line, *more], right)
    why = one.said.why if one.said is not None else None
    told = ". ".join([*([] if beside or not who else [who]), *([why] if why else [])])
    for line in [*wrap(told, width - 5 - FIELD, "quiet")][: MOST if told else 0]:
        yield row(width, [gap(FIELD), *line])


def _label(one: ChangedField) -> str:
    change = one.change
    if is_life(change):
        return life_word(change)
    if is_entry(change):
        return say("type.entries")
    return field_name(change.field)


def _value(one: ChangedField, *, colour: bool) -> list[Span]:
    if is_life(one.change):
        return [gap()]
    return shortened(change_spans(one.change, colour=colour))


def shortened(spans: Sequence[Span]) -> list[Span]:
    """A long text that stayed the same between, before or behind changes by its ends."""
    plain = [one.back is None and not one.bold for one in spans]
    if all(plain):
        return [*spans]
    return [
        one._replace(text=_ends(one.text, first=n == 0, last=n == len(spans) - 1))
        if same and len(one.text) > LONGEST else one
        for n, (one, same) in enumerate(zip(spans, plain, strict=True))
    ]  # fmt: skip


def _ends(text: str, *, first: bool, last: bool) -> str:
    half = LONGEST // 2
    start, end = text[:half].rpartition(" ")[0], text[-half:].partition(" ")[2]
    if first:
        return f"… {end}"
    return f"{start} …" if last else f"{start} … {end}"
