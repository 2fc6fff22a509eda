"""Answers that are chosen: one value of a few, a record, or yes and no."""

from collections.abc import Iterable, Sequence
from typing import Any

from tui.draw import signs
from tui.draw.spans import Line, gap, quiet
from tui.forms.model.answer import Answer, Option
from tui.forms.model.choice_sources import Source, choice_of
from tui.locale import say

NOT_KNOWN = "none"  # the choice that says nothing: how exact a term is


class One(Answer):
    """One value of a few, or a record. What is typed filters; the choice stays as it was until
    another one is taken."""

    def __init__(self, key: str, label: str, before: object, hint: str, source: Source) -> None:
        self.source = source
        self.value = before if isinstance(before, str) else None
        super().__init__(key, label, before, hint)

    @property
    def chooses(self) -> bool:
        return True

    @property
    def empty(self) -> bool:
        return self.value == NOT_KNOWN or super().empty

    @property
    def unchosen(self) -> bool:
        words = self.text.strip()
        return bool(words) and words != self.shown(self.value)

    @property
    def state(self) -> Any:
        return self.value, self.text

    def fits(self, kept: Any) -> bool:
        match kept:
            case [str() | None, str()]:
                return True
        return False

    def bring(self, state: Any) -> None:
        self.value, self.text = state

    def state_of(self, value: object) -> Any:
        return value, self.shown(value)

    def shown(self, value: object) -> str:
        return super().shown(self.source.name(value)) if isinstance(value, str) else ""

    @property
    def was(self) -> Line:
        before, now = self.state_of(self.before)[1], self.text
        if not self.changed or not before or before == now:
            return ()
        sign = signs.STATUS.get(str(self.before)) if self.field == "status" else None
        return [quiet(say("form.was")), gap(), *([sign, gap()] if sign else []), quiet(before)]

    def options(self, words: str) -> Sequence[Option]:
        found = self.source.options(words)
        return [*found, *self.source.offer(words, found)]

    def nearest(self, words: str) -> Sequence[Option]:
        return self.source.nearest(words)

    @property
    def refers(self) -> Iterable[str]:
        return (self.source.id_of(self.value),) if self.value else ()

    def take(self, option: Option) -> None:
        value = self.source.taken(option.value)
        self.value, self.text, self.wrong = value, self.shown(value), ""

    def unfilter(self) -> None:
        self.text = self.shown(self.value)

    def read(self) -> object:
        words = self.text.strip()
        if not words:
            self.value = None
        elif words != self.shown(self.value):
            self.value = choice_of(self.source, words).value
        return self.value


class YesNo(One):
    """A flag."""

    def __init__(self, key: str, label: str, before: object, hint: str, source: Source) -> None:
        word = {True: "yes", False: "no"}.get(before) if isinstance(before, bool) else None
        super().__init__(key, label, word, hint, source)

    def read(self) -> object:
        found = super().read()
        return None if found is None else found == "yes"

    def turn(self) -> None:
        """From yes to no, and back."""
        self.value = "no" if self.value == "yes" else "yes"
        self.unfilter()

    def shown(self, value: object) -> str:
        word = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
        return super().shown(word)
