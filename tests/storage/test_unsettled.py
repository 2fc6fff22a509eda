"""Changing a field in conflict without settling it: that is done on purpose, or not at all."""

import pytest

from storage.store import Store
from storage.views.change import Change
from tests.storage.small import BOOST, VHTO, refusal, swap


@pytest.fixture
def torn(ann: Store, bob: Store) -> Store:
    """Ann's file, in which her title and trekkers are in conflict with those of bob."""
    ann.edit(VHTO, {"title": "van ann", "parties/lead/vhto": True, "parties/lead/platform": False})
    ann.edit(VHTO, {"parties/lead/vhto": False})
    bob.edit(VHTO, {"title": "van bob", "parties/lead/vhto": True})
    swap(ann, bob)
    assert said(ann) == {"title": {"van ann", "van bob"}, "parties/lead/vhto": {True, False}}
    return ann


def said(store: Store) -> dict[str, set[object]]:
    return {one.field: {claim.value for claim in one.claims} for one in store.conflicts()}


def test_what_a_form_saved_stands_on_what_it_showed(torn: Store, bob: Store):
    """Every value but the one that was shown stays beside it, on every laptop."""
    torn.edit(VHTO, {"title": "van mij"}, seen=torn.log.seen(VHTO))
    assert said(torn)["title"] == {"van mij", "van ann"}
    swap(torn, bob)
    assert said(bob) == said(torn)
    assert torn.check() == []


def test_the_value_that_shows_already_is_no_change(torn: Store):
    seen = torn.log.seen(VHTO)
    assert refusal(torn.edit, VHTO, {"title": "van bob"}, seen=seen).key == "nothing_changed"
    torn.edit(VHTO, {"title": "van ann"}, seen=seen)  # now both say the same
    assert "title" not in said(torn)


def test_a_settlement_that_was_taken_back_settles_no_more(torn: Store):
    torn.resolve(VHTO, "title", "van ann")
    torn.undo()
    torn.edit(VHTO, {"title": "van mij"}, seen=torn.log.seen(VHTO))
    assert said(torn)["title"] == {"van mij", "van ann"}


def test_what_was_taken_back_and_done_again_stands_under_it(ann: Store):
    ann.edit(VHTO, {"title": "eerst"})
    act = ann.edit(VHTO, {"title": "later"})
    undo = ann.undo()
    ann.edit(VHTO, {"title": "van mij"}, seen=ann.log.seen(VHTO))
    ann.undo(next(one.id for one in ann.history(VHTO) if act in one.undoes), "toch wel")
    assert undo.id == act
    assert said(ann) == {}


def test_without_a_form_it_is_refused_with_what_stands_there(torn: Store):
    before = torn.record(VHTO)
    for changes in ({"title": "x"}, {"title": "van bob"}, {"goal": "x", "title": "x"}):
        refused = refusal(torn.edit, VHTO, changes)
        assert (refused.key, refused.details["field"]) == ("in_conflict", "title")
    assert refusal(torn.apply, Change((VHTO,), whole={"parties/lead": ("platform",)})).key == (
        "in_conflict"
    )
    assert torn.record(VHTO) == before
    torn.edit(VHTO, {"goal": "dat kan wel"})


def test_of_several_it_is_left_out_and_said(torn: Store):
    change = Change((VHTO, BOOST), sets={"title": "zo heet het"})
    found = torn.changes.preview(change)
    assert [*found.touched] == [BOOST]
    assert [(one.record, one.refused.key) for one in found.skipped] == [(VHTO, "in_conflict")]
    assert refusal(torn.apply, change).key == "not_in_all"
    leads = torn.changes.preview(Change((VHTO, BOOST), whole={"parties/lead": ("platform",)}))
    assert [one.refused.key for one in leads.skipped] == ["in_conflict"]


def test_a_code_in_conflict_is_chosen_and_not_replaced(ann: Store, bob: Store):
    ann.edit(VHTO, {"code": "KLEIN-2-TWE-08"})
    bob.edit(VHTO, {"code": "KLEIN-2-TWE-09"})
    swap(ann, bob)
    assert refusal(ann.changes.recode, VHTO).key == "in_conflict"
