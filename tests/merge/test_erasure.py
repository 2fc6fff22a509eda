"""What counts of erased acts, and what stubs can and cannot do, also forged ones."""

from storage.acts import Act, Stub, make_stub
from storage.merge import Decided, frontier, project, what_counts, world_of
from tests.worlds import AGREEMENT, STRANGE, UNKNOWN, act, erasing_all, status, stub, view

X, Y = STRANGE[:2]
PLACE = (AGREEMENT, "status")


def outcome(acts, stubs=()):
    """The status, where someone erased all that these stubs are said to be left of."""
    return project([*acts, erasing_all(stubs)], stubs)[AGREEMENT].fields["status"]


def values(acts, stubs=()) -> list[object]:
    return [one.value for one in outcome(acts, stubs).claims]


def heads(acts, stubs=()) -> set[str]:
    return {one.act for one in outcome(acts, stubs).heads}


def counted(acts, came=(), left=(), **decided: set[str]) -> tuple[set[str], list[Stub]]:
    """The ids of the bodies that count, and the stubs that do."""
    made = Decided(**{name: frozenset(ids) for name, ids in decided.items()})
    bodies, stubs = what_counts(acts, came, left, made)
    return {*bodies}, [*stubs.values()]


class Erased:
    """An act, its stub, one that is forged, and who erases it."""

    def __init__(self) -> None:
        self.act: Act = status("secret")
        self.stub: Stub = make_stub(self.act)
        self.forged: Stub = stub(self.act.id, {PLACE: [UNKNOWN]}, [X])
        self.by: Act = act(erase=[self.act.id])
        self.also: Act = act(erase=[self.act.id])


def test_an_erased_act_passes_its_parents_on():
    first = status("open")
    secret = status("met", first)
    third = status("lapsed", secret)
    assert values([first, third], [make_stub(secret)]) == ["lapsed"]
    assert values([first], [make_stub(secret)]) == ["open"]
    assert not outcome([first, third], [make_stub(secret)]).incomplete


def test_a_body_counts_until_a_person_confirms_that_it_goes():
    one = Erased()
    for stubs in ((), (one.stub,), (one.forged,), (one.stub, one.forged)):
        assert counted([one.act, one.by], stubs) == ({one.act.id, one.by.id}, [])
        refused = counted([one.act, one.by], stubs, refused={one.by.id})
        assert refused == ({one.act.id, one.by.id}, [])
        confirmed = counted([one.act, one.by], stubs, confirmed={one.by.id})
        assert confirmed == ({one.by.id}, [one.stub])


def test_a_stub_that_came_counts_while_a_known_act_erases_its_act():
    one = Erased()
    assert counted([], [one.stub]) == (set(), [])
    assert counted([one.by], [one.stub]) == ({one.by.id}, [one.stub])
    undone = act(undo=[one.by.id])  # void or not
    assert counted([one.by, undone], [one.stub])[1] == [one.stub]
    assert counted([one.by], [one.stub], refused={one.by.id}) == ({one.by.id}, [])
    both = [one.by, one.also]  # one of both is enough
    assert counted(both, [one.stub], refused={one.by.id})[1] == [one.stub]
    assert counted(both, [one.stub], refused={one.by.id, one.also.id})[1] == []


def test_of_several_stubs_that_came_and_differ_none_counts():
    one = Erased()
    assert counted([one.by], [one.stub, one.forged])[1] == []
    assert counted([one.by], [one.forged, one.stub, one.stub])[1] == []


def test_a_stub_that_was_left_here_of_a_body_needs_nobody_and_is_not_hidden_by_a_forged_one():
    one = Erased()
    assert counted([], [one.forged], [one.stub])[1] == [one.stub]
    assert counted([one.by], [one.forged], [one.stub], refused={one.by.id})[1] == [one.stub]
    assert counted([one.act], [], [one.stub]) == ({one.act.id}, [])  # it came again


def test_what_erased_and_was_erased_itself_still_keeps_away_what_was_confirmed_here():
    one = Erased()
    over = act(erase=[one.by.id])
    known = [one.act, one.by, over]
    gone = counted(known, [], confirmed={one.by.id, over.id})
    assert gone == ({over.id}, [one.stub, make_stub(one.by)])
    still = counted(known, [one.stub], confirmed={over.id})
    assert still == ({one.act.id, over.id}, [make_stub(one.by)])
    assert counted([one.by, over], [one.stub], confirmed={over.id})[1] == [make_stub(one.by)]


def test_an_erased_undo_still_counts_unless_it_is_undone():
    mistake = status("met")
    undo = act(undo=[mistake.id])
    assert values([mistake], [make_stub(undo)]) == []
    assert values([mistake, act(undo=[undo.id])], [make_stub(undo)]) == ["met"]


def test_an_unknown_parent_of_a_stub_makes_the_field_incomplete():
    assert outcome([status("open")], [stub(X, {PLACE: [UNKNOWN]})]).incomplete


def test_an_act_of_which_no_stub_counts_is_not_known():
    third = status("lapsed", X)
    assert project([third], [stub(X, {PLACE: []})])[AGREEMENT].incomplete == ("life", "status")
    assert project([third, act(erase=[X])], [stub(X, {PLACE: []})])[AGREEMENT].incomplete == (
        "life",
    )


def test_void_and_erased_acts_are_parents_of_the_next_one():
    first = status("open")
    stubs = [stub(X, {PLACE: [first.id]})]
    said = world_of([first], stubs, ())[AGREEMENT]["status"]
    assert frontier(said) == [X]


def test_a_stub_that_names_itself_is_still_a_parent_of_the_next_one():
    said = world_of([], [stub(X, {PLACE: [X]})], ())[AGREEMENT]["status"]
    assert frontier(said) == [X]


def test_of_a_circle_that_nothing_outside_it_names_all_are_parents_of_the_next_one():
    inside = status("open", X)
    circle = stub(X, {PLACE: [inside.id]})
    beside = status("met")
    said = world_of([inside, beside], [circle], ())[AGREEMENT]["status"]
    assert frontier(said) == sorted([inside.id, X, beside.id])
    above = status("lapsed", X)
    said = world_of([inside, beside, above], [circle], ())[AGREEMENT]["status"]
    assert frontier(said) == sorted([above.id, beside.id])


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
    acts = [act(erase=[X])]
    merged = project(acts, [forged])[AGREEMENT]
    assert not merged.listed
    assert merged.life is None
    assert view(project(acts, [forged])) == view(project(acts, [forged, forged]))
    assert project([], [forged]) == {}
