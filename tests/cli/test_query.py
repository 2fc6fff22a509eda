"""`list` and `search` ask the query language; saved searches; its page in the docs."""

from pathlib import Path

import pytest

from storage.search.filter_names import FILTERS
from tests.cli.conftest import Desk
from tui.words.filter_table import PAGE, page_with, table_of_docs


def ids(found: object) -> set[str]:
    assert isinstance(found, list)
    return {str(one["id"]) for one in found}


@pytest.mark.parametrize(
    ("options", "query"),
    [
        (("--region", "twente"), "regio:twente"),
        (("--region", "twente", "--via"), "applies:twente"),
        (("--programme", "jet-net"), "programma:jet-net"),
        (("--party", "PBT", "--open"), "wie:PBT is:open"),
        (("--status", "openstaand", "--kind", "op verzoek"), 'status:open soort:"op verzoek"'),
        (("--changed-since", "2090-01-01"), "gewijzigd:2090-01-01"),
    ],
)
def test_an_option_of_list_is_a_filter(desk: Desk, options: tuple[str, ...], query: str) -> None:
    found = desk.json("list", "agreements", *options)
    assert found == desk.json("list", "agreements", query)
    if "2090" not in query:
        assert 0 < len(ids(found)) < len(ids(desk.json("list", "agreements")))


def test_words_and_filters_narrow_a_list_together(desk: Desk) -> None:
    words = ids(desk.json("list", "agreements", "techniek"))
    region = ids(desk.json("list", "agreements", "regio:twente"))
    assert ids(desk.json("list", "agreements", "techniek", "regio:twente")) == words & region
    assert ids(desk.json("list", "agreements", "techniek -regio:twente")) == words - region


def test_a_saved_search_is_a_record_and_a_filter(desk: Desk) -> None:
    desk.run("add", "searches", "name=Wat wacht in Twente", "query=wacht:ja regio:twente")
    assert "wacht:ja regio:twente" in desk.run("list", "searches").stdout
    found = desk.json("list", "agreements", "zoek:twente")
    assert found == desk.json("list", "agreements", "wacht:ja regio:twente")
    asked = ids(desk.json("search", "zoek:wat type:afspraken"))
    assert asked == ids(found)
    desk.run("undo")
    assert "Mogelijk" not in desk.refused("list", "agreements", "zoek:twente")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("regoi:twente", "Mogelijk bedoelt u: regio:."),
        ("regio:twnete", "Mogelijk bedoelt u: Twente."),
        ("regio:", "Achter regio: hoort wat u zoekt"),
        ("voor:31-2-2015", "geen dag of periode (voor)"),
        ('"dag van', "Er ontbreekt een aanhalingsteken"),
        ("x " * 5000, "Alleen de eerste 1000 letters"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_list_and_told_by_search(
    desk: Desk, query: str, sentence: str
) -> None:
    assert sentence in desk.refused("list", "agreements", query)
    told = desk.run("search", query).stderr
    assert sentence.removeprefix("Mogelijk bedoelt u: ").rstrip(".") in told


def test_search_says_which_filters_its_words_are_and_why_a_filter_is_empty(desk: Desk) -> None:
    assert "Met filters: te:laat regio:Twente" in desk.run("search", "te laat in twente").stderr
    told = "Er zijn nog geen 9 overleggen gesloten."
    assert told in desk.run("search", "stil:9").stderr
    assert told in desk.run("list", "agreements", "stil:9").stderr


def test_signs_alone_find_nothing(desk: Desk, tmp_path: Path) -> None:
    assert "geen letter" in desk.refused("list", "agreements", "%")
    assert "geen letter" in desk.refused("report", "list", "🙂", "-o", tmp_path / "lijst.md")


def test_a_filter_that_a_type_does_not_know_is_refused(desk: Desk) -> None:
    assert "te" in desk.refused("list", "regions", "te:laat")


def test_the_docs_name_every_filter_as_it_is() -> None:
    """`python -m tui.words.filter_table` writes the table anew."""
    page = Path(PAGE).read_text("utf-8")
    assert page_with(table_of_docs(), page) == page
    assert all(f"`{one.nl}:` | `{one.en}:`" in page for one in FILTERS)
