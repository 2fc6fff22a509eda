"""Deletion beside notes, notes on notes, and own notes."""

from storage.merge import project
from tests.worlds import AGREEMENT, OWN_ITEM, Device, act, exchange


def life(device: Device, record: str = AGREEMENT) -> str | None:
    return device.records()[record].life


def test_an_unseen_note_that_was_taken_back_or_deleted_does_not_contest(pair):
    ann, bob = pair
    bob.undo(bob.note(AGREEMENT, "m"))
    bob.note(AGREEMENT, "n")
    bob.delete("entries/n")
    ann.delete(AGREEMENT)
    exchange(ann, bob)
    assert life(ann) == "deleted"


def test_a_deleted_note_that_is_contested_itself_contests(pair):
    ann, bob = pair
    ann.note(AGREEMENT, "n")
    exchange(ann, bob)
    bob.edit("entries/n", text="u")
    ann.delete("entries/n")
    ann.delete(AGREEMENT)
    exchange(ann, bob)
    assert life(ann, "entries/n") == life(ann) == "contested"


def test_a_note_on_a_seen_note_contests_that_note_and_nothing_further(pair):
    ann, bob = pair
    ann.note(AGREEMENT, "n")
    exchange(ann, bob)
    ann.delete("entries/n")
    ann.delete(AGREEMENT)
    bob.note("entries/n", "on-a-note")
    exchange(ann, bob)
    assert life(ann, "entries/n") == "contested"
    assert life(ann) == "deleted"  # it saw every head of the note itself


def test_an_undone_add_under_which_others_worked_is_contested(pair):
    ann, bob = pair
    add = next(iter(ann.acts.values()))
    bob.note(AGREEMENT, "n")
    ann.undo(add)
    assert life(ann) is None
    assert not ann.records()[AGREEMENT].listed
    exchange(ann, bob)
    assert life(ann) == "contested"
    assert ann.records()[AGREEMENT].listed
    bob.delete("entries/n")
    assert life(bob) == "contested"  # heads are left on it, deleted or not


def test_an_own_note_counts_only_for_an_own_record(pair):
    ann, bob = pair
    ann.add(OWN_ITEM, minutes="m")
    exchange(ann, bob)
    ann.delete(AGREEMENT)
    ann.delete(OWN_ITEM)
    for record, tail in ((AGREEMENT, "own-1"), (OWN_ITEM, "own-2")):
        bob.note(record, tail)
    exchange(ann, bob)
    assert life(ann) == "deleted"
    assert life(ann, OWN_ITEM) == "contested"


def test_notes_about_each_other_or_themselves_are_settled():
    places = [("entries/a", "entries/b"), ("entries/b", "entries/a"), ("entries/c", "entries/c")]
    adds = [act({(one, "about"): other, (one, "life"): "live"}) for one, other in places]
    saw = sorted(one.id for one in adds)
    gone = [
        act({(one, "life"): "deleted"}, add, saw=saw)
        for (one, _), add in zip(places, adds, strict=True)
    ]
    assert {one.life for one in project([*adds, *gone]).values()} == {"deleted"}
    unseen = act({("entries/a", "text"): "x"})
    lives = {name: one.life for name, one in project([*adds, *gone, unseen]).items()}
    assert lives == {"entries/a": "contested", "entries/b": "contested", "entries/c": "deleted"}
