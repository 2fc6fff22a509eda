"""What a list is narrowed to: its options and its words, as filters of the query language."""

from collections.abc import Iterable, Mapping

from storage.errors import Refused
from storage.search.filter_names import BY_NAME
from storage.search.query import Query
from storage.search.query_parser import only_signs, parse_query
from storage.views.filter_term import FilterTerm
from tui.words.query_words import refuse_troubles

OPTIONS = {
    "region": "region", "programme": "programme", "party": "who", "status": "status",
    "kind": "kind", "due": "due", "who": "who", "changed_since": "changed",
}  # fmt: skip
"""By the name of an option the filter that it is."""


def list_query(words: Iterable[str], options: Mapping[str, object], *, actions: bool) -> Query:
    """What is asked. Raises Refused for what cannot be read."""
    text = " ".join(words)
    query = parse_query(text)
    refuse_troubles(query.troubles)
    if only_signs(text, query):
        raise Refused("only_signs", text=text)
    terms = [*query.filters]
    for option, name in OPTIONS.items():
        if (value := options[option]) is not None:
            asked = "applies" if option == "region" and options["via"] else name
            terms.append(FilterTerm(asked, BY_NAME[asked].value_of(str(value))))
    if options["open"]:
        terms.append(FilterTerm("action" if actions else "is", "open"))
    return query._replace(filters=tuple(terms))
