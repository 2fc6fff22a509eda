"""The proposal where two people changed one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.words.text_merge import merged

BEFORE = "Het Platform zoekt een partner voor het eerste jaar."


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Het Platform zoekt twee partners voor het eerste jaar.",
         "Het Platform zoekt een partner voor het tweede jaar.",
         "Het Platform zoekt twee partners voor het tweede jaar."),
        ("Het Platform zoekt een partner voor het eerste jaar. Ook in Twente.",
         "PBT zoekt een partner voor het eerste jaar.",
         "PBT zoekt een partner voor het eerste jaar. Ook in Twente."),
        ("Het Platform zoekt twee partners voor het eerste jaar.",
         "Het Platform zoekt drie partners voor het eerste jaar.", None),
        (BEFORE, "PBT zoekt een partner voor het eerste jaar.", None),
        ("", "PBT zoekt een partner voor het eerste jaar.", None),
        ("Het Platform zoekt een partner\nvoor het eerste jaar.",
         "PBT zoekt een partner voor het eerste jaar.",
         "PBT zoekt een partner\nvoor het eerste jaar."),
    ],
)  # fmt: skip
def test_words_of_both_where_they_do_not_meet(one: str, other: str, wanted: str | None) -> None:
    assert merged(BEFORE, [one, other]) == wanted
    assert merged(BEFORE, [other, one]) == wanted


WORDS = st.lists(st.sampled_from(["aap", "noot", "mies", "wim", "zus"]), min_size=3, max_size=9)


@given(WORDS, st.data())
def test_each_sees_all_own_words_in_a_proposal(words: list[str], data: st.DataObject) -> None:
    """Words far enough apart are both there, whoever changed which."""
    places = st.integers(0, len(words) - 1)
    one, other = data.draw(places), data.draw(places)
    mine, theirs = [*words], [*words]
    mine[one], theirs[other] = "eerste", "tweede"
    found = merged(" ".join(words), [" ".join(mine), " ".join(theirs)])
    if abs(one - other) > 1:
        both = [*mine]
        both[other] = "tweede"
        assert found == " ".join(both)
    elif one == other:
        assert found is None


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=3))
def test_any_texts_can_be_compared(before: str, values: list[str]) -> None:
    found = merged(before, values)
    assert found is None or found not in (before, *values)


def test_three_people_can_have_changed_it() -> None:
    before = "een twee drie vier vijf zes zeven"
    values = [before.replace("een", "EEN"), before.replace("vier", "VIER"), before + " acht"]
    assert merged(before, values) == "EEN twee drie VIER vijf zes zeven acht"


def test_what_is_very_long_is_left_to_a_person() -> None:
    long = "woord " * 5000
    assert merged(long, [f"{long}een", f"twee {long}"]) is None
