"""The query language: what is typed, read and printed again."""

import pytest

from storage.search.query import FilterTerm, Query, Word
from storage.search.query_parser import parse_query
from storage.search.query_text import query_text


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
    [('"dag van', "open_quote"), ("regoi:twente", "unknown_filter"), ("regio:", "no_value"),
     ("x " * 5000, "too_long")],
)  # fmt: skip
def test_what_cannot_be_read_is_said(text: str, key: str) -> None:
    assert [trouble.key for trouble in parse_query(text).troubles] == [key]
