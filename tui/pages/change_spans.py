"""From what to what a field went, as pieces of a line."""

from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.views.field_change import FieldChange
from tui.draw import signs
from tui.draw.spans import Span, gap, ink, quiet
from tui.locale import say
from tui.words.redline import redline
from tui.words.values import in_words, stood_in_words


def change_spans(change: FieldChange, *, colour: bool) -> list[Span]:
    """Words that went and came, coloured and marked; of what is chosen from a list the one and the
    other whole."""
    new = in_words(change.field, change.value, change.names)
    old = stood_in_words(change.field, change.before, change.names)
    if not old:
        return [*_sign(change.field, change.value), ink(new)]
    if not _is_choice(change):
        return redline(old, new, colour=colour)
    return [
        *_sign(change.field, change.before), quiet(old), gap(2), quiet(say("change.becomes")),
        gap(2), *_sign(change.field, change.value), ink(new),
    ]  # fmt: skip


def _is_choice(change: FieldChange) -> bool:
    described = FIELDS.get(type_of(change.record), {}).get(change.field)
    return described is not None and bool(described.choices) and not described.is_set


def _sign(field: str, value: object) -> list[Span]:
    """The sign of a status, as lists have it."""
    found = signs.STATUS.get(value) if field == "status" and isinstance(value, str) else None
    return [found, gap()] if found is not None else []
