"""Stubs of erased acts, also forged ones."""

from storage.acts import make_stub
from storage.merge import frontier, project, world_of
from tests.worlds import AGREEMENT, STRANGE, UNKNOWN, Device, act, exchange, status, stub, view

X, Y = STRANGE[:2]
PLACE = (AGREEMENT, "status")


def outcome(acts, stubs=()):
    return project(acts, stubs)[AGREEMENT].fields["status"]


def values(acts, stubs=()) -> list[object]:
    return [one.value for one in outcome(acts, stubs).claims]


def heads(acts, stubs=()) -> set[str]:
    return {one.act for one in outcome(acts, stubs).heads}


def test_an_erased_act_passes_its_parents_on():
    first = status("open")
    secret = status("met", first)
    third = status("lapsed", secret)
    assert values([first, third], [make_stub(secret)]) == ["lapsed"]
    assert values([first], [make_stub(secret)]) == ["open"]
    assert not outcome([first, third], [make_stub(secret)]).incomplete


def test_a_body_that_arrives_with_its_stub_stays_away():
    secret = status("secret")
    assert values([secret], [make_stub(secret)]) == []
    assert values([status("open"), secret], [make_stub(secret)]) == ["open"]


def test_a_stub_that_does_not_fit_the_known_body_does_not_count():
    first = status("open")
    second = status("met", first)
    assert values([first, second], [stub(second.id, {PLACE: []})]) == ["met"]
    assert values([first, second], [stub(second.id, {}, [first.id])]) == ["met"]


def test_an_erased_undo_still_counts_unless_it_is_undone():
    mistake = status("met")
    undo = act(undo=[mistake.id])
    assert values([mistake], [make_stub(undo)]) == []
    assert values([mistake, act(undo=[undo.id])], [make_stub(undo)]) == ["met"]


def test_an_erasure_done_as_the_contract_asks_leaves_the_rest_as_it_was():
    ann, bob = Device("ann"), Device("bob")
    ann.add(AGREEMENT, title="t")
    exchange(ann, bob)
    secret = ann.edit(AGREEMENT, status="met", title="with a name")
    bob.edit(AGREEMENT, title="beside")
    exchange(ann, bob)
    again = act({(AGREEMENT, "title"): "without", PLACE: "met"}, secret)
    ann.acts[again.id] = again
    ann.erase(secret)
    exchange(ann, bob)
    record = bob.records()[AGREEMENT]
    assert record.value("status") == "met"
    assert {one.value for one in record.fields["title"].claims} == {"without", "beside"}


def test_an_unknown_parent_of_a_stub_makes_the_field_incomplete():
    assert outcome([status("open")], [stub(X, {PLACE: [UNKNOWN]})]).incomplete


def test_void_and_erased_acts_are_parents_of_the_next_one():
    first = status("open")
    stubs = [stub(X, {PLACE: [first.id]})]
    said = world_of([first], stubs, ())[AGREEMENT]["status"]
    assert frontier(said) == [X]


def test_a_stub_that_names_itself_is_still_a_parent_of_the_next_one():
    said = world_of([], [stub(X, {PLACE: [X]})], ())[AGREEMENT]["status"]
    assert frontier(said) == [X]


def test_an_act_in_a_forged_circle_of_its_own_stays_head():
    inside = status("open", X)
    circle = [stub(X, {PLACE: [inside.id]})]
    assert heads([inside], circle) == {inside.id}
    above = status("met", inside)
    assert heads([inside, above], circle) == {above.id}


def test_of_a_forged_circle_without_a_head_all_standing_acts_are_heads():
    left, right = status("open", X), status("met", Y)
    circle = [stub(X, {PLACE: [right.id]}), stub(Y, {PLACE: [left.id]})]
    assert heads([left, right], circle) == {left.id, right.id}
    beside = status("lapsed")
    assert heads([left, right, beside], circle) == {left.id, right.id, beside.id}
    above, below = status("on_hold", left), status("superseded")
    assert heads([left, right, above], circle) == {above.id}
    on_below = [stub(X, {PLACE: [right.id, below.id]}), circle[1]]
    assert heads([left, right, below], on_below) == {left.id, right.id}


def test_beside_a_forged_circle_void_acts_still_pass_on():
    left, right = status("open", X), status("met", Y)
    circle = [stub(X, {PLACE: [right.id]}), stub(Y, {PLACE: [left.id]})]
    first = status("lapsed")
    erased = status("secret", first)
    last = status("on_hold", erased)
    found = heads([left, right, first, last], [*circle, make_stub(erased)])
    assert found == {left.id, right.id, last.id}


def test_void_acts_in_a_forged_circle_are_no_heads():
    left, right = status("open", X), status("met", Y)
    circle = [stub(X, {PLACE: [right.id]}), stub(Y, {PLACE: [left.id]})]
    assert heads([left, right, act(undo=[left.id])], circle) == {right.id}


def test_stubs_alone_leave_no_record_in_the_lists():
    forged = stub(X, {PLACE: [X], (AGREEMENT, "life"): [X]}, [X])
    merged = project([], [forged])[AGREEMENT]
    assert not merged.listed
    assert merged.life is None
    assert view(project([], [forged])) == view(project([], [forged, forged]))
