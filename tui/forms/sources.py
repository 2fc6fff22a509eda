"""Where choosers get what can be chosen: a few fixed words, or the records of a type."""

from collections.abc import Sequence
from typing import Protocol

from storage.errors import Refused
from storage.reading.matching import fit, plain
from storage.records.fields import tail_of
from tui.forms.answer import Option
from tui.store import Store
from tui.words import short_code

MANY = 50


class Source(Protocol):
    """What can be chosen."""

    def options(self, words: str) -> Sequence[Option]: ...
    def name(self, value: str) -> str: ...
    def nearest(self, words: str) -> Sequence[Option]: ...


class Fixed:
    """A few words that do not change."""

    def __init__(self, options: Sequence[Option]) -> None:
        self._options = options

    def options(self, words: str) -> Sequence[Option]:
        fits = [(fit(words, [option.text]), option) for option in self._options]
        found = [(how[0], n, one) for n, (how, one) in enumerate(fits) if how is not None]
        return [option for _, _, option in sorted(found)] if words.strip() else self._options

    def name(self, value: str) -> str:
        return next((option.text for option in self._options if option.value == value), value)

    def nearest(self, words: str) -> Sequence[Option]:
        return self._options


class Records:
    """The records of a type; ``full`` says that values are ids and not tails, ``without`` leaves
    out the record that is being filled in."""

    def __init__(self, store: Store, type_: str, without: str | None = None) -> None:
        self._store = store
        self._type = type_
        self._without = without

    def options(self, words: str) -> Sequence[Option]:
        found = self._store.candidates(self._type, words, MANY)
        return [
            Option(one.tail, one.name, short_code(one.other))
            for one in found
            if f"{self._type}/{one.tail}" != self._without
        ]

    def name(self, value: str) -> str:
        record = self._store.stands_for(f"{self._type}/{value}")
        _, title = self._store.title(record)
        return tail_of(record) if title == record else title

    def nearest(self, words: str) -> Sequence[Option]:
        found = self._store.nearest(self._type, words, 3)
        return [Option(one.tail, one.name) for one in found]


def chosen(source: Source, words: str) -> Option:
    """The one that these words name or leave over. Raises Refused, with what comes nearest."""
    options = source.options(words)
    wanted = plain(words)
    exact = [one for one in options if wanted in (plain(one.text), plain(one.other))]
    if len(exact) == 1 or len(options) == 1:
        return (exact or options)[0]
    near = options[:3] or source.nearest(words)
    key = "choose_one" if options else "not_there" if near else "unknown"
    raise Refused(key, value=words, nearest=", ".join(option.text for option in near))
