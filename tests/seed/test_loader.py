"""A folder with mistakes: each one comes with its file, line, field and reason."""

from pathlib import Path

import pytest

from seed.loader import load
from seed.seed_acts import acts
from seed.seeded import BadSeed, Mistake
from storage.errors import Refused

GOOD = """\
[[arrangement]]
id = "proef"
released = "2026-11-25"
title = "Proef"

[[regions]]
id = "twente"
name = "Twente"
short = "TWE"
source = "1.twente.h"

[[organisations]]
id = "platform"
name = "Platform"

[[agreements]]
id = "proef-1-twe-01"
code = "PROEF-1-TWE-01"
title = "Eerste"
kind = "commitment"
regions = ["twente"]
parties = ["lead:platform"]
term = { phrase = "voor de zomer", to = "2014-06-30" }
"""


def loaded(folder: Path, text: str | bytes, name: str = "a.toml"):
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(folder)


def mistakes(folder: Path, text: str | bytes) -> list[Mistake]:
    with pytest.raises(BadSeed) as caught:
        loaded(folder, text)
    return caught.value.mistakes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "zaad").mkdir()
    return tmp_path / "zaad"


def test_a_good_folder_gives_its_records(folder: Path):
    found = {record.id: record.values for record in loaded(folder, GOOD)}
    assert [*found] == sorted(found)
    assert found["agreements/proef-1-twe-01"] == {
        "code": "PROEF-1-TWE-01", "title": "Eerste", "kind": "commitment", "status": "open",
        "regions/twente": True, "parties/lead/platform": True,
        "term": {"phrase": "voor de zomer", "from": None, "to": "2014-06-30", "precision": "none",
                 "nature": "once", "every": None, "trigger": None},
    }  # fmt: skip
    assert found["regions/twente"]["source"] == {"document": "proef", "locator": "1.twente.h"}
    assert len(acts(load(folder))) == 4


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD,
        GOOD.replace("[[agreements]]", "[[ agreements ]]"),
    ],
)
def test_other_ways_to_write_the_same(folder: Path, text: str):
    assert len(loaded(folder, text)) == 4


def test_records_may_stand_in_files_and_folders(folder: Path):
    (folder / "diep").mkdir()
    head, mark, tail = GOOD.partition("[[regions]]")
    (folder / "diep" / "b.toml").write_text(mark + tail)
    assert len(loaded(folder, head)) == 4


def test_visions_are_a_list_and_a_date_may_be_missing(folder: Path):
    region = (
        'short = "TWE"\nvisions = [{ title = "Visie", date = "eind 2013" }, { title = "Agenda" }]'
    )
    found = {one.id: one.values for one in loaded(folder, GOOD.replace('short = "TWE"', region))}
    assert found["regions/twente"]["visions"] == [
        {"title": "Visie", "date": "eind 2013"},
        {"title": "Agenda", "date": None},
    ]


MISTAKES = [
    ('title = "Eerste"', 'titel = "Eerste"', (19, "titel", "unknown_field"), "title"),
    ('kind = "commitment"', 'kind = "comitment"', (20, "kind", "unknown_value"), "commitment"),
    ('kind = "commitment"', "", (16, "kind", "required"), ""),
    ('title = "Eerste"', 'title = ""', (19, "title", "required"), ""),
    ('title = "Eerste"', "title = 5", (19, "title", "needs_quotes"), ""),
    ('title = "Eerste"', "title = 2014-01-01", (19, "title", "needs_quotes"), ""),
    ('["twente"]', '["twentee"]', (21, "regions", "unknown_reference"), "twente"),
    ('["twente"]', '"twente"', (21, "regions", "needs_brackets"), ""),
    ('"lead:platform"', '"leed:platform"', (22, "parties", "unknown_value"), "lead"),
    ('"lead:platform"', '"lead:platvorm"', (22, "parties", "unknown_reference"), "platform"),
    ('"lead:platform"', '"platform"', (22, "parties", "pair_needs"), ""),
    ('"2014-06-30"', '"2014-06-31"', (23, "term", "invalid_value"), ""),
    ('short = "TWE"', 'visions = [{ titel = "V" }]\nshort = "TWE"',
     (9, "visions", "required"), ""),
    ("phrase = ", "frase = ", (23, "term", "unknown_field"), "phrase"),
    ('id = "platform"', 'id = "Platform X"', (13, "id", "no_slug"), ""),
    ('id = "platform"\n', "", (12, "id", "required"), ""),
    ("[[organisations]]", "[[organisatie]]", (12, "organisatie", "unknown_type"), "organisations"),
    ("[[organisations]]", "[organisations]", (12, "organisations", "single_brackets"), ""),
    ('title = "Proef"', 'title = "Proef', (4, "", "not_toml"), ""),
    ('title = "Proef"', 'title = "\\ud800"', (4, "", "not_toml"), ""),
    ('id = "proef"', 'id = "proef"\nid = "proef"', (3, "", "not_toml"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "near"), MISTAKES)
def test_a_mistake_says_where_and_why(
    folder: Path, old: str, new: str, place: tuple[int, str, str], near: str
):
    assert GOOD.count(old) == 1
    found = mistakes(folder, GOOD.replace(old, new))
    told = [one for one in found if (one.line, one.field, one.reason.key) == place]
    assert told, [(one.line, one.field, str(one.reason)) for one in found]
    assert told[0].file == folder / "a.toml"
    assert near in str(told[0].reason.details.get("nearest", ""))


def test_bytes_that_are_no_utf_8(folder: Path):
    (found,) = mistakes(folder, GOOD.encode().replace(b"Eerste", b"\xe9\xe9n"))[:1]
    assert (found.line, found.reason.key) == (19, "not_toml")


def test_an_id_that_stands_there_twice(folder: Path):
    again = GOOD + '\n[[regions]]\nid = "twente"\nname = "T"\nshort = "TWE"\n'
    (found,) = mistakes(folder, again)
    assert (found.line, found.field, found.reason.key) == (26, "id", "double_id")


@pytest.mark.parametrize("count", [0, 2])
def test_exactly_one_arrangement(folder: Path, count: int):
    head, mark, tail = GOOD.partition("[[regions]]")
    more = head + head.replace("proef", "ander") if count else ""
    found = mistakes(folder, more + mark + tail)
    assert "one_arrangement" in {one.reason.key for one in found}


def test_all_mistakes_come_at_once(folder: Path):
    text = GOOD.replace("title", "titel").replace("twente", "Twente Noord")
    assert len(mistakes(folder, text)) >= 4


def test_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(Refused, match="no_folder"):
        load(tmp_path / "niets")
