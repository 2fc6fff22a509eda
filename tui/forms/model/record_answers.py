"""The lines of a record's form, made from the one description of its fields."""

from collections.abc import Mapping, Sequence

from storage.records.description import SELDOM, Field, Key
from storage.records.fields import FIELDS
from storage.records.record_json import Json, elements_of
from tui.forms.model.answer import Answer, LongText, Option
from tui.forms.model.choice_answers import One, YesNo
from tui.forms.model.choice_sources import Fixed, Records, Source
from tui.forms.model.element_parts import AskedPart
from tui.forms.model.named_records import NamedRecords
from tui.forms.model.passage_choices import PassageSource
from tui.forms.model.set_answer import Several
from tui.forms.model.term_phrase import Phrase
from tui.forms.model.typed_answers import Day, Locator, NumberAnswer, Visions, Whole
from tui.locale import known, say
from tui.store import Store
from tui.words.choice_words import choice_word
from tui.words.labels import field_name
from tui.words.line_keys import described, field_of_key, groups_asked, line_keys
from tui.words.line_words import hint_of, line_label


class FormBuilder:
    """Makes the answers for one record, or for a new one of a type."""

    def __init__(
        self, store: Store, type_: str, record: Json | None, making: NamedRecords | None = None
    ) -> None:
        self._store = store
        self._type = type_
        self._record = record or {}
        self._id = str(self._record["id"]) if record else None
        self.making = making or NamedRecords()
        self._passages = PassageSource(store)

    def groups(self) -> list[list[Answer]]:
        """All lines, in the order in which people fill them in."""
        groups = [[self._answer(key) for key in group] for group in line_keys(self._type)]
        for answer in (one for group in groups for one in group):
            answer.seldom = FIELDS[self._type][answer.field].rank >= SELDOM
        for group in groups:
            _join(group)
        return groups

    @property
    def headings(self) -> list[str]:
        """What each group is about, in a word."""
        return [say(f"form.group_{group}") for group in groups_asked(self._type)]

    def _answer(self, key: str) -> Answer:
        field = FIELDS[self._type][field_of_key(key)]
        held = self._record.get(field.name)
        label = line_label(self._type, key, self._record.get("kind"))
        hint = hint_of(self._type, key)
        if field.is_set:
            return self._set(field, key, label, held)
        if field.others:
            return Locator(key, label, held, hint, self._passages)
        if field.form == "list":
            return Visions(key, label, held, hint)
        _, dot, part = key.partition(".")
        if dot:
            held = held.get(part) if isinstance(held, Mapping) else None
        if key == "term.phrase":
            return Phrase(key, label, held, hint, self._store.phrase)
        asks = described(self._type, key)
        if asks.choices:
            return One(key, label, held, hint, _fixed(key, asks.choices))
        if asks.refers:
            return One(key, label, held, hint, self._records(asks.refers))
        if asks.form == "flag":
            options = [Option(word, say(f"value.{word}")) for word in ("yes", "no")]
            return YesNo(key, label, held, hint, Fixed(options))
        kind = {"date": Day, "decimal": NumberAnswer, "number": Whole}.get(
            asks.form, LongText if asks.long else Answer
        )
        return kind(key, label, held, hint)

    def _set(self, field: Field, key: str, label: str, held: object) -> Several:
        fixed = key.partition("/")[2]
        before = elements_of(field, held) if isinstance(held, list) else []
        if fixed:
            before = [element for element in before if element.startswith(f"{fixed}/")]
        parts = field.parts[1:] if fixed else field.parts
        return Several(key, label, before, [self._part(field, part) for part in parts], fixed)

    def _part(self, field: Field, part: Key) -> AskedPart:
        source: Source | None = None
        if part.choices:
            source = _fixed(field.name, part.choices)
        elif part.refers:
            source = self._records(part.refers)
        elif part.form == "locator":
            source = self._passages
        label = f"form.part_{part.name}"
        return AskedPart(say(label) if known(label) else field_name(part.name), source)

    def _records(self, type_: str) -> Records:
        return Records(self._store, type_, self._id, self.making)


def _join(group: Sequence[Answer]) -> None:
    """Give the words of a term the lines in which it is read."""
    for one in group:
        if isinstance(one, Phrase):
            beside = (other for other in group if other.field == one.field and other is not one)
            one.parts = {other.key.partition(".")[2]: other for other in beside}


def _fixed(key: str, choices: Sequence[str]) -> Fixed:
    return Fixed([Option(choice, choice_word(key, choice)) for choice in choices])
