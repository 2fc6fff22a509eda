"""Deletion beside what it saw and did not see of the record itself."""

import pytest

from storage.merge import project
from tests.worlds import AGREEMENT, UNKNOWN, Device, act, exchange

LIFE = (AGREEMENT, "life")


def life(device: Device, record: str = AGREEMENT) -> str | None:
    return device.records()[record].life


def test_a_deletion_that_saw_everything_deletes(pair):
    ann, bob = pair
    bob.edit(AGREEMENT, status="met")
    bob.note(AGREEMENT, "n")
    exchange(ann, bob)
    ann.delete(AGREEMENT)
    assert life(ann) == "deleted"
    assert ann.records()[AGREEMENT].listed


@pytest.mark.parametrize("unseen", ["edit", "note", "edit of a note", "an element"])
def test_a_deletion_beside_something_unseen_is_contested_and_restoring_or_deleting_settles(
    pair, unseen: str
):
    ann, bob = pair
    ann.note(AGREEMENT, "n")
    exchange(ann, bob)
    match unseen:
        case "edit":
            bob.edit(AGREEMENT, status="met")
        case "note":
            bob.note(AGREEMENT, "m")
        case "edit of a note":
            bob.edit("entries/n", text="u")
        case _:
            bob.edit(AGREEMENT, **{"regions/twente": True})
    ann.delete(AGREEMENT)
    exchange(ann, bob)
    assert life(ann) == life(bob) == "contested"
    assert ann.records()[AGREEMENT].conflicts == ()
    again = bob.delete(AGREEMENT)
    assert life(bob) == "deleted"
    bob.undo(again)
    bob.restore(AGREEMENT)
    assert life(bob) == "live"


def test_a_deletion_that_is_undone_never_was(pair):
    ann, bob = pair
    bob.edit(AGREEMENT, status="met")
    deletion = ann.delete(AGREEMENT)
    ann.undo(deletion)
    exchange(ann, bob)
    assert life(bob) == "live"


def test_an_undo_that_brings_back_an_ancestor_of_what_was_seen_does_not_contest(pair):
    ann, bob = pair
    before = bob.edit(AGREEMENT, status="met")
    edit = bob.edit(AGREEMENT, status="lapsed")
    exchange(ann, bob)
    deletion = ann.delete(AGREEMENT)
    bob.undo(edit)
    exchange(ann, bob)
    assert before.id not in deletion.saw
    assert {one.act for one in ann.records()[AGREEMENT].fields["status"].heads} == {before.id}
    assert life(ann) == "deleted"


def test_an_ancestor_of_what_was_not_seen_contests(pair):
    ann, bob = pair
    bob.edit(AGREEMENT, status="met")
    bob.undo(bob.edit(AGREEMENT, status="lapsed"))
    ann.delete(AGREEMENT)
    exchange(ann, bob)
    assert life(ann) == "contested"


def test_an_ancestor_is_looked_for_past_void_acts_and_only_on_its_own_field(pair):
    ann, bob = pair
    first = bob.edit(AGREEMENT, status="met")
    middle = bob.edit(AGREEMENT, status="lapsed")
    bob.undo(middle)
    last = bob.edit(AGREEMENT, status="on_hold")
    exchange(ann, bob)
    ann.delete(AGREEMENT)
    bob.undo(last)
    exchange(ann, bob)
    assert {one.act for one in ann.records()[AGREEMENT].fields["status"].heads} == {first.id}
    assert life(ann) == "deleted"
    title = act({(AGREEMENT, "title"): "x"}, first)
    assert project([*ann.acts.values(), title])[AGREEMENT].life == "contested"


def test_live_and_deleted_beside_each_other_are_contested(pair):
    ann, bob = pair
    ann.delete(AGREEMENT)
    bob.edit(AGREEMENT, life="live")
    exchange(ann, bob)
    assert life(ann) == "contested"
    assert ann.records()[AGREEMENT].conflicts == ("life",)


def test_two_deletions_see_together(pair):
    ann, bob = pair
    ann.edit(AGREEMENT, status="met")
    bob.edit(AGREEMENT, title="u")
    ann.delete(AGREEMENT)
    bob.delete(AGREEMENT)
    exchange(ann, bob)
    assert life(ann) == "deleted"


def test_a_deletion_does_not_contest_itself():
    first = act({LIFE: "live"})
    deletion = act({LIFE: "deleted", (AGREEMENT, "joined"): "two"}, first)
    assert project([first, deletion])[AGREEMENT].life == "deleted"


def test_a_newer_seed_does_not_contest_a_deletion(pair):
    ann, seed = pair[0], Device("seed")
    ann.delete(AGREEMENT)
    seed.edit(AGREEMENT, goal="new in this release")
    ann.pull(seed)
    assert life(ann) == "deleted"


def test_while_no_act_on_life_is_known_the_record_is_live_and_incomplete(pair):
    ann, late = pair[0], Device("late")
    edit = ann.edit(AGREEMENT, status="met")
    late.pull(ann, [edit.id])
    assert life(late) == "live"
    assert late.records()[AGREEMENT].incomplete == ("life", "status")


def test_a_deletion_that_saw_an_unknown_act_makes_life_incomplete():
    first = act({LIFE: "live"})
    deletion = act({LIFE: "deleted"}, first, saw=[UNKNOWN])
    assert project([first, deletion])[AGREEMENT].incomplete == ("life",)
    assert project([first, deletion, act({LIFE: "live"}, deletion)])[AGREEMENT].incomplete == ()
