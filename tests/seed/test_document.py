"""A made-up document with every kind of block, in every form in which people have it."""

import re
from pathlib import Path

import pytest

from seed.document.document_files import read_pieces
from seed.document.numbered import numbered_passages
from seed.document.profile import GENERIC, Profile, read_profile
from seed.document.revisions import sum_of
from storage.errors import Refused
from storage.views.passage import Passage
from tests.seed.written import FORMS, Form

HERE = Path(__file__).parent / "documents"
TEXT = (HERE / "noord.txt").read_text(encoding="utf-8")
PROFILE = read_profile((HERE / "noord.toml").read_text(encoding="utf-8"))

LOCATORS = [
    "titel.h", "titel.p1", "titel.p2",
    "inleiding.h", "inleiding.p1", "inleiding.p2", "inleiding.b1", "inleiding.b2",
    "1.h", "1.p1", "1.steun.h", "1.steun.b1", "1.steun.b2",
    "1.kop.h", "1.kop.p1", "1.kop.h2", "1.kop.b1", "1.kop.b1.s1", "1.kop.b1.s2", "1.kop.b2",
    "1.kop.p2", "1.kop.b3",
    "2.h", "2.kop.h", "2.kop.b1",
    "bijlage.h", "bijlage.scholen.h", "bijlage.scholen.p1",
]  # fmt: skip


def read(data: bytes, name: str = "noord.txt", profile: Profile = PROFILE) -> list[Passage]:
    return numbered_passages(read_pieces(Path(name), data, profile), profile)


def by_locator(found: list[Passage]) -> dict[str, Passage]:
    return {passage.locator: passage for passage in found}


def test_every_kind_of_block_has_its_locator() -> None:
    found = read(TEXT.encode())
    assert [passage.locator for passage in found] == LOCATORS
    kinds = {passage.kind for passage in found}
    assert kinds == {"heading", "label", "paragraph", "bullet", "subbullet"}


def test_a_passage_stands_under_its_headings() -> None:
    found = by_locator(read(TEXT.encode()))
    assert found["1.kop.b1.s2"].heading_path == ("1. STEUN VAN HET BUREAU", "Kop:")
    assert found["1.kop.h"].heading_path == ("1. STEUN VAN HET BUREAU",)
    assert found["1.p1"].heading_path == ("1. STEUN VAN HET BUREAU",)
    assert found["1.h"].heading_path == found["titel.p1"].heading_path == ()


def test_a_sentence_broken_over_a_page_is_one_block() -> None:
    found = by_locator(read(TEXT.encode()))
    assert found["inleiding.p1"].text.endswith(
        "wie er wat voor doet. Het wordt elk jaar in mei besproken."
    )
    assert found["1.p1"].text.endswith("een dag in Hoogeveen, voor alle scholen.")
    assert found["1.steun.b2"].text.endswith("partners, en zet het hun namen op een lijst.")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_same_blocks_in_every_form(form: Form) -> None:
    suffix, written = form
    found = read(written(TEXT), f"noord{suffix}")
    assert [passage.locator for passage in found] == LOCATORS
    known = by_locator(read(TEXT.encode()))
    assert {
        one.locator for one in found if sum_of(one.text) != sum_of(known[one.locator].text)
    } == set()
    assert {one.locator for one in found if one.kind != known[one.locator].kind} == set()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_word_once_and_in_order(form: Form) -> None:
    suffix, written = form
    found = read(written(TEXT), f"noord{suffix}")
    said = " ".join(passage.text for passage in found)
    assert letters(said) == letters(re.sub(r"(?m)^ *- ", "", TEXT))


def letters(text: str) -> str:
    """All words in order, whatever stands between them."""
    return "".join(re.findall(r"\w+", text))


def test_a_hyphen_at_the_end_of_a_line() -> None:
    found = read(
        b"Kop\n\nHet Bureau zoekt publiek-\nprivate partners bij mbo-\nen hbo-scholen.\n",
        profile=GENERIC,
    )
    assert found[-1].text == "Het Bureau zoekt publiek-private partners bij mbo- en hbo-scholen."


GENERAL = """\
# Afspraken van Zuid

Maastricht

## 1. Samen werken

Wij werken samen.

- eerste
- tweede
    1. een deel

### Regio Heuvelland

Rol van het Bureau:

- derde

### Regio Heuvelland

Nog eens.

## Bijlage

Slot.
"""


def test_without_a_profile_headings_are_told_by_how_they_look() -> None:
    found = read(GENERAL.encode(), "zuid.md", GENERIC)
    assert [passage.locator for passage in found] == [
        "titel.h", "titel.p1", "1.h", "1.p1", "1.b1", "1.b2", "1.b2.s1", "1.regio-heuvelland.h",
        "1.regio-heuvelland.h2", "1.regio-heuvelland.b1", "1.regio-heuvelland-2.h",
        "1.regio-heuvelland-2.p1", "bijlage.h", "bijlage.p1",
    ]  # fmt: skip


def test_a_heading_that_the_profile_does_not_name_is_one_where_the_file_says_so() -> None:
    text = TEXT.replace("Kop\n\n- Een les", "Kop\n\n### Nieuwe regio\n\n- Een les")
    found = by_locator(read(text.encode(), "noord.md"))
    assert found["2.nieuwe-regio.b1"].text == "Een les in groep 8."


NOT_READ = [
    ("brief.doc", b"x", "unknown_document"),
    ("brief", b"x", "unknown_document"),
    ("brief.txt", b"", "empty_document"),
    ("brief.txt", b" \r\n \x0c\n", "empty_document"),
    ("brief.txt", b"a\0b", "no_text"),
    ("brief.txt", b"\x81\x8d", "no_text"),
    ("brief.md", b"\xff\xfe\x00", "no_text"),
    ("brief.docx", b"PK nee", "not_that_format"),
    ("brief.docx", b"", "not_that_format"),
    ("brief.pdf", b"%PDF-1.4 nee", "not_that_format"),
    ("brief.pdf", b"", "not_that_format"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "reason"), NOT_READ)
def test_what_cannot_be_read_gets_a_reason(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as caught:
        read(data, name)
    assert caught.value.details["path"] == Path(name)


@pytest.mark.parametrize(
    "text",
    [
        "chapters = 3",
        "[[chapters]]\nkey = 'A b'\nbegins = 'x'",
        "[[chapters]]\nkey = 'a'",
        "hoofdstukken = []",
        "x = ",
    ],
)
def test_a_profile_that_is_none_gets_a_reason(text: str) -> None:
    with pytest.raises(Refused, match="bad_profile"):
        read_profile(text)
