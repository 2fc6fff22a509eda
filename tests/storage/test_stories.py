"""A field tells how it came to what it says."""

from storage.store import Store
from storage.views.field_story import StoryTurn
from tests.storage.small import VHTO, Laptops, send, swap


def told(store: Store, field: str = "title") -> list[tuple[object, ...]]:
    """By turn what, who, the value, and between what was chosen or what was taken back."""

    def one(turn: StoryTurn) -> tuple[object, ...]:
        return (turn.what, turn.act.author, turn.value, *(said.value for said in turn.of))

    return [one(turn) for turn in store.log.story(VHTO, field) if not turn.act.seed]


def conflict(ann: Store, bob: Store) -> None:
    ann.edit(VHTO, {"title": "van ann"})
    bob.edit(VHTO, {"title": "van bob"})
    swap(ann, bob)


def test_who_settled_it_and_who_opened_it_again_and_why(ann: Store, bob: Store):
    conflict(ann, bob)
    ann.resolve(VHTO, "title", "van ann", "zo besproken")
    swap(ann, bob)
    last = bob.log.story(VHTO, "title")[-1]
    bob.changes.undo_chosen([last.act.id], "niet met mij besproken")
    for store in (bob, ann):
        assert told(store) == [
            ("set", "ann", "van ann"),
            ("set", "bob", "van bob"),
            ("settled", "ann", "van ann", "van ann", "van bob"),
            ("taken_back", "bob", None, "van ann"),
        ]
        turn = store.log.story(VHTO, "title")[-1]
        assert (turn.settling, turn.act.why) == (True, "niet met mij besproken")
        send(bob, ann)
    ann.resolve(VHTO, "title", "samen")
    assert told(ann)[-1] == ("settled", "ann", "samen", "van ann", "van bob")


def test_two_settlements_are_two_choices(laptops: Laptops, ann: Store, bob: Store):
    conflict(ann, bob)
    eva = laptops.store("eva")
    swap(ann, bob, eva)
    bob.resolve(VHTO, "title", "van ann", "ann weet het")
    eva.resolve(VHTO, "title", "van bob")
    swap(bob, eva, ann)
    (found,) = ann.conflicts()
    turns = {turn.act.id: turn for turn in ann.log.story(VHTO, "title")}
    chosen = {(claim.author, claim.value): turns[claim.act] for claim in found.claims}
    assert chosen.keys() == {("bob", "van ann"), ("eva", "van bob")}
    for turn in chosen.values():
        assert turn.what == "settled"
        assert [(one.author, one.value) for one in turn.of] == [
            ("ann", "van ann"),
            ("bob", "van bob"),
        ]
        (other,) = turn.unseen
        assert other.author != turn.act.author


def test_who_went_on_without_having_seen_the_settlement(ann: Store, bob: Store):
    conflict(ann, bob)
    ann.resolve(VHTO, "title", "van bob")
    bob.undo()
    bob.edit(VHTO, {"title": "nog eens van bob"})
    swap(ann, bob)
    last = ann.log.story(VHTO, "title")
    (later,) = (turn for turn in last if turn.value == "nog eens van bob")
    assert [one.author for one in later.unseen] == ["ann"]


def test_done_again_and_life(ann: Store, bob: Store):
    conflict(ann, bob)
    ann.resolve(VHTO, "title", "van ann")
    ann.undo()
    ann.redo()
    assert [one[0] for one in told(ann)][-3:] == ["settled", "taken_back", "again"]
    ann.delete(VHTO, "dubbel")
    bob.edit(VHTO, {"goal": "toch"}, seen=bob.log.seen(VHTO))
    swap(ann, bob)
    assert told(bob, "life")[-1] == ("set", "ann", "deleted")


def test_a_seed_is_no_side_of_a_choice(ann: Store):
    ann.edit(VHTO, {"title": "van ann"})
    ann.edit(VHTO, {"title": "weer van ann"})
    assert [one[0] for one in told(ann)] == ["set", "set"]
    first = ann.log.story(VHTO, "title")[0]
    assert (first.what, first.act.seed, first.value) == ("set", True, "VHTO: schakel")
