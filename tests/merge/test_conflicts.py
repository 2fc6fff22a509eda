"""Heads of one field: edits beside each other, settling, seed beside person, what is missing."""

import pytest

from storage.merge import project
from tests.worlds import AGREEMENT, UNKNOWN, Device, act, exchange, moment, status


def outcome(*acts, stubs=()):
    return project(acts, stubs)[AGREEMENT].fields["status"]


def values(*acts, stubs=()) -> list[object]:
    return [one.value for one in outcome(*acts, stubs=stubs).claims]


def seeded(value: object, *parents, at: int) -> object:
    return status(value, *parents, by="seed", device="seed", at=moment(at))


def test_a_later_edit_stands_on_what_it_saw():
    first = status("open", at=moment(9))
    assert values(first, status("met", first, at=moment(1))) == ["met"]


def test_two_edits_beside_each_other_are_a_conflict_newest_first():
    first = status("open")
    older, newer = status("met", first, at=moment(5)), status("lapsed", first, at=moment(6))
    record = project([first, older, newer])[AGREEMENT]
    assert values(first, older, newer) == ["lapsed", "met"]
    assert record.value("status") == "lapsed"
    assert record.conflicts == ("status",)


def test_the_highest_id_comes_first_at_one_time():
    beside = [status(n, at=moment(5)) for n in range(4)]
    expected = [one.set[0].value for one in sorted(beside, key=lambda one: one.id, reverse=True)]
    assert values(*beside) == expected


@pytest.mark.parametrize(
    ("left", "right", "clean"),
    [
        ("met", "met", True),
        ({"a": 1, "b": [2]}, {"b": [2], "a": 1}, True),
        (1, True, False),
        (0, False, False),
        (None, False, False),
        ("1", 1, False),
        ("\u00eb", "e\u0308", False),
        ([1, 2], [2, 1], False),
    ],
)
def test_values_are_equal_when_their_bytes_are(left: object, right: object, clean: bool):
    merged = outcome(status(left), status(right))
    assert merged.conflict is not clean
    assert len(merged.heads) == 2


def test_an_equal_value_shows_once_under_its_newest_act():
    acts = [status("met", at=moment(1)), status("open", at=moment(2)), status("met", at=moment(3))]
    assert values(*acts) == ["met", "open"]


def test_different_fields_do_not_meet():
    ann, bob = Device("ann"), Device("bob")
    ann.add(AGREEMENT, status="open", title="t")
    exchange(ann, bob)
    ann.edit(AGREEMENT, status="met")
    bob.edit(AGREEMENT, title="u")
    exchange(ann, bob)
    record = ann.records()[AGREEMENT]
    assert (record.value("status"), record.value("title")) == ("met", "u")
    assert record.conflicts == record.incomplete == ()


def test_settling_leaves_one_head():
    ann, bob = Device("ann"), Device("bob")
    ann.edit(AGREEMENT, status="met")
    bob.edit(AGREEMENT, status="lapsed")
    exchange(ann, bob)
    assert ann.records()[AGREEMENT].conflicts == ("status",)
    settled = ann.edit(AGREEMENT, status="lapsed")
    assert len(settled.set[0].parents) == 2
    exchange(ann, bob)
    assert bob.records()[AGREEMENT].conflicts == ()
    assert bob.records()[AGREEMENT].value("status") == "lapsed"


def test_a_person_stands_before_the_seed_however_new_it_is():
    first = seeded("open", at=1)
    person = status("met", first, at=moment(2))
    merged = outcome(first, person, seeded("on_hold", first, at=9))
    assert [one.value for one in merged.claims] == ["met"]
    assert len(merged.heads) == 2  # "bron heeft een andere waarde"
    assert not merged.conflict


def test_of_several_seeds_only_the_newest_counts():
    beside = [seeded("open", at=1), seeded("met", at=3), seeded("lapsed", at=2)]
    assert values(*beside) == ["met"]


@pytest.mark.parametrize("half", [{"by": "seed"}, {"device": "seed"}])
def test_the_seed_has_both_names(half: dict[str, str]):
    assert outcome(status("met", **half), status("open")).conflict


def test_an_unknown_parent_makes_the_field_incomplete_until_it_arrives():
    first = act({(AGREEMENT, "life"): "live", (AGREEMENT, "status"): "open"})
    second = status("met", first)
    third = status("lapsed", second)
    assert project([first, third])[AGREEMENT].incomplete == ("status",)
    assert project([first, third])[AGREEMENT].conflicts == ("status",)  # in both lists
    assert project([first, second, third])[AGREEMENT].incomplete == ()
    assert values(first, second, third) == ["lapsed"]


def test_a_void_act_with_an_unknown_parent_makes_the_field_incomplete_too():
    wrong = status("met", UNKNOWN)
    assert outcome(wrong, status("open"), act(undo=[wrong.id])).incomplete


def test_a_parent_known_for_another_field_is_known_and_passes_nothing_on():
    elsewhere = act({(AGREEMENT, "title"): "t"})
    merged = outcome(status("open"), status("met", elsewhere), elsewhere)
    assert merged.conflict
    assert not merged.incomplete
