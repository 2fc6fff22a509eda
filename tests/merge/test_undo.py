"""Taking back, doing again, and circles of undos."""

from storage.merge import project, voided
from tests.worlds import AGREEMENT, STRANGE, Device, act, erasing_all, exchange, status, stub

X, Y, Z = STRANGE[:3]


def value(*acts, stubs=()) -> list[object]:
    known = project([*acts, erasing_all(stubs)], stubs)
    return [one.value for one in known[AGREEMENT].fields["status"].claims]


def test_an_undone_mistake_gives_back_what_was_there():
    ann = Device("ann")
    ann.edit(AGREEMENT, status="open")
    mistake = ann.edit(AGREEMENT, status="lapsed")
    ann.undo(mistake)
    assert value(*ann.acts.values()) == ["open"]


def test_an_undone_mistake_is_no_conflict_with_someone_who_never_saw_it():
    ann, bob = Device("ann"), Device("bob")
    ann.edit(AGREEMENT, status="open")
    exchange(ann, bob)
    ann.undo(ann.edit(AGREEMENT, status="lapsed"))
    bob.edit(AGREEMENT, status="met")
    exchange(ann, bob)
    record = ann.records()[AGREEMENT]
    assert (record.value("status"), record.conflicts) == ("met", ())


def test_an_edit_made_after_an_undone_mistake_stands_on_what_was_before_it():
    ann, bob = Device("ann"), Device("bob")
    first = ann.edit(AGREEMENT, status="open")
    exchange(ann, bob)
    mistake = ann.edit(AGREEMENT, status="lapsed")
    ann.undo(mistake)
    after = ann.edit(AGREEMENT, status="met")
    assert after.set[0].parents == (mistake.id,)  # void ones are parents too
    assert value(*ann.acts.values()) == ["met"]
    ann.undo(after)
    assert value(*ann.acts.values()) == ["open"]
    assert first.id in {one.act for one in ann.records()[AGREEMENT].fields["status"].heads}


def test_undoing_a_settlement_gives_both_heads_back_and_redo_settles_again():
    ann, bob = Device("ann"), Device("bob")
    ann.edit(AGREEMENT, status="met")
    bob.edit(AGREEMENT, status="lapsed")
    exchange(ann, bob)
    settlement = ann.edit(AGREEMENT, status="on_hold")
    undo = ann.undo(settlement)
    assert sorted(value(*ann.acts.values())) == ["lapsed", "met"]
    redo = ann.undo(undo)
    assert value(*ann.acts.values()) == ["on_hold"]
    ann.undo(redo)
    assert sorted(value(*ann.acts.values())) == ["lapsed", "met"]


def test_one_undo_takes_back_a_whole_bulk_edit():
    ann = Device("ann")
    records = [f"agreements/{n}" for n in range(5)]
    for record in records:
        ann.add(record, status="open")
    ann.undo(*[ann.edit(record, status="met") for record in records])
    assert {ann.records()[record].value("status") for record in records} == {"open"}


def test_of_two_undos_of_one_act_one_that_is_voided_leaves_the_other():
    mistake = status("met")
    left, right = act(undo=[mistake.id], by="ann"), act(undo=[mistake.id], by="bob")
    redo = act(undo=[left.id])
    assert value(mistake, left, right, redo) == []
    assert value(mistake, left, redo) == ["met"]


def test_an_undo_counts_when_it_arrives_before_what_it_undoes():
    mistake = status("met")
    assert value(status("open"), act(undo=[mistake.id])) == ["open"]
    assert value(mistake, act(undo=[mistake.id])) == []


def test_acts_in_a_circle_of_undos_are_void_and_void_nothing_else():
    assert voided({X: [X, "a"]}) == {X}
    assert voided({X: [Y], Y: [X, "a"]}) == {X, Y}
    assert voided({X: [Y], Y: [Z], Z: [X], "b": ["a"]}) == {X, Y, Z, "a"}
    assert voided({X: [Y, "a"], Y: [X], "a": ["b"]}) == {X, Y, "b"}


def test_what_stands_voids_into_a_circle_and_past_it():
    assert voided({"u": [X], X: [Y], Y: [X]}) == {X, Y}
    assert voided({"u": ["v"], "v": ["w"], "w": ["x"]}) == {"v", "x"}


def test_a_forged_circle_of_undos_reaches_the_fields():
    first = status("open")
    undo = act(undo=[first.id, X])
    assert value(first, undo) == []
    assert value(first, undo, stubs=[stub(X, {}, [undo.id])]) == ["open"]
