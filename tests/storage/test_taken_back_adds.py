"""An add that was taken back, while a colleague noted something about the record (rule 6c)."""

import pytest

from storage.store import Store
from storage.views.change import Change
from tests.storage.small import BOOST, partners_records, swap


@pytest.fixture
def contested(ann: Store, bob: Store) -> str:
    """An agreement of ann's that she took back, while bob noted something about it."""
    record = ann.add("agreements", {"title": "Proeftuin", "kind": "commitment", "part": "2"})
    swap(ann, bob)
    bob.note(record, "gebeld")
    ann.undo()
    swap(ann, bob)
    return record


def test_it_is_listed_in_records_and_conflicts(ann: Store, bob: Store, contested: str):
    for store in (ann, bob):
        assert store.record(contested)["life"] == "contested"
        assert [(one.record, one.field) for one in store.conflicts()] == [(contested, "life")]
        assert contested in {one["id"] for one in partners_records(store)["agreements"]}
        assert store.check() == []
    assert partners_records(ann) == partners_records(bob)


def test_who_took_it_back_is_told_and_it_goes_by_its_title(ann: Store, contested: str):
    assert ann.title(contested)[1] == ann.page(contested).row.title == "Proeftuin"
    contest = ann.log.contest(contested)
    assert [(act.author, bool(act.undoes)) for act in contest.taken_back] == [("ann", True)]
    assert contest.deleted == ()
    assert {act.author for act in contest.changed} == {"bob"}
    assert [one for one in ann.problems.all() if one.record == contested] == []


def test_letting_it_be_says_again_what_the_add_said(ann: Store, bob: Store, contested: str):
    ann.resolve(contested, "life", "live")
    record = ann.record(contested)
    assert (record["life"], record["title"], record["kind"]) == ("live", "Proeftuin", "commitment")
    ann.undo()
    bob.restore(contested)
    swap(ann, bob)
    assert ann.record(contested) == bob.record(contested) == record
    assert ann.check() == ann.conflicts() == []


def test_restored_with_others_it_says_that_too(ann: Store, contested: str):
    ann.delete(BOOST)
    ann.apply(Change((BOOST, contested), sets={"life": "live"}))
    assert [ann.record(one)["life"] for one in (BOOST, contested)] == ["live", "live"]
    assert ann.record(contested)["title"] == "Proeftuin"
    assert ann.check() == ann.conflicts() == []


def test_it_can_be_deleted_for_good(ann: Store, bob: Store, contested: str):
    ann.resolve(contested, "life", "deleted")
    swap(ann, bob)
    assert bob.record(contested)["life"] == "deleted"
    assert bob.conflicts() == []
