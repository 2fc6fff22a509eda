"""Taking back and doing again, through the store."""

from contextlib import closing

import pytest

from storage.store import Store
from storage.views.change import Change
from tests.storage.small import BOOST, VHTO, Laptops, lacking, refusal, send, swap, value


def test_undo_and_redo_go_back_and_forth(ann: Store):
    ann.edit(VHTO, {"title": "een"})
    ann.edit(VHTO, {"title": "twee"})
    assert [change.value for change in ann.undo().changes] == ["twee"]
    assert value(ann, VHTO, "title") == "een"
    ann.undo()
    assert value(ann, VHTO, "title") == "VHTO: schakel"
    ann.redo()
    assert value(ann, VHTO, "title") == "een"
    ann.redo()
    assert value(ann, VHTO, "title") == "twee"
    assert refusal(ann.redo).key == "nothing_to_redo"
    assert ann.check() == []


def test_nothing_of_mine_is_nothing_to_take_back(ann: Store):
    before = ann.path.read_bytes()
    assert refusal(ann.undo).key == "nothing_to_undo"
    assert refusal(ann.redo).key == "nothing_to_redo"
    assert ann.path.read_bytes() == before
    ann.edit(VHTO, {"title": "een"})
    ann.undo()
    assert refusal(ann.undo).key == "nothing_to_undo"  # the act that named me stays


def test_taking_back_survives_a_restart(laptops: Laptops):
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "een"})
    with closing(laptops.store("ann")) as ann:
        ann.undo()
        assert value(ann, VHTO, "title") == "VHTO: schakel"
    with closing(Store.open(laptops.path("ann"))) as ann:  # whoever wrote last
        ann.redo()
        assert value(ann, VHTO, "title") == "een"


def test_after_something_new_there_is_nothing_to_do_again(ann: Store):
    ann.edit(VHTO, {"title": "een"})
    ann.undo()
    ann.edit(BOOST, {"title": "iets anders"})
    assert refusal(ann.redo).key == "nothing_to_redo"


def test_only_my_own_acts_are_taken_back(ann: Store, bob: Store):
    ann.edit(VHTO, {"title": "van ann"})
    bob.edit(BOOST, {"title": "van bob"})
    send(bob, ann)
    ann.undo()
    assert value(ann, VHTO, "title") == "VHTO: schakel"
    assert value(ann, BOOST, "title") == "van bob"


def test_two_people_on_one_laptop_each_have_their_own(laptops: Laptops):
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "van ann"})
    with closing(Store.open(laptops.path("ann"), by="eva")) as eva:
        assert refusal(eva.undo).key == "nothing_to_undo"
        eva.edit(BOOST, {"title": "van eva"})
        eva.undo()
        assert value(eva, VHTO, "title") == "van ann"


def test_another_s_act_goes_only_when_chosen_and_with_a_reason(ann: Store, bob: Store):
    act = bob.edit(VHTO, {"title": "van bob"})
    send(bob, ann)
    assert refusal(ann.undo, act).key == "reason_needed"
    assert ann.undo(act[:8], "vergissing").author == "bob"
    assert value(ann, VHTO, "title") == "VHTO: schakel"
    assert refusal(ann.undo, act, "nog eens").key == "already_undone"
    for wrong in (act[:5], "f" * 64, "", "%", "\udc80"):
        assert refusal(ann.undo, wrong, "x").key == "unknown_act"


def test_my_own_act_is_chosen_without_a_reason(ann: Store):
    first = ann.edit(VHTO, {"title": "een"})
    ann.edit(BOOST, {"title": "twee"})
    ann.undo(first)
    assert (value(ann, VHTO, "title"), value(ann, BOOST, "title")) == ("VHTO: schakel", "twee")


def test_an_add_on_which_another_s_acts_rest_is_deleted_instead(ann: Store, bob: Store):
    record = ann.add("agreements", {"title": "Nieuw", "kind": "request"})
    swap(ann, bob)
    bob.note(record, "goed plan")
    swap(ann, bob)
    ann.undo()
    assert value(ann, record, "life") == "deleted"
    swap(ann, bob)
    assert value(bob, record, "life") == "deleted"
    bob.restore(record)
    assert [entry.text for entry in bob.page(record).entries] == ["goed plan"]


