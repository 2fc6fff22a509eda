"""Answers that are no plain text: dates, numbers, where something is written."""

import re
from collections.abc import Iterable, Mapping, Sequence

from storage.errors import Refused
from tui import locale
from tui.draw.spans import Line, wrap
from tui.forms.model.answer import Answer, LongText, Option
from tui.forms.model.passage_choices import PassageSource
from tui.words import dates
from tui.words.locator import locator_in_words


class Day(Answer):
    """A date, typed in any way and shown in words."""

    def shown(self, value: object) -> str:
        if not isinstance(value, str):
            return ""
        try:
            return dates.day(dates.read_date(value))
        except ValueError:
            return super().shown(value)

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


class Locator(Answer):
    """Where something is written: typed as ``2.twente.b5``, or chosen by what stands there; shown
    in words behind it.

    A place in another document than that of the ``passages`` stays in that one.
    """

    def __init__(
        self, key: str, label: str, before: object, hint: str, passages: PassageSource
    ) -> None:
        super().__init__(key, label, before, hint)
        self.passages = passages
        known = before.get("document") if isinstance(before, Mapping) else None
        self.document = known if isinstance(known, str) else passages.document

    @property
    def chooses(self) -> bool:
        return self.document == self.passages.document

    def options(self, words: str) -> Sequence[Option]:
        found = self.passages.options(words)
        return [] if [one.value for one in found] == [words.strip()] else found

    def take(self, option: Option) -> None:
        self.type(option.value)

    def shown(self, value: object) -> str:
        return super().shown(value.get("locator") if isinstance(value, Mapping) else None)

    def read(self) -> object:
        text = self.text.strip()
        if not text:
            return None
        if self.chooses:
            self.passages.check(text)
        return {"document": self.document, "locator": text}

    def lines(self, width: int) -> Iterable[Line]:
        words = locator_in_words(self.text)
        said = [] if words == self.text else wrap(words, width, "quiet")
        return [*super().lines(width), *said]


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
