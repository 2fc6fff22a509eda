"""What an erasing act says again: nothing but the erased words changes, for nobody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.acts import Act
from tests.worlds import AGREEMENT, OWN_ITEM, Device, exchange, honest_worlds


def said(device: Device):
    """What a device shows, but for which act says it, and for what a deletion of the seed's saw
    that a person's word hides: that is not said again."""
    return {
        name: (
            one.listed,
            one.life,
            one.conflicts,
            tuple(field for field in one.incomplete if field != "life"),
            {field: {repr(c.value) for c in out.claims} for field, out in one.fields.items()},
        )
        for name, one in device.records().items()
    }


@settings(max_examples=150, deadline=None)
@given(honest_worlds(), st.data())
def test_nothing_changes_but_what_went(devices: list[Device], data: st.DataObject):
    device, late = devices[data.draw(st.sampled_from((1, 2)))], Device("late")
    late.pull(device)
    late.confirmed, late.refused = {*device.confirmed}, {*device.refused}
    before, there = said(device), said(late)
    made = [*device.counts.bodies.values()]
    if not made:
        return
    erased = data.draw(st.lists(st.sampled_from(made), min_size=1, max_size=4, unique=True))
    erasures = device.erase(*erased)
    assert said(device) == before
    assert {one.id for one in erased}.isdisjoint(device.counts.bodies)
    late.pull(device)
    assert said(late) == there  # still to be decided: its bodies count
    late.confirm(*erasures)
    assert said(late) == before
    fresh = Device("fresh")
    fresh.pull(late)
    assert said(fresh) == before
    fresh.refuse(*erasures)
    fresh.pull(Device("old", {one.id: one for one in erased}))
    assert {one.id for one in erased} <= {*fresh.counts.bodies}


def erase(device: Device, *made: Act) -> Act:
    (erasure,) = device.erase(*made)
    return erasure


def test_each_field_of_which_it_is_head_is_said_again_on_it_alone():
    ann, bob = Device("ann"), Device("bob")
    ann.add(AGREEMENT, title="t")
    exchange(ann, bob)
    secret = ann.edit(AGREEMENT, status="met", title="with a name")
    ann.edit(AGREEMENT, status="lapsed")
    bob.edit(AGREEMENT, title="beside")
    exchange(ann, bob)
    (erasure,) = ann.erase(secret, says=lambda one: "without")
    assert [(*one,) for one in erasure.set] == [(AGREEMENT, "title", "without", (secret.id,))]
    assert (erasure.undo, erasure.erase) == ((), (secret.id,))
    exchange(ann, bob)
    for device in (ann, bob):
        title = device.records()[AGREEMENT].fields["title"]
        assert {one.value for one in title.claims} == {"without", "beside"}


def test_two_acts_in_conflict_are_erased_by_two_and_one_agreed_on_by_one():
    ann, bob = Device("ann"), Device("bob")
    ann.add(AGREEMENT, title="t")
    exchange(ann, bob)
    titles = [one.edit(AGREEMENT, title=one.name) for one in (ann, bob)]
    exchange(ann, bob)
    assert len(ann.erase(*titles)) == 2
    assert ann.records()[AGREEMENT].conflicts == ("title",)
    assert len(bob.erase(*titles, says=lambda one: "[naam]")) == 1
    assert bob.records()[AGREEMENT].conflicts == ()


def test_with_nothing_to_say_it_undoes_what_it_erases_but_an_undo_that_stands():
    ann = Device("ann")
    ann.add(AGREEMENT, title="t")
    first, second = ann.edit(AGREEMENT, status="open"), ann.edit(AGREEMENT, status="met")
    assert erase(ann, first).undo == (first.id,)
    undo = ann.undo(second)
    erasure = erase(ann, undo)
    assert (erasure.set, erasure.undo, erasure.erase) == ((), (), (undo.id,))
    assert ann.records()[AGREEMENT].value("status") is None
    assert erase(ann, second).undo == (second.id,)
    again = ann.undo(undo)  # of an erased undo: what it undid stands again, though it is gone
    assert erase(ann, again).undo == ()


