"""The fields of a record one by one: what each is called, what it says, its letter."""

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from storage.merge.record_json import Json
from storage.records.fields import FIELDS
from tui.forms.model.answer import Answer
from tui.forms.model.field_order import ORDER, field_of_key
from tui.forms.model.record_answers import Maker
from tui.store import Store
from tui.words.contents.labels import label_of
from tui.words.terms import as_said
from tui.words.values import in_words

WIDE = 200  # cells; the list cuts what does not fit


class OneField(NamedTuple):
    """A field, or the parties of one role; ``key`` names it as the form does."""

    key: str
    letter: str
    label: str
    said: str


def fields_of(store: Store, type_: str, record: Json) -> list[OneField]:
    """All that can be edited by itself, in the order of the form."""
    answers = {
        answer.key: answer for group in Maker(store, type_, record).groups() for answer in group
    }
    keys = list(_keys(type_))
    labels = [label_of(key, type_, record.get("kind")) for key in keys]
    said = [_said(type_, key, record, answers) for key in keys]
    return [OneField(*one) for one in zip(keys, letters(labels), labels, said, strict=True)]


def can_be_edited(type_: str, key: str) -> bool:
    """Whether a form of this type has the field by itself."""
    return key in _keys(type_)


def belongs(answer: Answer, key: str) -> bool:
    """Whether a line of the form is the field, or a part of it."""
    return key in (answer.key, answer.key.partition(".")[0])


def letters(labels: Sequence[str]) -> list[str]:
    """A letter for each: the first of its own that is free, else the next one that is."""
    found: list[str] = []
    for label in labels:
        own = [letter for letter in label.casefold() if letter in ascii_lowercase]
        free = (letter for letter in (*own, *ascii_lowercase) if letter not in found)
        found.append(next(free, ""))
    return found


def _keys(type_: str) -> Iterator[str]:
    """The keys of the form, those of an object value together."""
    keys = (key.partition(".")[0] for group in ORDER.get(type_, ()) for key in group)
    yield from dict.fromkeys(keys)


def _said(type_: str, key: str, record: Json, answers: Mapping[str, Answer]) -> str:
    value = record.get(field_of_key(key))
    if FIELDS[type_][field_of_key(key)].keys:
        if not isinstance(value, Mapping):
            return ""
        return as_said(value)[0] if key == "term" else in_words(key, value)
    first = next(iter(answers[key].lines(WIDE)), ())
    return "".join(span.text for span in first)
