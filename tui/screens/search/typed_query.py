"""What stands in the line of search: filters that are complete, as chips, and the text behind
them."""

from collections.abc import Callable, Iterable

from storage.search.query import Query
from storage.search.query_parser import parse_query
from storage.search.query_text import filter_text, query_text
from storage.views.filter_term import FilterTerm
from tui.locale import language


class TypedQuery:
    """A filter is complete when a space stands behind it; one that is still typed counts too."""

    def __init__(self, filters: Iterable[FilterTerm] = (), text: str = "") -> None:
        self.chips: list[FilterTerm] = [*filters]
        self.text = text
        self.cursor = len(text)

    def put(self, query: Query) -> None:
        """Stand for a query."""
        self.chips = [*query.filters]
        self.text = query_text(Query(query.words), language())
        self.cursor = len(self.text)

    def type(
        self, text: str, cursor: int, called: Callable[[FilterTerm], FilterTerm] = lambda one: one
    ) -> bool:
        """Have this text; whether filters of it became chips. ``called`` gives a filter with what
        it names called as it is called."""
        self.text, self.cursor = text, cursor
        before = text[:cursor]
        if not before.endswith(" "):
            return False
        read = parse_query(before)
        if not read.filters or any(one.key == "open_quote" for one in read.troubles):
            return False
        self.chips += [one for one in map(called, read.filters) if one not in self.chips]
        words = query_text(Query(read.words), language())
        self.text = f"{words} {text[cursor:]}" if words else text[cursor:]
        self.cursor = len(self.text) - len(text[cursor:])
        return True

    @property
    def whole(self) -> str:
        """All of it as one would type it."""
        filters = (filter_text(one, language()) for one in self.chips)
        return " ".join(filter(None, (*filters, self.text.strip())))

    @property
    def query(self) -> Query:
        return parse_query(self.whole)
