"""Terms in a folder are read as on the screen, or it is told that they are not."""

from pathlib import Path

import pytest

from seed.loader import read_folder
from seed.seeded import Seed

HEAD = """\
[[arrangement]]
id = "proef"
released = "2026-11-25"
title = "Proef"

[[agreements]]
id = "een"
title = "Een"
kind = "commitment"
"""
ONCE = {
    "from": None, "to": None, "precision": "none", "nature": "once", "every": None, "trigger": None
}  # fmt: skip


def told(folder: Path, term: str) -> Seed:
    (folder / "a.toml").write_text(f"{HEAD}term = {term}\n", encoding="utf-8")
    return read_folder(folder)


def term_of(seed: Seed) -> object:
    return next(one.values["term"] for one in seed.records if one.id == "agreements/een")


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ('{ phrase = "uiterlijk 1 september 2025" }', {"to": "2025-09-01", "precision": "day"}),
        ('"uiterlijk 1 september 2025"', {"to": "2025-09-01", "precision": "day"}),
        ('"jaarlijks in november"', {"nature": "recurring", "every": "jaar, in november"}),
        ('"tot nader order"', {"nature": "standing"}),
        ('"na afloop van de pilot"', {"trigger": "na afloop van de pilot"}),
        ('"zo spoedig mogelijk"', {}),
        ('{ phrase = "zo spoedig mogelijk", nature = "standing" }', {"nature": "standing"}),
        ('{ phrase = "voor de zomer van 2027", precision = "none" }', {}),
        (
            '{ phrase = "voor de zomer van 2027", to = 2027-06-15, precision = "day" }',
            {"to": "2027-06-15", "precision": "day"},
        ),
    ],
)
def test_the_words_are_read_where_the_folder_says_no_more(
    tmp_path: Path, term: str, said: dict[str, object]
) -> None:
    seed = told(tmp_path, term)
    kept = term_of(seed)
    assert isinstance(kept, dict)
    phrase = kept.pop("phrase")
    assert phrase in term
    assert kept == {**ONCE, **said}
    assert seed.remarks == ()


@pytest.mark.parametrize(
    ("phrase", "to"),
    [
        ("zolang de voorraad strekt", None),
        ("voor de zomer", "2027-06-30"),  # counted from the day of release, not from today
        ("vóór de kerstvakantie", "2026-12-18"),
        ("binnen een half jaar", "2027-05-25"),
    ],
)
def test_what_is_not_said_in_the_words_gets_a_remark(
    tmp_path: Path, phrase: str, to: str | None
) -> None:
    seed = told(tmp_path, f'"{phrase}"')
    (remark,) = seed.remarks
    assert (remark.record, remark.line, remark.term["phrase"]) == ("agreements/een", 10, phrase)
    assert (remark.reading and remark.reading.end) == to
    kept = term_of(seed)
    assert isinstance(kept, dict)
    assert kept["to"] == to


def test_without_a_year_it_is_the_first_within_the_arrangement(tmp_path: Path) -> None:
    head = HEAD.replace('title = "Proef"', 'title = "Proef"\nfrom = 2027-01-01')
    (tmp_path / "a.toml").write_text(f'{head}term = "vóór de kerstvakantie"\n', encoding="utf-8")
    (remark,) = read_folder(tmp_path).remarks
    assert remark.term["to"] == "2027-12-24"
