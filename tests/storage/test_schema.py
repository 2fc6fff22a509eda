"""The schemas that the program prints, held against files that are right and files that are not."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings

from storage.acts import NotAnAct, make_stub, read_act, read_stub
from storage.records.fields import FIELDS
from storage.schema import KINDS, schema
from storage.store import Store
from tests.schemas import wrong, wrong_in
from tests.storage.small import VHTO, look, refusal, swap
from tests.worlds import act, hostile_worlds

Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_each_schema_is_one(kind: str | None) -> None:
    found = schema(kind)
    jsonschema_rs.meta.validate(found)
    jsonschema_rs.Draft202012Validator(found)  # everything that it refers to is there
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_type_and_field_is_described():
    described = schema()["$defs"]
    for type_, fields in FIELDS.items():
        assert {*fields} < {*described[type_]["properties"]}
        assert {*fields} < {*described[f"typed.{type_}"]["properties"]}


@pytest.fixture
def document(ann: Store, bob: Store) -> dict[str, Any]:
    ann.edit(VHTO, {"title": "van ann", "term": {"phrase": "ooit"}})
    bob.edit(VHTO, {"title": "van bob"})
    ann.note(VHTO, "voor ons", own=True)
    swap(ann, bob)
    return json.loads(ann.snapshots.make("internal"))


def agreement(document: dict[str, Any]) -> dict[str, Any]:
    return document["records"]["agreements"][0]


WRONG: dict[str, Change] = {
    "no format": lambda one: one.pop("format"),
    "another version": lambda one: one.update(version=2),
    "a key of its own": lambda one: one.update(more=1),
    "a negative count": lambda one: one.update(count=-1),
    "a digest that is none": lambda one: one.update(acts_digest="0"),
    "a time that is none": lambda one: one.update(exported_at="2014-10-07"),
    "another profile": lambda one: one.update(profile="iedereen"),
    "own acts for partners": lambda one: one.update(profile="partners"),
    "public acts": lambda one: one.update(profile="public"),
    "no type": lambda one: one["records"].pop("targets"),
    "another type": lambda one: one["records"].update(dingen=[]),
    "a record without a field": lambda one: agreement(one).pop("goal"),
    "a record with another field": lambda one: agreement(one).update(kleur="rood"),
    "a record of another type": lambda one: agreement(one).update(id="regions/een"),
    "a life that is none": lambda one: agreement(one).update(life="half"),
    "an element of another shape": lambda one: agreement(one).update(parties=["platform"]),
    "a set that is a text": lambda one: agreement(one).update(regions="twente"),
    "a float": lambda one: agreement(one).update(goal=1.5),
    "an act without set": lambda one: one["acts"][0].pop("set"),
    "an act with a float": lambda one: one["acts"][0].update(later=0.5),
    "an act that is none": lambda one: one["acts"].append("act"),
    "a stub that is none": lambda one: one["erased"].append({"id": "0" * 64}),
}  # fmt: skip


def test_what_is_written_fits(document: dict[str, Any]):
    assert wrong("snapshot", document) == []
    assert [wrong("act", one) for one in document["acts"]] == [[]] * document["count"]
    assert wrong("agreements", agreement(document)) == []


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_what_is_not_so_does_not_fit(document: dict[str, Any], change: Change) -> None:
    change(document)
    assert len(wrong("snapshot", document)) > 0


def test_a_public_file_and_a_part_fit(ann: Store):
    ann.edit(VHTO, {"title": "van ann"})
    document = json.loads(ann.snapshots.make("public"))
    assert wrong("snapshot", document) == []
    people = json.loads(ann.snapshots.make())["records"]["people"]
    document["records"]["people"] = people
    assert wrong("snapshot", document) != []
    assert wrong("snapshot", json.loads(ann.snapshots.make(only=set()))) == []


def test_a_file_that_does_not_fit_is_told(ann: Store, tmp_path: Path) -> None:
    right = ann.snapshots.make()
    for data in (right, gzip.compress(right)):
        (tmp_path / "een").write_bytes(data)
        assert wrong_in(tmp_path / "een") == []
    spoilt = right.replace(b'"statements":[]', b'"statements":[0]')
    for data in (spoilt, gzip.compress(spoilt)):
        (tmp_path / "een").write_bytes(data)
        assert len(wrong_in(tmp_path / "een")) == 1
    (tmp_path / "map").mkdir()
    ann.exchange.sync(tmp_path / "map")
    (segment,) = (tmp_path / "map").rglob("*.jsonl")
    assert wrong_in(segment) == []
    segment.write_bytes(segment.read_bytes().replace(b'"v":1', b'"v":0', 1))
    assert len(wrong_in(segment)) == 1


@settings(max_examples=30, deadline=None)
@given(hostile_worlds())
def test_whatever_is_an_act_or_a_stub_fits(world: Any) -> None:
    for one in world.acts:
        assert wrong("act", json.loads(one.data)) == []
        assert wrong("stub", make_stub(one).as_json()) == []
    for left in world.came:
        assert wrong("stub", left.as_json()) == []


def spoilt_acts() -> Iterator[tuple[str, Any]]:
    """Acts that are none, each for one reason."""
    whole = json.loads(act({(VHTO, "title"): "x"}).data)
    for key in ("v", "at", "by", "device", "seq", "set"):
        yield f"no {key}", {name: value for name, value in whole.items() if name != key}
    own = [["entries/own-een", "text", "x", []]]
    passage = [["passages/een.b1", "text", "x", []]]
    for more in (
        {"v": 0}, {"v": "1"}, {"at": "2014-10-07T24:00:00.000Z"}, {"by": ""}, {"device": 3},
        {"seq": 0}, {"seq": True}, {"set": {}}, {"undo": []}, {"undo": ["0"]}, {"saw": "x"},
        {"erase": ["a" * 64, "a" * 64]}, {"set": own}, {"set": own, "scope": "passages"},
        {"set": passage}, {"more": 2**53}, {"more": "\0"}, {"more": 0.5},
        {"set": [[VHTO, "title", "x"]]}, {"set": [[VHTO, 1, "x", []]]},
        {"set": [[VHTO, "title", {"a": [2**53]}, []]]}, {"set": [[VHTO, "title", "x", ["0"]]]},
    ):  # fmt: skip
        yield str(more)[:40], {**whole, **more}


SPOILT = dict(spoilt_acts())


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_what_is_no_act_does_not_fit(spoilt: Any) -> None:
    with pytest.raises(NotAnAct):
        read_act(spoilt)
    assert wrong("act", spoilt) != []


@pytest.mark.parametrize(
    "spoilt",
    [{}, [], {"id": "x", "set": [], "undo": []}, {"id": "0" * 64, "set": [["a", "b"]], "undo": []},
     {"id": "0" * 64, "set": [], "undo": [], "scope": 1}],
)  # fmt: skip
def test_what_is_no_stub_does_not_fit(spoilt: Any) -> None:
    with pytest.raises(NotAnAct):
        read_stub(spoilt)
    assert wrong("stub", spoilt) != []


@pytest.mark.parametrize(
    ("record", "fits"),
    [
        ({"id": VHTO}, True),
        ({"id": VHTO, "goal": "beter", "regions": ["twente"], "life": "deleted"}, True),
        ({"id": VHTO, "term": {"phrase": "in mei"}, "status": None, "signal": None}, True),
        ({"id": VHTO, "source": {"document": "a", "locator": "b"}}, True),
        ({"id": VHTO, "status": "klaar"}, False),
        ({"id": VHTO, "term": {"zin": "in mei"}}, False),
        ({"id": VHTO, "signal": {"colour": "paars"}}, False),
        ({"id": VHTO, "parties": [{"organisation": "platform"}]}, False),
        ({"id": VHTO, "kleur": "rood"}, False),
        ({"goal": "beter"}, False),
    ],
)
def test_records_by_hand_fit_where_they_are_taken(
    ann: Store, record: dict[str, Any], fits: bool
) -> None:
    document = {"records": {"agreements": [record]}}
    assert (wrong("records", document) == []) == fits
    data = json.dumps(document).encode()
    if fits:
        look(ann, data)
    else:
        assert refusal(look, ann, data).key != "other"
