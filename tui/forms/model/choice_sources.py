"""Where choosers get what can be chosen: a few fixed words, or the records of a type."""

from collections.abc import Sequence
from typing import Protocol

from storage.errors import Refused
from storage.records.ids import tail_of
from storage.search.folding import fold_text
from storage.search.name_match import name_fit
from tui.forms.model.answer import Option
from tui.forms.model.named_records import NamedRecords
from tui.store import Store
from tui.words.record_words import short_code

MANY = 50


class Source(Protocol):
    """What can be chosen."""

    def options(self, words: str) -> Sequence[Option]: ...
    def name(self, value: str) -> str: ...
    def nearest(self, words: str) -> Sequence[Option]: ...
    def offer(self, words: str, found: Sequence[Option]) -> Sequence[Option]:
        """What can be made where nothing fits."""

    def taken(self, value: str) -> str:
        """The value of what was chosen, made if it was to be made."""

    def id_of(self, value: str) -> str:
        """The id of the record that a value names; "" where values are words."""


class Fixed:
    """A few words that do not change."""

    def __init__(self, options: Sequence[Option]) -> None:
        self._options = options

    def options(self, words: str) -> Sequence[Option]:
        fits = [(name_fit(words, [option.text]), option) for option in self._options]
        found = [(how[0], n, one) for n, (how, one) in enumerate(fits) if how is not None]
        return [option for _, _, option in sorted(found)] if words.strip() else self._options

    def name(self, value: str) -> str:
        return next((option.text for option in self._options if option.value == value), value)

    def nearest(self, words: str) -> Sequence[Option]:
        return self._options

    def offer(self, words: str, found: Sequence[Option]) -> Sequence[Option]:
        return ()

    def taken(self, value: str) -> str:
        return value

    def id_of(self, value: str) -> str:
        return ""


class Records:
    """The records of a type, and those that the form is ``making``; ``without`` leaves out the
    record that is being filled in."""

    def __init__(
        self,
        store: Store,
        type_: str,
        without: str | None = None,
        making: NamedRecords | None = None,
    ) -> None:
        self._store = store
        self._type = type_
        self._without = without
        self._making = making

    def options(self, words: str) -> Sequence[Option]:
        found = self._store.candidates(self._type, words, MANY)
        return [
            Option(one.tail, one.name, short_code(one.other))
            for one in found
            if f"{self._type}/{one.tail}" != self._without
        ]

    def name(self, value: str) -> str:
        record = self.id_of(value)
        if self._making is not None and record in self._making.names:
            return self._making.names[record]
        record = self._store.stands_for(record)
        _, title = self._store.title(record)
        return tail_of(record) if title == record else title

    def nearest(self, words: str) -> Sequence[Option]:
        found = self._store.nearest(self._type, words, 3)
        return [Option(one.tail, one.name) for one in found]

    def offer(self, words: str, found: Sequence[Option]) -> Sequence[Option]:
        return self._making.offer(self._type, words, found) if self._making is not None else ()

    def taken(self, value: str) -> str:
        return self._making.taken(self._type, value) if self._making is not None else value

    def id_of(self, value: str) -> str:
        return f"{self._type}/{value}"


def choice_of(source: Source, words: str) -> Option:
    """The one that these words name or leave over. Raises Refused, with what comes nearest."""
    options = source.options(words)
    wanted = fold_text(words)
    exact = [one for one in options if wanted in (fold_text(one.text), fold_text(one.other))]
    if len(exact) == 1 or len(options) == 1:
        return (exact or options)[0]
    near = options[:3] or source.nearest(words)
    key = "choose_one" if options else "not_there" if near else "unknown"
    raise Refused(key, value=words, nearest=", ".join(option.text for option in near))
