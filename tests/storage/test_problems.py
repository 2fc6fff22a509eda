"""What a merge can leave and no form would allow, each as it comes about; likely doubles."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.acts import Setting, make_act
from storage.queries.problems.dead_references import rings
from storage.queries.problems.likely_doubles import NamedRecord, folded, likely
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from storage.views.problem import Problem
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, send, swap

Values = Mapping[tuple[str, str], object]
AT = "2014-10-07T09:12:03.120Z"
OTHER = "agreements/ander"
TERM = {"phrase": "x", "from": "2015-01-01", "to": "2014-01-01", "precision": "day",
        "nature": "once", "every": None, "trigger": None}  # fmt: skip


def arrive(store: Store, values: Values, seq: int = 1) -> None:
    """An act as another device may have made it: nothing checked it there."""
    said = [Setting(*place, value, ()) for place, value in sorted(values.items())]
    act = make_act(at=AT, by="b" * 16, device="d" * 16, seq=seq, set=said)
    with transaction(store.connection):
        take_in(store.connection, [act], (), AT)


def found(store: Store) -> list[tuple[str, str]]:
    return [(problem.kind, problem.record) for problem in store.problems.all()]


ADDED: Values = {(OTHER, "life"): "live", (OTHER, "title"): "Ander", (OTHER, "kind"): "request"}
NOTE: Values = {("entries/n", "life"): "live", ("entries/n", "text"): "los",
                ("entries/n", "kind"): "remark"}  # fmt: skip
SIGNAL = {"colour": "red", "reason": None}
ARRIVING: dict[str, tuple[Values, list[tuple[str, str]]]] = {
    "code": ({**ADDED, (OTHER, "code"): "KLEIN-2-TWE-01"},
             [("same_code", OTHER), ("same_code", VHTO)]),
    "term": ({(VHTO, "term"): TERM}, [("turned_term", VHTO)]),
    "period": ({(f"arrangement/{ARRANGEMENT}", "to"): "2013-01-01"},
               [("turned_period", f"arrangement/{ARRANGEMENT}")]),
    "no title": ({(VHTO, "title"): None}, [("required", VHTO)]),
    "status": ({(VHTO, "status"): "bijna"}, [("unknown_word", VHTO)]),
    "kind": ({(VHTO, "kind"): "belofte"}, [("unknown_word", VHTO)]),
    "role": ({(VHTO, "parties/baas/vhto"): True}, [("unknown_word", VHTO)]),
    "relation": ({(VHTO, "related/lijkt_op/klein-2-twe-02"): True}, [("unknown_word", VHTO)]),
    "met": ({(VHTO, "status"): "met"}, [("no_evidence", VHTO)]),
    "superseded": ({(VHTO, "status"): "superseded"}, [("no_successor", VHTO)]),
    "signal": ({(VHTO, "signal"): SIGNAL}, [("no_reason", VHTO)]),
    "region": ({(VHTO, "regions/weg"): True}, [("dangling", VHTO)]),
    "lead": ({(VHTO, "parties/lead/weg"): True}, [("dangling", VHTO)]),
    "note about nothing": (NOTE, [("about_nothing", "entries/n")]),
    "note about what is not here": ({**NOTE, ("entries/n", "about"): "agreements/weg"},
                                    [("about_nothing", "entries/n")]),
    "note about no record": ({**NOTE, ("entries/n", "about"): "weg"},
                             [("about_nothing", "entries/n")]),
    "joined to nothing": ({(VHTO, "joined"): "weg"}, [("join_nowhere", VHTO)]),
    "joined in a ring": ({(VHTO, "joined"): "klein-2-twe-02", (BOOST, "joined"): "klein-2-twe-01"},
                         [("join_ring", VHTO)]),
    "joined to itself": ({(VHTO, "joined"): "klein-2-twe-01"}, [("join_ring", VHTO)]),
    "its own parent": ({("regions/twente", "parents/twente"): True},
                       [("parent_ring", "regions/twente")]),
}  # fmt: skip


@pytest.mark.parametrize("what", ARRIVING)
def test_what_may_arrive_is_listed_and_goes_when_it_is_taken_back(ann: Store, what: str):
    values, wanted = ARRIVING[what]
    assert found(ann) == []
    arrive(ann, values)
    assert found(ann) == wanted
    for problem in ann.problems.all():
        assert problem.title
    (act,) = [act for act in ann.history(None) if act.device == "d" * 16]
    ann.undo(act.id, "vergissing")
    assert found(ann) == []
    assert ann.check() == []


def test_a_reference_says_whether_its_record_was_deleted(ann: Store):
    ann.delete("regions/twente")

    (first, second) = ann.problems.all()
    assert {first.record, second.record} == {VHTO, BOOST}
    assert first.details == {
        "field": "regions", "value": "twente", "gone": "deleted", "refers": "regions",
    }  # fmt: skip
    ann.restore("regions/twente")
    assert found(ann) == []


def test_two_acts_with_one_number_are_a_clone(ann: Store):
    arrive(ann, {(VHTO, "title"): "een"})
    arrive(ann, {(VHTO, "title"): "twee"})
    (problem,) = ann.problems.all()
    assert (problem.kind, problem.record, problem.details["seq"]) == ("clone", "", 1)


def test_what_gives_way_has_no_problems_but_its_code(ann: Store):
    arrive(ann, {**ADDED, (OTHER, "code"): "KLEIN-2-TWE-01", (OTHER, "regions/weg"): True})
    ann.join(OTHER, VHTO)
    assert found(ann) == [("same_code", OTHER), ("same_code", VHTO)]
    code = ann.changes.recode(OTHER)
    assert found(ann) == []
    assert ann.find(code) == OTHER
    ann.undo()
    assert len(found(ann)) == 2


def test_evidence_follows_to_the_one_that_stands(ann: Store):
    ann.status(BOOST, "met", evidence="gezien")
    arrive(ann, {(VHTO, "status"): "met"})
    assert found(ann) == [("no_evidence", VHTO)]
    ann.join(BOOST, VHTO)
    assert found(ann) == []


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3)))
def test_rings_are_those_that_lead_back_to_themselves(links: dict[str, list[str]]):
    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(links.get(start, ()))
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += links.get(one, ())
        return seen

    around = {one: reached(one) for one in "abcdef"}
    wanted = {
        tuple(sorted(other for other in around[one] if one in around[other]))
        for one in "abcdef"
        if one in around[one]
    }
    assert {tuple(ring) for ring in rings(links)} == wanted


def test_a_very_long_ring_is_found():
    links = {f"{n:06}": [f"{(n + 1) % 50_000:06}"] for n in range(50_000)}
    (ring,) = rings(links)
    assert len(ring) == 50_000


# doubles


@pytest.mark.parametrize(
    ("one", "other", "double"),
    [
        ("Jet-Net", "Jetnet", True),
        ("Platform Bèta Techniek", "het platform beta-techniek", True),
        ("Hogeschool Oost", "Hogeschol Oost", True),
        ("Hogeschool Oost", "Hogeschool West", False),
        ("Techniekpact 2015", "Techniekpact 2016", False),
        ("KWTO", "KWTA", False),
        ("De", "Het", False),
    ],
)
def test_what_is_called_alike_may_be_one(one: str, other: str, double: bool):
    called = [NamedRecord("a", (one,)), NamedRecord("b", (other,))]
    assert likely(called, {"b"}) == ([("b", "a")] if double else [])
    assert likely(called, ()) == []


def test_any_of_the_names_counts():
    called = [NamedRecord("a", ("Landelijk Expertisebureau", "VHTO")), NamedRecord("b", ("vhto",))]
    assert likely(called, {"b"}) == [("b", "a")]


@given(st.text(max_size=12))
def test_folding_takes_any_text(text: str):
    assert folded(text) == folded(text.upper().lower()) or not text.isascii()


def doubles(store: Store) -> list[Problem]:
    return store.problems.doubles()


def test_two_laptops_add_the_same(ann: Store, bob: Store):
    ann.add("organisations", {"name": "Hogeschool Oost"})
    bob.add("organisations", {"name": "hogeschool oost"})
    said = {"title": "Nieuw: een plan", "kind": "request", "regions/twente": True}
    ann.add("agreements", said)
    bob.add("agreements", {**said, "title": "Nieuw, een plan"})
    bob.add("agreements", {**said, "regions/twente": False})
    assert doubles(ann) == doubles(bob) == []
    swap(ann, bob)
    pairs = doubles(ann)
    assert [problem.record.partition("/")[0] for problem in pairs] == [
        "organisations", "agreements",
    ]  # fmt: skip
    assert pairs == doubles(bob)
    assert ann.problems.asking() == len(pairs) + len(ann.problems.all())
    ann.problems.keep_apart(str(pairs[1].details["other"]), pairs[1].record)
    assert doubles(ann) == pairs[:1]
    assert doubles(bob) == pairs
    ann.join(pairs[0].record, str(pairs[0].details["other"]))
    assert doubles(ann) == []
    send(ann, bob)
    assert doubles(bob) == pairs[1:]


def test_agreements_from_two_places_are_two(ann: Store):
    for n in (1, 2):
        source = {"document": ARRANGEMENT, "locator": f"2.twente.b{n}"}
        ann.add("agreements", {"title": "Plan", "kind": "request", "source": source})
    assert doubles(ann) == []
