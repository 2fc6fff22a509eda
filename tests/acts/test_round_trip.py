"""Bytes and meaning are one-to-one, also for what this version does not know."""

import hashlib
from collections.abc import Callable
from typing import Any

import pydantic_core
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.acts import NotAnAct, act_from, decode, encode, read_act
from storage.records.ids import scope_of
from tests.worlds import moment

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
IDS = st.sets(st.integers(0, 2**256 - 1), max_size=3).map(lambda n: sorted(f"{i:064x}" for i in n))
RECORDS = TEXT.filter(lambda record: scope_of(record) is None)
SET = st.dictionaries(st.tuples(RECORDS, TEXT), st.tuples(VALUES, IDS), max_size=3).map(
    lambda found: [[*place, *rest] for place, rest in sorted(found.items(), key=lambda one: one[0])]
)
KEYS = {"v", "at", "by", "device", "seq", "set", "why", "meeting", "undo", "saw", "erase", "scope"}
UNKNOWN = st.dictionaries(TEXT.filter(lambda key: key not in KEYS), VALUES, max_size=2)


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, Any]:
    body: dict[str, Any] = {
        **draw(UNKNOWN),
        "v": draw(st.integers(1, 9)),
        "at": moment(draw(st.integers(0, 86_399_999))),
        "by": draw(TEXT.filter(bool)),
        "device": draw(TEXT.filter(bool)),
        "seq": draw(st.integers(1, 2**53 - 1)),
        "set": draw(SET),
        **draw(st.fixed_dictionaries({}, optional={"why": TEXT, "saw": IDS, "erase": IDS})),
    }
    if not body["set"] and draw(st.booleans()):
        body["undo"] = draw(IDS)
    return body


@settings(max_examples=100)
@given(bodies())
def test_an_act_comes_back_from_its_bytes_the_same(body: dict[str, Any]):
    act = read_act(body)
    again = read_act(decode(act.data))
    assert again == act
    assert again.data == act.data
    assert decode(act.data) == body  # unknown keys and a higher v included
    assert act.id == hashlib.sha256(act.data).hexdigest()


@settings(max_examples=200)
@given(st.binary(max_size=60) | st.text(max_size=60))
def test_whatever_arrives_is_an_act_or_not_an_act(data: bytes | str):
    with pytest.raises(NotAnAct):
        read_act(decode(data))


@settings(max_examples=200)
@given(bodies(), st.sampled_from(sorted(KEYS)), VALUES | st.floats() | st.text())
def test_whatever_stands_under_a_key_is_an_act_or_not_an_act(body, key, value):
    try:
        act = read_act({**body, key: value})
    except NotAnAct:
        return
    assert read_act(decode(act.data)) == act


@settings(max_examples=100)
@given(VALUES)
def test_equal_values_have_equal_bytes(value: object):
    assert encode(decode(encode(value))) == encode(value)


def test_a_higher_version_with_unknown_keys_takes_part_by_the_keys_that_are_known():
    body = {
        "v": 7, "at": moment(1), "by": "ann", "device": "d", "seq": 1, "why": {"nl": "omdat"},
        "set": [["novelties/x", "shape", {"b": 1, "a": []}, []]], "weight": {"deep": [1]},
    }  # fmt: skip
    act = read_act(body)
    assert (act.set[0].record, act.set[0].value) == ("novelties/x", {"b": 1, "a": []})
    assert act.why is None
    assert decode(act.data) == body


def told(read: Callable[[bytes], object], data: bytes) -> object:
    """What a reader makes of these bytes, or why it refuses them."""
    try:
        return read(data)
    except NotAnAct as error:
        return str(error)


def strictly(data: bytes) -> object:
    """The act in these bytes as the strict reader alone reads it."""
    act = read_act(decode(data))
    return act if act.data == data else "is not written as its canonical bytes"


MARKS = [b"", b" ", b"\n", b"0", b"1.0", b"-0", b"1e3", b"NaN", b"-Infinity", b"9" * 20, b"\xff",
         b"\0", b'"', b"\\u0041", b"\\ud800", b"\\u0000", b'"v":1,', b'["a","b",{"a":1,"a":2},[]],',
         b"[" * 40, b"{" * 3000, b"\xef\xbb\xbf", b"null", b"]", b"}", b","]  # fmt: skip


@settings(max_examples=300)
@given(bodies(), st.sampled_from(MARKS), st.floats(0, 1), st.integers(0, 2))
def test_read_quickly_it_is_the_same_act_or_refused_for_the_same_reason(
    body: dict[str, Any], mark: bytes, place: float, over: int
):
    data = read_act(body).data
    at = int(place * len(data))
    data = data[:at] + mark + data[at + over :]
    assert told(act_from, data) == told(strictly, data)


def test_every_character_is_read_quickly_as_it_is_written():
    """Both ways in which JSON is written here agree on each of them, as text and as a key."""
    for start in range(1, 0x110000, 0x1000):
        codes = range(start, min(start + 0x1000, 0x110000))
        known = "".join(chr(n) for n in codes if not 0xD800 <= n < 0xE000)
        body = {
            "v": 1,
            "at": moment(1),
            "by": "a",
            "device": "d",
            "seq": 1,
            "set": [],
            known: known,
        }
        data = encode(body)
        assert pydantic_core.to_json(dict(sorted(body.items()))) == data
        assert act_from(data) == read_act(body)


@pytest.mark.parametrize(
    ("sorted_", "not_sorted"),
    [(b'"seq":1,"set":', b'"set":'), (b'{"a":1,"b":2}', b'{"b":2,"a":1}')],
)
def test_keys_in_another_order_are_not_its_bytes(sorted_: bytes, not_sorted: bytes):
    said = [["agreements/a", "signal", [{"a": 1, "b": 2}], []]]
    body = {"v": 1, "at": moment(1), "by": "a", "device": "d", "seq": 1, "set": said}
    data = encode(body)
    assert act_from(data).data == data
    turned = data.replace(sorted_, not_sorted)
    if b'"seq"' not in turned:
        turned = turned.replace(b'"v":1', b'"v":1,"seq":1')
    with pytest.raises(NotAnAct, match="canonical bytes"):
        act_from(turned)
