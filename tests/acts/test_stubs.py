"""What is left of an erased act."""

import pytest

from storage.acts import NotAnAct, decode, encode, make_stub, read_stub
from tests.worlds import AGREEMENT, OWN_ITEM, act, status

A, B = "a" * 64, "b" * 64


def test_a_stub_keeps_where_the_act_stood_and_nothing_of_what_it_said():
    secret = status("met", A, B, why="secret")
    stub = make_stub(secret)
    assert stub.as_json() == {"id": secret.id, "set": [[AGREEMENT, "status", [A, B]]], "undo": []}
    assert b"met" not in encode(stub.as_json())


def test_a_stub_of_an_undo_keeps_what_it_undid():
    assert make_stub(act(undo=[A])).undo == (A,)


def test_a_stub_has_the_scope_of_its_act():
    own = act({(OWN_ITEM, "minutes"): "x"}, scope="own")
    assert make_stub(own).as_json()["scope"] == "own"


@pytest.mark.parametrize(
    "made", [status("met", A), act(undo=[A, B]), act({(OWN_ITEM, "minutes"): "x"}, scope="own")]
)
def test_a_stub_comes_back_from_its_json(made):
    stub = read_stub(decode(encode(make_stub(made).as_json())))
    assert stub == make_stub(made)


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {"id": A, "set": []},
        {"id": A, "undo": []},
        {"set": [], "undo": []},
        {"id": "x", "set": [], "undo": []},
        {"id": A, "set": [], "undo": [B, A]},
        {"id": A, "set": [], "undo": [], "scope": 1},
        {"id": A, "set": [], "undo": [], "scope": None},
        {"id": A, "set": [], "undo": [], "more": "x"},
        {"id": A, "set": [["r", "f", "value", []]], "undo": []},
        {"id": A, "set": [["r", "f", [B, A]]], "undo": []},
        {"id": A, "set": [["r", "f", []], ["r", "f", []]], "undo": []},
        {"id": A, "set": [["s", "f", []], ["r", "f", []]], "undo": []},
        {"id": A, "set": [["r\0", "f", []]], "undo": []},
        {"id": A, "set": [["r\ud800", "f", []]], "undo": []},
        {"id": A, "set": [["r", "f", []]], "undo": [], "more": 1.5},
        {"id": A, "set": [["entries/own-1", "text", []]], "undo": []},
        {"id": A, "set": [["entries/own-1", "text", []]], "undo": [], "scope": "passages"},
        {"id": A, "set": [["passages/d.p1", "text", []]], "undo": []},
        {
            "id": A,
            "set": [["agreements/x", "f", []], ["entries/own-1", "f", []]],
            "undo": [],
            "scope": "own",
        },
    ],
)
def test_what_is_no_stub_is_refused(body: object):
    with pytest.raises(NotAnAct):
        read_stub(body)
