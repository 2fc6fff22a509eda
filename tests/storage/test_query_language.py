"""The query language: what is typed, read and printed again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.search.filter_names import BY_NAME, FILTERS, FilterName
from storage.search.query import Query, Word
from storage.search.query_parser import parse_query
from storage.search.query_text import query_text
from storage.views.filter_term import FilterTerm
from tui.locale import known, say, use
from tui.words.choice_words import keys_for


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("vhto  schakel", Query((Word("vhto"), Word("schakel")))),
        ('"dag van het techniekpact"', Query((Word("dag van het techniekpact", phrase=True),))),
        ("techniek -fonds", Query((Word("techniek"), Word("fonds", excluded=True)))),
        ("regio:twente jet", Query((Word("jet"),), (FilterTerm("region", "twente"),))),
        ('-region:"food valley"', Query((), (FilterTerm("region", "food valley", True),))),
        ("VHTO: schakel", Query((Word("VHTO:"), Word("schakel")))),
        ("10:30 Jet-Net -", Query((Word("10:30"), Word("Jet-Net")))),
    ],
)
def test_what_is_typed_is_read(text: str, query: Query) -> None:
    assert parse_query(text) == query
    assert parse_query(query_text(query)) == query


@pytest.mark.parametrize(
    ("text", "key"),
    [('"dag van', "open_quote"), ("regoi:twente", "unknown_filter"), ("regio:", "no_filter_value"),
     ("x " * 5000, "long_query")],
)  # fmt: skip
def test_what_cannot_be_read_is_said(text: str, key: str) -> None:
    assert [trouble.key for trouble in parse_query(text).troubles] == [key]


typed = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60) | st.text(
    alphabet='regioste:"-“„ tw*()^|', max_size=60
)


@given(typed, st.sampled_from(["nl", "en"]))
@example('-"""', "nl")
@example("regio:-x", "nl")
@example('status:in-uitvoering -"a', "nl")
def test_what_is_printed_is_read_the_same(text: str, language: str) -> None:
    query = parse_query(text)
    again = parse_query(query_text(query, language))
    assert (again.words, again.filters) == (query.words, query.filters)


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.en)
def test_every_filter_has_names_and_values_in_both_languages(one: FilterName) -> None:
    for language in ("nl", "en"):
        for value in ("x y", *(choice.code for choice in one.choices)):
            query = Query((), (FilterTerm(one.en, value, True),))
            assert parse_query(query_text(query, language)) == query


TABLES = {"status": "status", "kind": "kind", "role": "parties", "signal": "signal.colour",
          "type": "type"}  # fmt: skip
"""By the name of a filter under which key of a form its choices are said."""


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", TABLES)
def test_what_the_screen_calls_a_choice_can_be_typed(name: str, lang: str) -> None:
    use(lang)
    about = BY_NAME[name]
    for choice in about.choices:
        said = [say(key) for key in keys_for(TABLES[name], choice.code) if known(key)]
        assert {about.value_of(word) for word in said} <= {choice.code}
    use("nl")
