"""What is offered while nothing is typed: saved queries, the last ones, those everyone asks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storage.search.query import Query
from storage.search.query_parser import parse_query
from storage.search.query_text import query_text
from tui.draw.spans import clean, cut, ink, quiet
from tui.locale import language, say
from tui.rows.row import Blank, ChoiceRow, Heading, Row, SentenceRow
from tui.store import Store

WORDS = 40  # cells of a query at the right


class KeptQuery(NamedTuple):
    """A query by a key of its own; ``group`` says where it comes from."""

    key: str
    name: str
    query: Query
    group: str


def saved_queries(store: Store) -> list[KeptQuery]:
    """Those that were saved, by name."""
    found = [
        KeptQuery(
            str(one["id"]), str(one.get("name") or ""), parse_query(str(one.get("query"))), "saved"
        )
        for one in store.records("searches")
        if one["life"] != "deleted" and not one.get("joined")
    ]
    return sorted(found, key=lambda one: one.name.casefold())


def offered_queries(store: Store, recent: Sequence[str]) -> list[KeptQuery]:
    """All that is offered."""
    ready = [
        KeptQuery(f"ready/{code}", one.name, parse_query(one.query), "ready")
        for code, one in store.filters.ready(language()).items()
        if one.id == code
    ]
    last = [
        KeptQuery(f"recent/{n}", asked, parse_query(asked), "recent")
        for n, asked in enumerate(recent)
    ]
    return [*saved_queries(store), *last, *ready]


def kept_rows(offered: Sequence[KeptQuery]) -> Iterator[Row]:
    """The rows of them, in their groups."""
    yield SentenceRow(say("search.hint"))
    group = ""
    for one in offered:
        if one.group != group:
            group = one.group
            yield Blank()
            yield Heading(say(f"search.{group}"))
        said = "" if group == "recent" else query_text(one.query, language())
        yield ChoiceRow(one.key, [ink(clean(one.name))], [quiet(cut(clean(said), WORDS))])
