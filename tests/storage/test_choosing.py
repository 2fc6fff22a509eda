"""Records to choose from while someone types: the best match first, and quick."""

import pytest

from storage.store import Store
from tests.storage.small import BOOST, VHTO


@pytest.fixture
def ann(laptops) -> Store:
    """A store with names that look alike."""
    store = laptops.store("ann")
    for tail, name in (("a", "Technet"), ("b", "Het Technet van Twente"), ("c", "Kennistechnet")):
        store.add("programmes", {"name": name, f"aliases/naam {tail}": True})
    store.add("organisations", {"name": "Bèta-Techniek", "abbreviation": "PBT"})
    return store


def names(store: Store, type_: str, words: str) -> list[str]:
    return [one.name for one in store.candidates(type_, words, 50)]


def test_the_beginning_goes_before_a_word_and_a_word_before_a_middle(ann: Store) -> None:
    assert names(ann, "programmes", "technet") == [
        "Technet", "Het Technet van Twente", "Kennistechnet",
    ]  # fmt: skip
    assert names(ann, "programmes", "tw tech") == ["Het Technet van Twente"]


@pytest.mark.parametrize(
    "words", ["beta", "BÈTA", "bèta techn", "beta-techniek", "techniek", "pbt"]
)
def test_accents_capitals_and_marks_do_not_matter(ann: Store, words: str) -> None:
    assert "Bèta-Techniek" in names(ann, "organisations", words)


def test_the_other_name_that_was_typed_is_told(ann: Store) -> None:
    (found,) = ann.candidates("programmes", "naam b", 50)
    assert (found.name, found.other) == ("Het Technet van Twente", "naam b")
    (found,) = ann.candidates("programmes", "kennis", 50)
    assert found.other == ""


def test_nothing_typed_gives_everything_up_to_the_limit(ann: Store) -> None:
    assert len(names(ann, "programmes", "")) == 4
    assert len(ann.candidates("programmes", "", 2)) == 2
    assert len(names(ann, "agreements", "")) == 2


@pytest.mark.parametrize("words", ["twe-01", "KLEIN-2-TWE-01", "vhto", "schakel vh", "twe-01 vhto"])
def test_agreements_go_by_code_and_title(ann: Store, words: str) -> None:
    (found,) = ann.candidates("agreements", words, 50)
    assert f"agreements/{found.tail}" == VHTO
    assert found.other == "KLEIN-2-TWE-01"


def test_what_was_deleted_is_not_offered(ann: Store) -> None:
    ann.delete(BOOST)
    assert names(ann, "agreements", "techyour") == []
    assert len(names(ann, "agreements", "")) == 1


def test_other_types_go_by_their_title(ann: Store) -> None:
    meeting = ann.add("meetings", {"title": "Liaisonoverleg najaar"})
    (found,) = ann.candidates("meetings", "liaison", 50)
    assert f"meetings/{found.tail}" == meeting


def test_nearest_begins_most_alike(ann: Store) -> None:
    assert [one.name for one in ann.nearest("programmes", "technxt", 1)] == ["Technet"]
    assert [one.name for one in ann.nearest("regions", "twnete", 3)] == ["Twente"]
    assert ann.nearest("regions", "xyz", 3) == []
    assert ann.nearest("regions", "  ", 3) == []


def test_what_shares_next_to_nothing_is_not_near(ann: Store) -> None:
    ann.add("organisations", {"name": "Provincie Fryslân"})
    assert ann.nearest("organisations", "Samenwerkende Bedrijven Eemsdelta", 3) == []
    (found,) = ann.nearest("organisations", "Provincie Frieslan", 1)
    assert found.name == "Provincie Fryslân"


@pytest.mark.parametrize("words", ['"', "NEAR(", "* -", "a" * 100_000, "[/]", "%_", "\x00"])
def test_anything_can_be_typed(ann: Store, words: str) -> None:
    for type_ in ("agreements", "regions", "people", "glossary"):
        ann.candidates(type_, words, 5)
        ann.nearest(type_, words, 5)