def test_a_deletion_is_said_again_with_what_it_saw():
    ann, bob = Device("ann"), Device("bob")
    ann.add(AGREEMENT, title="t")
    ann.note(AGREEMENT, "n")
    gone = ann.delete(AGREEMENT)
    erasure = erase(ann, gone)
    assert [(one.field, one.value) for one in erasure.set] == [("life", "deleted")]
    assert erasure.saw == gone.saw
    exchange(ann, bob)
    assert bob.records()[AGREEMENT].life == "deleted"


@pytest.mark.parametrize("deep", [1, 2])
def test_each_deletion_that_this_would_contest_is_said_again(deep: int):
    ann, bob = Device("ann"), Device("bob")
    ann.add(AGREEMENT, title="t")
    about = AGREEMENT
    for n in range(deep):
        last = ann.note(about, f"n{n}", "with a name")
        about = f"entries/n{n}"
    if deep == 2:
        ann.delete("entries/n1")
    ann.delete("entries/n0")
    ann.delete(AGREEMENT)
    exchange(ann, bob)
    erasure = erase(ann, last)
    assert sum(one.value == "deleted" for one in erasure.set) >= 1
    exchange(ann, bob)
    for device in (ann, bob):
        lives = {name: one.life for name, one in device.records().items()}
        assert {*lives.values()} == {"deleted"}


def test_a_deletion_that_is_contested_stays_so():
    ann, bob = Device("ann"), Device("bob")
    ann.add(AGREEMENT, title="t")
    ann.add("agreements/two", title="t")
    exchange(ann, bob)
    gone, other = ann.delete(AGREEMENT), ann.delete("agreements/two")
    both = bob.do({(AGREEMENT, "title"): "u", ("agreements/two", "title"): "u"})
    ann.pull(bob, [both.id])
    ann.do({("agreements/two", "life"): "deleted"}, saw=[both.id])
    exchange(ann, bob)
    assert bob.records()[AGREEMENT].life == "contested"
    last = [one for one in ann.acts.values() if both.id in one.saw]
    assert len(ann.erase(gone, other, *last)) > 1
    exchange(ann, bob)
    assert bob.records()[AGREEMENT].life == "contested"
    assert bob.records()["agreements/two"].life == "deleted"


def test_what_it_erased_is_named_by_who_erases_it():
    ann = Device("ann")
    first = ann.add(AGREEMENT, title="t")
    over = erase(ann, first)
    last = erase(ann, over)
    assert last.erase == tuple(sorted((first.id, over.id)))
    new = Device("new")
    new.pull(ann)
    assert new.counts.stubs.keys() == {first.id, over.id}


def test_a_deletion_of_an_own_record_is_said_again_in_an_own_act():
    ann = Device("ann")
    ann.add(OWN_ITEM, minutes="m")
    ann.note(OWN_ITEM, "open", "with a name")  # a note that others may see
    text = ann.edit("entries/open", text="another name")
    ann.delete(OWN_ITEM)
    assert ann.records()[OWN_ITEM].life == "deleted"
    erasure = erase(ann, text)
    assert erasure.scope is None
    assert ann.records()[OWN_ITEM].life == "deleted"


def test_what_a_seed_says_beneath_a_persons_word_does_not_come_up():
    seed, ann = Device("seed"), Device("ann")
    first = seed.add(AGREEMENT, title="t", status="open")
    ann.pull(seed)
    ann.edit(AGREEMENT, status="met")
    second = seed.edit(AGREEMENT, status="lapsed", title="with a name")
    ann.pull(seed)
    erasure = erase(ann, second)
    assert [one.field for one in erasure.set] == ["title"]
    assert ann.records()[AGREEMENT].conflicts == ()
    assert [one.field for one in erase(ann, first).set] == ["life"]
