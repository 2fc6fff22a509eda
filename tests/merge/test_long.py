"""Long chains and wide fans end, without recursion. What grows faster than its input hangs here."""

import pytest

from storage.acts import Act, Stub
from storage.merge import project, voided
from tests.asof import times
from tests.worlds import AGREEMENT, Device, act, erasing_all, moment, status

LONG = 200_000
PLACE = (AGREEMENT, "status")


def name(n: int) -> str:
    return f"{n:064x}"


@pytest.fixture(scope="module")
def chain() -> list[Act]:
    """An edit on an edit on an edit…"""
    made = [status(0)]
    for n in range(1, LONG):
        made.append(status(n, made[-1]))
    return made


def heads(acts, stubs=(), field: str = "status") -> list[str]:
    return [
        one.act
        for one in project([*acts, erasing_all(stubs)], stubs)[AGREEMENT].fields[field].heads
    ]


@pytest.mark.parametrize("length", [10_000, LONG])
def test_a_long_chain_of_edits_ends_in_its_last(chain: list[Act], length: int):
    assert heads(chain[:length]) == [chain[length - 1].id]


def test_a_long_void_chain_passes_through_to_its_first(chain: list[Act]):
    undo = act(undo=sorted(one.id for one in chain[1:]))
    assert heads([*chain, undo]) == [chain[0].id]
    above = status("above", chain[-1])
    assert heads([*chain, undo, above]) == [above.id]


def test_a_long_chain_has_its_times(chain: list[Act]):
    latest = max(one.at for one in chain)
    arrived = dict.fromkeys((one.id for one in chain), latest)
    assert times(reversed(chain), arrived)[chain[-1].id] == latest


def test_a_long_chain_seen_at_its_end_covers_its_ancestors(chain: list[Act]):
    life = act({(AGREEMENT, "life"): "live"})
    deletion = act({(AGREEMENT, "life"): "deleted"}, life, saw=[chain[-1].id])
    undo = act(undo=sorted(one.id for one in chain[1:]))
    assert project([*chain, life, deletion, undo])[AGREEMENT].life == "deleted"


@pytest.mark.parametrize("length", [10_000, LONG])
def test_a_long_chain_of_undos_alternates(length: int):
    void = voided({name(n): (name(n - 1),) for n in range(1, length)})
    assert void == {name(n) for n in range(length - 2, -1, -2)}


def test_a_long_circle_of_undos_is_void():
    assert len(voided({name(n): (name((n + 1) % LONG),) for n in range(LONG)})) == LONG


def test_a_long_forged_circle_of_stubs_gives_back_the_one_act_in_it():
    inside = status("open", name(0))
    forged = [Stub(name(n), ((*PLACE, (name(n + 1),)),), (), None) for n in range(LONG - 1)]
    forged.append(Stub(name(LONG - 1), ((*PLACE, (inside.id,)),), (), None))
    assert heads([inside], forged) == [inside.id]


def test_wide_fans_end():
    wide = [status(n % 3) for n in range(10_000)]
    assert len(heads(wide)) == 10_000
    settled = status("met", *wide)
    undos = [act(undo=[settled.id]) for _ in range(10_000)]
    assert len(heads([*wide, settled, *undos])) == 10_000
    assert heads([*wide, settled]) == [settled.id]


def test_layers_that_each_stand_on_all_of_the_layer_before_end():
    layers, below = [], ()
    for _ in range(100):
        below = [status(n, *below) for n in range(30)]
        layers += below
    assert len(heads(layers)) == 30
    undo = act(undo=sorted(one.id for one in layers[30:]))
    assert len(heads([*layers, undo])) == 30


def test_a_record_with_many_notes_that_its_deletion_saw_ends():
    ann = Device("ann")
    adds = [act({(AGREEMENT, "life"): "live"})]
    notes = [f"entries/{n}" for n in range(20_000)]
    adds += [act({(note, "about"): AGREEMENT, (note, "life"): "live"}) for note in notes]
    ann.acts = {one.id: one for one in adds}
    assert len(ann.delete(AGREEMENT).saw) == 20_000
    assert ann.records()[AGREEMENT].life == "deleted"


def test_many_notes_that_turn_out_contested_one_after_another_end():
    """A note on each deleted note: lives change again and again, the record's never."""
    life = act({(AGREEMENT, "life"): "live"})
    made, saw = [life], []
    for n in range(3_000):
        note, on_it = f"entries/{n}", f"entries/on-{n}"
        add = act({(note, "about"): AGREEMENT, (note, "life"): "live"})
        gone = act({(note, "life"): "deleted"}, add, saw=[add.id])
        made += [add, gone, act({(on_it, "about"): note})]
        saw += [add.id, gone.id]
    made.append(act({(AGREEMENT, "life"): "deleted"}, life, saw=sorted(saw)))
    merged = project(made)
    assert merged["entries/0"].life == "contested"
    assert merged[AGREEMENT].life == "deleted"


def test_a_long_chain_of_notes_on_notes_ends():
    made = []
    for n in range(10_000):
        note = f"entries/{n}"
        add = act({(note, "about"): f"entries/{n + 1}", (note, "life"): "live"}, at=moment(n))
        made += [add, act({(note, "life"): "deleted"}, add, saw=[add.id])]
    assert {one.life for one in project(made).values()} == {"deleted"}
    unseen = act({("entries/0", "text"): "x"})
    assert {one.life for one in project([*made, unseen]).values()} == {"contested"}
