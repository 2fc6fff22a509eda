"""Histories order and date what a wrong clock made by its arrival, with its claim beside it."""

from storage.acts import Act, Setting, make_act
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from storage.views.act_row import ActFilter
from tests.storage.small import BOOST, VHTO

ARRIVED = "2026-03-01T12:00:00.000Z"


def made(at: str, seq: int, record: str, *parents: str, device: str = "d") -> Act:
    """An act of another laptop that says it was made then."""
    said = [Setting(record, "goal", f"doel {seq}", tuple(sorted(parents)))]
    return make_act(at=at, by="b" * 16, device=device * 16, seq=seq, set=said)


def arrive(store: Store, *acts: Act) -> None:
    with transaction(store.connection):
        take_in(store.connection, acts, (), ARRIVED)


def listed(store: Store) -> dict[str, str]:
    """By act whether its arrival is what it is listed by, or what it claims."""
    return {
        act.id: {act.at: "claim", act.arrived: "arrival"}[act.when] for act in store.history(None)
    }


def test_a_clock_that_runs_ahead(ann: Store):
    ahead = made("2031-05-03T10:00:00.000Z", 1, VHTO)
    arrive(ann, ahead)
    ann.edit(VHTO, {"title": "daarna"})
    (found,) = (act for act in ann.history(VHTO) if act.id == ahead.id)
    assert (found.at, found.when) == (ahead.at, found.arrived)
    assert found.wrong_clock


def test_a_clock_that_runs_behind_and_what_it_wrote_next(ann: Store):
    first = made("2026-02-01T10:00:00.000Z", 1, VHTO, device="e")
    behind = made("2001-01-01T00:00:00.000Z", 1, VHTO, first.id)
    answer = made("2001-01-01T00:01:00.000Z", 2, VHTO, behind.id)
    names_nothing = made("2001-01-01T00:05:00.000Z", 3, BOOST)
    right = made("2026-02-28T10:00:00.000Z", 4, "regions/twente")
    arrive(ann, behind, answer, names_nothing, right, first)
    found = listed(ann)
    assert [found[one.id] for one in (behind, answer, names_nothing)] == ["arrival"] * 3
    assert [found[one.id] for one in (first, right)] == ["claim", "claim"]
    undo = make_act(at=behind.at, by="c" * 16, device="c" * 16, seq=1, undo=[right.id])
    arrive(ann, undo)
    assert listed(ann)[undo.id] == "arrival"


def test_clocks_that_are_minutes_apart_are_no_matter(ann: Store):
    first = made("2026-03-01T12:30:00.000Z", 1, VHTO)
    second = made("2026-03-01T11:50:00.000Z", 1, VHTO, first.id, device="e")
    arrive(ann, first, second)
    assert [listed(ann)[one.id] for one in (first, second)] == ["claim", "claim"]


def test_the_list_is_in_order_and_finds_what_is_in_it(ann: Store):
    ahead = made("2031-05-03T10:00:00.000Z", 1, VHTO)
    arrive(ann, ahead)
    acts = ann.acts(ActFilter())
    assert acts.times == sorted(acts.times, reverse=True)
    assert acts[acts.find(ahead.id) or 0].id == ahead.id
