"""Answers that are no plain text: dates, numbers, where something is written."""

import re
from collections.abc import Mapping, Sequence

from storage.errors import Refused
from storage.text import one_line, typed
from tui import locale
from tui.forms.model.answer import Answer, LongText, Option
from tui.forms.model.choice_answers import One
from tui.forms.model.passage_choices import PassageSource
from tui.words import dates


class Day(Answer):
    """A date, typed in any way and shown in words."""

    def shown(self, value: object) -> str:
        if not isinstance(value, str):
            return ""
        try:
            return dates.day(dates.read_date(value))
        except ValueError:
            return super().shown(value)

    @property
    def loss(self) -> str:
        before = self.shown(self.before)
        return locale.say("form.loses", value=before) if before and self.empty else ""

    def read(self) -> object:
        if not self.text.strip():
            return None
        try:
            return dates.read_date(self.text)
        except ValueError as error:
            raise Refused("invalid_date", field=self.key, value=self.text) from error


class NumberAnswer(Answer):
    """A decimal number, with the comma of the language."""

    def shown(self, value: object) -> str:
        text = super().shown(value)
        return text.replace(".", locale.say("number.comma"))

    def read(self) -> object:
        text = self.text.strip().replace(" ", "")
        comma = locale.say("number.comma")
        whole, mark, rest = text.partition(comma)
        whole = whole.replace("," if comma == "." else ".", "")
        return f"{whole}.{rest}" if mark else whole or None


class Whole(Answer):
    """A whole number."""

    def shown(self, value: object) -> str:
        return str(value) if isinstance(value, int) else super().shown(value)

    def read(self) -> object:
        text = self.text.strip()
        return int(text) if text.isdecimal() else text or None


class Locator(One):
    """Where something is written: chosen by what stands there or by its place in words; its
    address (``2.twente.b5``) may be typed too, and shows in words.

    A place in another document than that of the ``passages`` stays in that one.
    """

    source: PassageSource

    def __init__(
        self, key: str, label: str, before: object, hint: str, passages: PassageSource
    ) -> None:
        known = before.get("document") if isinstance(before, Mapping) else None
        self.document = known if isinstance(known, str) else passages.document
        super().__init__(key, label, _address(before), hint, passages)

    @property
    def chooses(self) -> bool:
        return self.document == self.source.document

    def options(self, words: str) -> Sequence[Option]:
        found = super().options(words)
        return [] if [one.value for one in found] == [words.strip()] else found

    def state_of(self, value: object) -> object:
        return super().state_of(_address(value))

    def shown(self, value: object) -> str:
        address = _address(value)
        return super().shown(address) if self.chooses else one_line(typed(address or ""))

    def read(self) -> object:
        words = self.text.strip()
        if words != self.shown(self.value):
            self.value = self._chosen(words) if self.chooses else words
        return {"document": self.document, "locator": self.value} if self.value else None

    def _chosen(self, words: str) -> str | None:
        found = self.source.options(words) if words else []
        if words and len(found) != 1:
            self.source.check(words)
        return found[0].value if len(found) == 1 else words or None


def _address(value: object) -> str | None:
    """The locator of a place, or of a value that names one."""
    found = value.get("locator") if isinstance(value, Mapping) else value
    return found if isinstance(found, str) else None


class Visions(LongText):
    """Titles of documents, one on a line, each with its date in brackets where it has one."""

    def shown(self, value: object) -> str:
        if not isinstance(value, list):
            return ""
        known = (one for one in value if isinstance(one, Mapping))
        return super().shown("\n".join(_vision(one) for one in known))

    def read(self) -> object:
        found = [_titled(line.strip()) for line in self.text.split("\n") if line.strip()]
        return found or None


def _vision(one: Mapping[str, object]) -> str:
    when = one.get("date")
    return f"{one.get('title')} ({when})" if when else f"{one.get('title')}"


def _titled(line: str) -> dict[str, object]:
    found = re.fullmatch(r"(.+) \(([^()]+)\)", line)
    return {"title": found[1], "date": found[2]} if found else {"title": line, "date": None}