def test_an_add_of_which_only_i_said_something_is_void(ann: Store):
    record = ann.add("agreements", {"title": "Nieuw", "kind": "request"})
    ann.undo()
    assert refusal(ann.record, record).key == "not_there_then"
    ann.redo()
    assert value(ann, record, "title") == "Nieuw"


def test_a_status_is_taken_back_also_when_another_changed_its_evidence(ann: Store, bob: Store):
    ann.status(VHTO, "met", evidence="het verslag")
    swap(ann, bob)
    (entry,) = bob.page(VHTO).entries
    bob.edit(entry.id, {"text": "het hele verslag"})
    swap(ann, bob)
    ann.undo()
    assert value(ann, VHTO, "status") == "open"
    assert [(one.record, one.field) for one in ann.conflicts()] == [(entry.id, "life")]
    assert value(ann, entry.id, "text") == "het hele verslag"


def test_redo_says_so_when_another_has_taken_it_back_too(ann: Store, bob: Store):
    act = ann.edit(VHTO, {"title": "een"})
    swap(ann, bob)
    bob.undo(act, "vergissing")
    ann.undo()
    swap(ann, bob)
    before = ann.path.read_bytes()
    assert refusal(ann.redo).key == "undone_by_other"
    assert ann.path.read_bytes() == before


@pytest.mark.parametrize("own", [False, True])
def test_a_note_is_taken_back_in_its_own_scope(ann: Store, own: bool):
    ann.note(VHTO, "x", own=own)
    ann.undo()
    assert ann.page(VHTO).entries == ()
    ann.redo()
    assert len(ann.page(VHTO).entries) == 1
    leaving = lacking(ann, ann.snapshots.make())
    assert len(leaving) == (3 if own else 0)  # the note, its undo and its redo stay inside
    assert ann.check() == []


MADE = "organisations/0123456789abcdef"


@pytest.mark.parametrize("built_on", [MADE, None])
def test_an_add_goes_with_what_was_made_beside_it(ann: Store, bob: Store, built_on: str | None):
    said = {"title": "Nieuw", "kind": "request", "parties/lead/0123456789abcdef": True}
    change = Change(new="agreements", sets=said, make={MADE: "Bouwmensen"})
    (record,) = ann.apply(change).added
    assert value(ann, MADE, "name") == "Bouwmensen"
    swap(ann, bob)
    bob.note(built_on or record, "goed plan")
    swap(ann, bob)
    ann.undo()
    assert [value(ann, one, "life") for one in (record, MADE)] == ["deleted", "deleted"]
    ann.undo()  # of the deletion: both in one act
    assert [value(ann, one, "life") for one in (record, MADE)] == ["live", "live"]


def test_what_a_change_made_beside_it_goes_and_comes_with_the_change(ann: Store):
    sets = {"parties/lead/0123456789abcdef": True}
    (act,) = ann.apply(Change((VHTO,), sets=sets, make={MADE: "Bouwmensen"})).acts
    (row,) = ann.history(MADE)
    assert row.id == act
    ann.undo()
    assert refusal(ann.record, MADE).key == "not_there_then"
    ann.redo()
    assert value(ann, MADE, "name") == "Bouwmensen"
    assert ann.check() == []


def test_a_change_that_is_refused_makes_nothing(ann: Store):
    sets = {"parties/lead/0123456789abcdef": True, "status": "met"}
    change = Change((VHTO,), sets=sets, make={MADE: "X"})
    assert refusal(ann.apply, change).key == "evidence_needed"
    assert refusal(ann.apply, change._replace(make={MADE: " "})).key == "required"
    assert refusal(ann.record, MADE).key == "not_there_then"


def test_a_region_made_beside_an_agreement_gives_it_its_code(ann: Store):
    made = {"regions/0": "Twentse rand", "regions/1": "Twente-oost"}
    said = {"title": "Nieuw", "kind": "request", "regions/0": True}
    (record,) = ann.apply(Change(new="agreements", sets=said, make=made)).added
    shorts = [value(ann, one, "short") for one in made]
    assert len({*shorts, value(ann, "regions/twente", "short")}) == 3
    assert f"-{shorts[0]}-01-" in str(value(ann, record, "code"))
