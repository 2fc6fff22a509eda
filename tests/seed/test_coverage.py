"""What the blocks of the document of Oost gave; and that document itself, where it is to hand."""

import os
import re
from pathlib import Path

import pytest

from seed.document.beside import profile_of, read_document
from seed.document.coverage import Astray, Coverage, EmptyBlock, Under, coverage
from seed.document.decided import decisions
from seed.document.document_files import read_pieces
from seed.document.numbered import words
from seed.document.profile import Profile
from seed.releases import ARRANGEMENT, oost
from storage.store import Store
from tests.seed.written import FORMS

SOURCE = os.environ.get("ARRANGEMENT_SOURCE", "")
needs_source = pytest.mark.skipif(not SOURCE, reason="ARRANGEMENT_SOURCE names no document")
SIBLINGS = {"Markdown"}  # one blank before a sub-bullet does not make it one there


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    path = tmp_path_factory.mktemp("oost") / "oost.db"
    Store.create(path, ARRANGEMENT, oost())
    found = Store.open(path)
    yield found
    found.close()


@pytest.fixture(scope="module")
def profile(store: Store) -> Profile:
    return profile_of(store)


@pytest.fixture(scope="module")
def covered(store: Store, profile: Profile) -> Coverage:
    return coverage(decisions(store, profile), store.documents.placed(ARRANGEMENT))


def test_of_every_block_it_is_decided_what_it_gives(covered: Coverage) -> None:
    assert covered.undecided == ()
    assert covered.total.blocks == covered.total.placed + covered.total.empty == 118


def test_no_record_stands_where_the_document_has_no_block(covered: Coverage) -> None:
    assert covered.astray == ()


def test_a_block_with_a_reason_to_be_empty_is_empty(store: Store, profile: Profile) -> None:
    placed = store.documents.placed(ARRANGEMENT)
    assert [one for one, block in profile.blocks.items() if block.none and placed.get(one)] == []


def test_every_agreement_has_its_place(store: Store) -> None:
    placed = {
        record for records in store.documents.placed(ARRANGEMENT).values() for record in records
    }
    assert {record["id"] for record in store.records("agreements")} <= placed


def test_coverage_counts_a_record_where_it_is_said_first() -> None:
    found = coverage(
        {"1.h": "kop", "1.p1": "", "1.noord.h": "kop", "1.noord.b1": "", "1.noord.b2": ""},
        {
            "1.p1": ["agreements/a", "programmes/p"],
            "1.noord.b1": ["agreements/b", "agreements/a"],
            "9.p1": ["agreements/c"],
        },
    )
    assert found.under == (Under("1", "", 2, 1, 1, 1, 1, 0), Under("1", "noord", 3, 1, 1, 0, 1, 1))
    assert found.total == Under("", "", 5, 2, 2, 1, 2, 1)
    assert found.empty == (EmptyBlock("1.h", "kop"), EmptyBlock("1.noord.h", "kop"))
    assert found.undecided == (EmptyBlock("1.noord.b2", ""),)
    assert found.astray == (Astray("agreements/c", "9.p1"),)


@needs_source
def test_the_document_has_the_blocks_that_the_seed_knows(store: Store, profile: Profile) -> None:
    found = read_document(store, Path(SOURCE), profile)
    assert found.document == ARRANGEMENT
    assert [one.locator for one in found.passages] == [*profile.blocks]
    assert found.differing == []


@needs_source
def test_its_words_stand_in_the_passages_once_and_in_order(store: Store, profile: Profile) -> None:
    path = Path(SOURCE)
    text = path.read_text(encoding="utf-8")
    there = re.sub(r"(?m)^ *- ", "", text).split()
    assert words(read_pieces(path, path.read_bytes(), profile)) == there
    found = read_document(store, path, profile)
    assert " ".join(one.text for one in found.passages).split() == there


@needs_source
@pytest.mark.parametrize("name", [name for name in FORMS if name not in SIBLINGS])
def test_it_is_the_same_document_in_other_forms(
    name: str, store: Store, profile: Profile, tmp_path: Path
) -> None:
    suffix, written = FORMS[name]
    path = tmp_path / f"document{suffix}"
    path.write_bytes(written(Path(SOURCE).read_text(encoding="utf-8")))
    found = read_document(store, path, profile)
    assert [(one.state, one.was, one.now) for one in found.differing] == []
    assert found.document == ARRANGEMENT
