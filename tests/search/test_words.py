"""Words as search compares them: folded, with their stems, taken apart, and like each other."""

import subprocess
import sys

import pytest

from storage.search.compounds import split
from storage.search.folding import folded_words, tokens_of
from storage.search.likeness import fewest_errors, only_like
from storage.search.stemming import stems


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bèta-Techniek", ["beta", "techniek"]),
        ("de regio’s en foto's", ["de", "regio", "en", "foto"]),
        ("W&T, havo/vwo_vmbo", ["w", "t", "havo", "vwo", "vmbo"]),
        ("e\u0301e\u0301n ß Ångström", ["een", "ß", "angstrom"]),
    ],
)
def test_words_are_folded_and_their_places_kept(text: str, words: list[str]) -> None:
    assert folded_words(text) == words
    tokens = tokens_of(text)
    assert [token.word for token in tokens] == words
    assert all(folded_words(text[token.start : token.end]) == [token.word] for token in tokens)


def test_other_forms_of_a_word_have_a_stem_in_common() -> None:
    assert stems("fondsen") == ("fonds", "fond")
    assert "mei" not in stems("meisjes")
    for one, other in (("fondsen", "fonds"), ("regios", "regio"), ("scholen", "school")):
        assert {one, *stems(one)} & {other, *stems(other)}


def test_a_compound_is_taken_apart_into_words_that_are_known() -> None:
    known = {"investering", "fonds", "techniekpact", "dagen"}
    assert split("investeringsfonds", known.__contains__) == ("investering", "fonds")
    assert split("techniekpactdagen", known.__contains__) == ("techniekpact", "dagen")
    assert split("investeringsbank", known.__contains__) is None


NEAREST = """
from storage.search.likeness import fewest_errors
assert fewest_errors("shcakel", ["schakel", "schakelt"]) == (1, ["schakel"])
assert fewest_errors("jeudgwerklosheid", ["jeugdwerkloosheid"]) == (2, ["jeugdwerkloosheid"])
assert fewest_errors("twnte", ["twente", "tafels"]) == (1, ["twente"])
assert fewest_errors("boot", ["goot", "boom"]) == (2, [])
"""


@pytest.mark.parametrize("how", ["", "python"], ids=["compiled", "without its modules"])
def test_errors_are_forgiven_by_the_length_of_a_word(how: str) -> None:
    """Also where a policy blocks the compiled modules."""
    run = [sys.executable, "-c", f"import os\nos.environ['RAPIDFUZZ_IMPLEMENTATION'] = {how!r}"]
    run[-1] = (run[-1] if how else "") + NEAREST
    assert subprocess.run(run, capture_output=True, text=True, check=False).stderr == ""


def test_of_two_errors_in_a_shorter_word_the_only_one_is_given() -> None:
    assert only_like("shcakle", ["schakel", "tafels"]) == ["schakel"]
    assert only_like("shcakle", ["schakel", "scharkle"]) == []


def test_of_as_near_words_all_are_given() -> None:
    assert fewest_errors("tekkie", ["tekkio", "tokkie", "techniek"]) == (1, ["tekkio", "tokkie"])
