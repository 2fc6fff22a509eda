"""`field=value` as a person types it, as a change that the store takes.

form                                    says
──────────────────────────────────────  ──────────────────────────────────────────────
title=TEXT    status=voldaan            the value; without one (`goal=`) it is emptied
regions+=zwolle   parties-=lead:pbt     an element of a set, in or out; parts after ":"
term=TEXT                               a new term of this phrase, with what we read into it
term.to=2014-06-30                      a key of an object; the others stay as they are
source=1.p2   source=DOCUMENT:1.p2      a place in the arrangement's document, or in another
signal=amber:REASON                     the first two keys of an object, and no others
visions=JSON                            a list or a free object
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from storage.editing.requirements import life_in
from storage.errors import Refused
from storage.phrases import Interpretation
from storage.queries.joins import stands_for
from storage.queries.names import NAMED
from storage.records.description import Field, Key
from storage.records.fields import FIELDS, field_of
from storage.records.ids import tail_of
from storage.records.record_json import Json, elements_of
from storage.store import Store
from storage.views.change import Change
from tui.cli.record_names import Names
from tui.cli.stderr import code_word
from tui.locale import in_all
from tui.words import terms

if TYPE_CHECKING:
    from seed.document.block_places import Places

_ASSIGNMENT = re.compile(r"([a-z_]+)(?:\.([a-z_]+))?(\+=|-=|=)(.*)", re.DOTALL)


class Assigner:
    """Reads assignments to one record by its id, or to a new one of a type."""

    def __init__(self, store: Store, type_: str, record: str | None = None) -> None:
        if type_ not in FIELDS:
            raise Refused("unknown_type", value=type_, nearest=_nearest(type_, FIELDS))
        self._store = store
        self._type = type_
        self._record = record
        self._current: Json = store.record(record) if record else {}
        self._names = Names(store.connection)
        self._said: tuple[Interpretation | None] | None = None

    def change(self, assignments: Iterable[str], reason: str | None) -> Change:
        """What they say of the record, or of a new one. Raises Refused for what is none."""
        sets = self._sets(assignments)
        if self._record is None:
            return Change(new=self._type, sets=sets, reason=reason)
        return Change((self._record,), sets=sets, reason=reason)

    def _sets(self, assignments: Iterable[str]) -> dict[str, object]:
        """All of them, in order, as values by field; the keys of an object stand above the object
        that is told as a whole."""
        found: dict[str, object] = {}
        matches = [_match(assignment) for assignment in assignments]
        for match in sorted(matches, key=lambda one: one[2] is not None):
            name, key, operator, text = match.groups()
            field = self._field(name)
            if operator != "=":
                element = self._element(field, text, adding=operator == "+=")
                if operator == "-=":
                    element = self._as_set(field, element)
                found[element] = operator == "+="
            elif field.is_set:
                raise Refused("is_a_set", field=name)
            elif key is not None or (field.has_keys and text):
                found[name] = self._object(field, key, text, found.get(name))
            else:
                found[name] = self.value(field, text)
        return found

    def told(self, values: Mapping[str, object]) -> str:
        """How a term that was told in words is read; "" where none was."""
        term = values.get("term")
        if self._said is None or not isinstance(term, Mapping):
            return ""
        return terms.term_kept(term, *self._said)

    def value(self, field: Field, text: str) -> object:
        """The value of a field that is no set."""
        if text == "":
            return None
        if field.has_keys:
            return self._object(field, None, text, None)
        if field.form == "flag":
            return _flag(field.name, text)
        if field.form == "number":
            return int(text) if text.isdecimal() else text
        if field.form in ("list", "object"):
            return _json(field.name, text)
        if field.form == "choice":
            return code_word(field.name, text, field.choices)
        if field.form == "reference" and field.refers:
            return self._reference(field.refers, text, adding=True)
        return text

    def settled(self, field: str, text: str) -> object:
        """The value with which a conflict in a field, named as acts do, is settled."""
        if field == "life":
            return code_word("life", text, ("live", "deleted"))
        described = field_of(f"{self._type}/", field)
        if described is None:
            described = self._field(field.partition("/")[0])
            raise Refused("is_a_set" if described.is_set else "no_set", field=described.name)
        return _flag(field, text) if described.is_set else self.value(described, text)

    def _field(self, name: str) -> Field:
        known = FIELDS[self._type]
        if name not in known:
            told = _nearest(name, known)
            raise Refused("unknown_field", type=self._type, field=name, nearest=told)
        return known[name]

    def _element(self, field: Field, text: str, *, adding: bool) -> str:
        if not field.is_set:
            raise Refused("no_set", field=field.name)
        texts = text.split(":", len(field.parts) - 1)
        if len(texts) != len(field.parts):
            keys = ":".join(part.name for part in field.parts)
            raise Refused("element_needs", field=field.name, form=keys)
        parts = [
            self._part(field.name, part, one, adding=adding)
            for part, one in zip(field.parts, texts, strict=True)
        ]
        return "/".join([field.name, *parts])

    def _as_set(self, field: Field, element: str) -> str:
        """The element to take out: the one that stands there for this one, where that was joined
        to what was typed."""
        held = self._current.get(field.name)
        elements = elements_of(field, held) if isinstance(held, list) else []
        there = [f"{field.name}/{one}" for one in elements]
        if element in there:
            return element
        return next((one for one in there if self._stands(field, one) == element), element)

    def _stands(self, field: Field, element: str) -> str:
        name, *texts = element.split("/", len(field.parts))
        ends = [
            tail_of(stands_for(self._store.connection, f"{part.refers}/{text}"))
            if part.refers
            else text
            for part, text in zip(field.parts, texts, strict=True)
        ]
        return "/".join([name, *ends])

    def _part(self, name: str, part: Key, text: str, *, adding: bool) -> str:
        if part.choices:
            return code_word(name, text, part.choices)
        if part.form == "locator" and adding:
            self._places.check(text)
        return self._reference(part.refers, text, adding=adding) if part.refers else text

    def _reference(self, refers: str, text: str, *, adding: bool) -> str:
        """The tail, or the id where any type may be meant; the text itself where nothing is
        found, which the store refuses with the nearest ones."""
        if refers in NAMED:
            return self._names.tail(refers, text) or text.removeprefix(f"{refers}/")
        if refers not in ("agreements", "any"):
            return text.removeprefix(f"{refers}/")
        known = life_in(self._store.connection, f"agreements/{text}") is not None
        try:
            id_ = self._store.find(f"agreements/{text}" if refers != "any" and known else text)
        except Refused:
            if adding:
                raise
            id_ = text
        return id_ if refers == "any" else id_.removeprefix("agreements/")

    def _object(self, field: Field, key: str | None, text: str, pending: object) -> object:
        """An object with this key set; without one a new term of this phrase, or two keys."""
        if not field.has_keys:
            raise Refused("unknown_field", field=f"{field.name}.{key}", nearest="")
        held = pending if pending is not None else self._current.get(field.name)
        kept = dict(held) if isinstance(held, Mapping) else {}
        if key is None and field.name == "term":
            kept = {"phrase": text}  # what was read into the old words goes with them
            reading = self._store.phrase(text)
            self._said = (reading,)
            kept |= reading.keys if reading else {}
        elif field.name == "source" and key is None:
            document, colon, locator = text.rpartition(":")
            kept = self._place({"document": document} if colon else {}, locator)
        elif field.name == "source" and key == "locator":
            kept = self._place(kept, text)
        elif key is None:
            kept = dict(zip(field.names, text.split(":", 1), strict=False))
        else:
            kept[key] = text
        for one in field.keys:
            if one.choices and isinstance(kept.get(one.name), str):
                name = f"{field.name}.{one.name}"
                kept[one.name] = code_word(name, str(kept[one.name]), one.choices)
        return {name: value for name, value in kept.items() if value not in (None, "")}

    def _place(self, kept: Mapping[str, object], text: str) -> dict[str, object]:
        """A place in the arrangement's document, which must be there, or in one that is told."""
        places = self._places
        if kept.get("document", places.document) == places.document and text:
            places.check(text)
        return {"document": places.document, **kept, "locator": text}

    @cached_property
    def _places(self) -> "Places":
        from seed.document.block_places import places

        return places(self._store)


def _match(assignment: str) -> re.Match[str]:
    match = _ASSIGNMENT.fullmatch(assignment)
    if match is None:
        raise Refused("no_assignment", value=assignment)
    return match


def _flag(field: str, text: str) -> bool:
    for word, value in (("yes", True), ("no", False)):
        if text.casefold() in (*in_all(f"value.{word}"), "true" if value else "false"):
            return value
    raise Refused("invalid_value", field=field, value=text)


def _json(field: str, text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("invalid_value", field=field, value=text) from error


def _nearest(word: str, known: Iterable[str]) -> str:
    from storage.records.validation import nearest

    return nearest(word, known)
