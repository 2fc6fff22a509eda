"""Names for tails, and tails for what a person types."""

import sqlite3
from functools import cache, partial

from storage.errors import Refused
from storage.queries.joins import joins
from storage.queries.names import SHORT_FORM, forms, names, short_name, title_of
from tui.locale import say


class Names:
    """What records are called, each looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.of = cache(self._of)
        self._forms = cache(self._of_type)
        self._named = cache(lambda type_: names(connection, type_, SHORT_FORM.get(type_)))
        self._joined = cache(partial(joins, connection))

    def _of(self, type_: str, tail: str) -> str:
        """The name or title of a record; its code where it has one; its tail as a last resort.

        Of one that was joined that of the record which stands for it.
        """
        tail = self._joined(type_).of(tail)
        code, title = title_of(self._connection, f"{type_}/{tail}")
        return code or (tail if title == f"{type_}/{tail}" else title)

    def short(self, type_: str, tail: str) -> str:
        """The name, or a form of it that fits in a list."""
        tail = self._joined(type_).of(tail)
        return short_name(*self._named(type_).get(tail, (tail, ())))

    def tail(self, type_: str, text: str) -> str | None:
        """The tail of the record with this tail, id, name, alias or short form; None if none.

        What was joined leads to the record that stands for it.
        Raises Refused where two records have the name.
        """
        known = self._forms(type_)
        wanted = self._joined(type_).of(text.removeprefix(f"{type_}/"))
        if wanted in known:
            return wanted
        called = wanted.strip().casefold()
        found = [tail for tail, forms in known.items() if called in _flat(tail, *forms)]
        if len(found) > 1:
            told = ", ".join(f"{type_}/{tail}" for tail in found)
            raise Refused("ambiguous_name", value=text, ids=told)
        return found[0] if found else None

    def known_tail(self, type_: str, text: str) -> str:
        """The same. Raises Refused with the nearest names where there is none."""
        found = self.tail(type_, text)
        if found is None:
            from storage.queries.filters.filter_values import nearest_name

            known = self._forms(type_).values()
            said = {form: name for name, others in known for form in (name, *others)}
            told, field = nearest_name(text.strip(), said), say(f"types.{type_}").lower()
            raise Refused("unknown_name", field=field, value=text, nearest=told)
        return found

    def _of_type(self, type_: str) -> dict[str, tuple[str, tuple[str, ...]]]:
        return forms(self._connection, type_)


def _flat(tail: str, name: str, others: tuple[str, ...]) -> set[str]:
    """Every form of a name, without capitals."""
    return {form.casefold() for form in (tail, name, *others)}
