"""What was altered only in the records of a file settles no conflict unannounced."""

from storage.store import Store
from tests.storage.small import VHTO, edited, look, swap, take


def test_the_preview_names_the_conflict_that_an_edit_by_hand_settles(ann: Store, bob: Store):
    ann.edit(VHTO, {"title": "van ann"})
    bob.edit(VHTO, {"title": "van bob"})
    swap(ann, bob)
    data = edited(bob.snapshots.make(), VHTO, title="met de hand")
    seen = look(ann, data)
    assert [(one.record, one.field, one.value) for one in seen.edits] == [
        (VHTO, "title", "met de hand")
    ]
    settled = seen.follows.settled
    assert [one.spot.field for one in settled] == ["title"]
    assert ann.conflicts()
    assert [one.spot.field for one in take(ann, data, edits=True).follows.settled] == ["title"]
    assert not ann.conflicts()
