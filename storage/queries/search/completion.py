"""What a query can go on with where someone types: names of filters, and values of the file."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from storage.queries.filters.filter_values import called
from storage.queries.search.saved_searches import ready_searches, saved_searches
from storage.queries.search.spoken_text import spoken_text
from storage.search.filter_names import FilterName
from storage.search.name_match import name_fit
from storage.search.query_text import quoted
from storage.search.typed_filter import typed_filter
from storage.views.search_hit import Suggestion

MOST = 12
AGO = ("1w", "2w", "1m", "3m", "1j")
AHEAD = ("1m", "3m")
TIMES = ("2", "3", "4", "1")  # the usual one first
_PLACES = """
SELECT DISTINCT source_locator FROM agreements WHERE source_locator IS NOT NULL ORDER BY 1"""


def completions(
    connection: sqlite3.Connection, today: date, text: str, cursor: int, language: str
) -> list[Suggestion]:
    """What may stand in the place of what is typed before the cursor, the likeliest first."""
    typed = typed_filter(text, cursor)
    meant = spoken_text(connection, text, language) if cursor == len(text) else ""
    spoken = [Suggestion(f"{meant} ", 0, len(text), "", "")] if meant else []
    if typed is None:
        return spoken
    minus = "-" * typed.excluded
    if typed.about is None:
        named = [
            Suggestion(f"{minus}{one.named(language)}:", typed.start, cursor, one.en, "")
            for one in typed.names(language)
        ][:MOST]
        return [*named, *spoken] if typed.typed in meant.split() else [*spoken, *named]
    name = typed.about.named(language)
    return [
        Suggestion(f"{minus}{name}:{quoted(value)} ", typed.start, cursor, typed.about.en, value)
        for value in _values(connection, today, typed.about, typed.typed, language)
    ]


def _values(
    connection: sqlite3.Connection,
    today: date,
    about: FilterName,
    typed: str,
    language: str,
) -> list[str]:
    if about.kind == "record":
        known = called(connection, about.refers)
        return _fitting(typed, known.values())
    if about.kind == "search":
        saved = _fitting(typed, ((one.name,) for one in saved_searches(connection)))
        named = ((one.name,) for one in ready_searches(connection, language).values())
        return [*dict.fromkeys([*saved, *_fitting(typed, named, sort=False)])][:MOST]
    if about.kind == "choice":
        said = ((*one.words(language), *one.words("nl"), one.code) for one in about.choices)
        return _fitting(typed, said, sort=False)
    if about.kind == "locator":
        return _starting(typed, _places(connection))
    if about.kind == "period":
        return _starting(typed, (*(str(today.year + n) for n in (0, 1, -1)), *AHEAD))
    if about.kind == "since":
        return _starting(typed, (*AGO, *about.choices[0].words(language)))
    return _starting(typed, TIMES)


def _fitting(typed: str, named: Iterable[tuple[str, ...]], *, sort: bool = True) -> list[str]:
    """The first names of those of which a name fits, the best first."""
    fits = [(fit[:2], names[0]) for names in named if (fit := name_fit(typed, names))]
    if sort or typed:
        fits.sort(key=lambda one: (one[0], one[1].casefold() if sort else ""))
    return [*dict.fromkeys(name for _, name in fits)][:MOST]


def _starting(typed: str, values: Iterable[str]) -> list[str]:
    wanted = typed.casefold()
    return [one for one in dict.fromkeys(values) if one.startswith(wanted) and one != wanted][:MOST]


def _places(connection: sqlite3.Connection) -> list[str]:
    """The chapters and headings under which agreements stand, then each place."""
    locators = [one for (one,) in connection.execute(_PLACES).fetchall()]
    above = [one.rpartition(".")[0] for one in locators]
    return [*dict.fromkeys([*(one.partition(".")[0] for one in locators), *above, *locators])]
