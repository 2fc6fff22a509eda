"""`--ask`: the fields of a record one by one, as plain lines. What is asked, in which order and by
which words is what a form asks; what is answered is read as an assignment is.
"""

from collections.abc import Iterator

import click

from storage.errors import Refused
from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.record_json import Json, elements_of
from storage.store import Store
from storage.text import typed
from storage.views.change import Change
from tui.cli.assignments import Assigner
from tui.cli.stderr import refusal_line, tell
from tui.locale import say
from tui.words import dates
from tui.words.choice_words import choice_word
from tui.words.line_keys import described, field_of_key, groups_asked, line_keys
from tui.words.line_words import hint_of, line_label
from tui.words.values import in_words

EMPTY = "-"  # in the place of a value makes a field empty, before a name takes that out
UNASKED = ("list", "object")  # have no form on one line


class FieldQuestions:
    """Asks for a new record of a type, or of one that is there. Nothing is written before all was
    asked; who stops on the way changed nothing."""

    def __init__(self, store: Store, type_: str, record: str | None = None) -> None:
        self._store = store
        self._type = type_
        self._record = record
        self._held: Json = store.record(record) if record else {}
        self._assigner = Assigner(store, type_, record)
        self._said: dict[str, list[str]] = {}

    def change(self, given: tuple[str, ...], why: str | None) -> Change | None:
        """What was answered, beside what was ``given``; None where nothing was. Raises Abort for
        who leaves it."""
        self._said.setdefault("", list(given))
        tell(say("ask.how"))
        for heading, keys in self._groups():
            tell("")
            tell(f"{heading}:")
            for key in keys:
                self._ask(key)
        if not self._all:
            return None
        reason = why or _read(say("form.why")) or None
        change = self._assigner.change(self._all, reason)
        self._tell_all(change)
        if _read(say("ask.save")).casefold() in say("ask.no").split():
            raise click.Abort
        return change

    @property
    def told(self) -> str:
        """How a term that was answered is read; "" where none was."""
        return self._assigner.told(self._assigner.change(self._all, None).sets)

    @property
    def _all(self) -> list[str]:
        return [one for said in self._said.values() for one in said]

    def _groups(self) -> Iterator[tuple[str, list[str]]]:
        for group, keys in zip(groups_asked(self._type), line_keys(self._type), strict=True):
            yield say(f"form.group_{group}"), [key for key in keys if self._on_one_line(key)]

    def _on_one_line(self, key: str) -> bool:
        field = self._field(key)
        return field.form not in UNASKED or "." in key or bool(field.others)

    def _field(self, key: str) -> Field:
        return FIELDS[self._type][field_of_key(key)]

    def _ask(self, key: str) -> None:
        """One line, until it can be kept; of a set until nothing more is said."""
        field = self._field(key)
        while True:
            text = _read(self._question(key))
            if not text:
                if self._record is None and field.required and key not in self._said:
                    tell(refusal_line(Refused("required", field=field.name)))
                    continue
                return
            before = self._said.get(key, [])
            try:
                said = self._assignment(key, text)
                self._said[key] = [*before, said] if field.is_set else [said]
                self._check(field)
            except Refused as refused:
                tell(refusal_line(refused))
                self._said[key] = before
                continue
            if not field.is_set:
                return

    def _check(self, field: Field) -> None:
        sets = self._assigner.change(self._all, None).sets
        if field.name in sets:
            from storage.records.validation import checked

            checked(f"{self._type}/", field.name, sets[field.name])

    def _assignment(self, key: str, text: str) -> str:
        """What was typed on a line, as `field=value`."""
        field = self._field(key)
        if field.is_set:
            fixed = key.partition("/")[2]
            start = f"{fixed}:" if fixed else ""
            sign = "-=" if text.startswith(EMPTY) else "+="
            return f"{field.name}{sign}{start}{text.lstrip('+-').strip()}"
        value = "" if text == EMPTY else text
        form = described(self._type, key).form
        if value and form == "date":
            try:
                value = dates.read_date(value)
            except ValueError as error:
                raise Refused("invalid_date", field=field.name, value=value) from error
        if form == "decimal":
            value = value.replace(say("number.comma"), ".")
        return f"{'term' if key == 'term.phrase' else key}={value}"

    # what it says

    def _question(self, key: str) -> str:
        told = [self._now(key)]
        asks = described(self._type, key)
        if asks.choices:
            told.append(", ".join(choice_word(key, one) for one in asks.choices))
        elif not told[0]:
            told.append(hint_of(self._type, key))
        label = line_label(self._type, key, self._held.get("kind"))
        told = [one for one in told if one]
        return f"{label} ({'; '.join(told)})" if told else label

    def _now(self, key: str) -> str:
        """What stands there: what was answered before, else the value."""
        if said := self._said.get(key):
            return say("ask.answered", value=", ".join(one.partition("=")[2] for one in said))
        field = self._field(key)
        held = self._held.get(field.name)
        if field.is_set:
            fixed = f"{key.partition('/')[2]}/" if "/" in key else ""
            elements = elements_of(field, held) if isinstance(held, list) else []
            words = [self._element(field, one) for one in elements if one.startswith(fixed)]
            value = ", ".join(words)
        else:
            part = key.partition(".")[2]
            found = held.get(part) if part and isinstance(held, dict) else held
            value = self._value(key, found)
        return say("ask.now", value=value) if value else ""

    def _value(self, key: str, value: object) -> str:
        if value in (None, "", []):
            return ""
        asks = described(self._type, key)
        if isinstance(value, str) and asks.refers:
            return self._store.title(f"{asks.refers}/{value}")[1]
        if isinstance(value, str) and asks.form == "date":
            return dates.day(value)
        return choice_word(key, value) if asks.choices else in_words(field_of_key(key), value)

    def _element(self, field: Field, element: str) -> str:
        texts = element.split("/", len(field.parts) - 1)
        parts = [*zip(field.parts, texts, strict=True)][1 if field.each else 0 :]
        return " ".join(
            self._store.title(f"{part.refers}/{text}")[1]
            if part.refers
            else choice_word(field.name, text)
            for part, text in parts
        )

    def _tell_all(self, change: Change) -> None:
        """Before it is saved: what was answered, how a term is read, and a date that goes."""
        tell("")
        for key, said in self._said.items():
            if key and said:
                values = ", ".join(one.partition("=")[2] for one in said)
                tell(f"{line_label(self._type, key)}: {values}")
        if told := self.told:
            tell(told)
        term, now = self._held.get("term"), change.sets.get("term", {})
        if "term" in change.sets and isinstance(term, dict):
            new = now if isinstance(now, dict) else {}
            for end in ("from", "to"):
                if isinstance(day := term.get(end), str) and not new.get(end):
                    tell(say("form.loses", value=dates.day(day)))


def _read(question: str) -> str:
    """A line that a person types; the question goes where words go."""
    answer: str = click.prompt(question, default="", show_default=False, err=True)
    return typed(answer).strip()
