"""The fields of a record one by one: what each is called, what it says, its letter."""

from collections.abc import Mapping
from typing import NamedTuple

from storage.records.fields import FIELDS
from storage.records.record_json import Json
from tui.forms.model.answer import Answer
from tui.forms.model.record_answers import FormBuilder
from tui.forms.model.set_answer import Several
from tui.locale import say
from tui.store import Store
from tui.words.labels import label_of
from tui.words.line_keys import field_of_key, fields_asked
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
        answer.key: answer
        for group in FormBuilder(store, type_, record).groups()
        for answer in group
    }
    letter = field_letters(type_)
    return [
        OneField(
            key,
            letter.get(key, ""),
            label_of(key, type_, record.get("kind")),
            _said(type_, key, record, answers),
        )
        for key in fields_asked(type_)
    ]


def can_be_edited(type_: str, key: str) -> bool:
    """Whether a form of this type has the field by itself."""
    return key in fields_asked(type_)


def belongs(answer: Answer, key: str) -> bool:
    """Whether a line of the form is the field, or a part of it."""
    return key in (answer.key, answer.key.partition(".")[0])


def field_letters(type_: str) -> dict[str, str]:
    """The letter of each field, as the catalogue gives it: none moves when another field comes."""
    return dict(pair.split("=") for pair in say(f"letters.{type_}").split())


def _said(type_: str, key: str, record: Json, answers: Mapping[str, Answer]) -> str:
    value = record.get(field_of_key(key))
    if key in FIELDS[type_] and FIELDS[type_][key].has_keys:
        if not isinstance(value, Mapping):
            return ""
        return as_said(value)[0] if key == "term" else in_words(key, value)
    answer = answers[key]
    if isinstance(answer, Several):
        return ", ".join(map(answer.name, answer.elements))
    first = next(iter(answer.lines(WIDE)), ())
    return "".join(span.text for span in first)
