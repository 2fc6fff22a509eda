"""What is a valid act, and what is none, beside the byte rules."""

from typing import Any

import pytest

from storage.acts import NotAnAct, Setting, make_act, read_act
from tests.worlds import moment

A, B = "a" * 64, "b" * 64


def body(**changes: Any) -> dict[str, Any]:
    base = {"v": 1, "at": moment(1), "by": "ann", "device": "d", "seq": 1, "set": []}
    return {**base, **changes}


def sets(*records: str, field: str = "text", parents: object = None) -> list[object]:
    return [[record, field, "x", parents if parents is not None else []] for record in records]


@pytest.mark.parametrize("key", ["v", "at", "by", "device", "seq", "set"])
def test_each_of_the_six_keys_is_needed(key: str):
    whole = body()
    read_act(whole)
    del whole[key]
    with pytest.raises(NotAnAct, match=key):
        read_act(whole)


@pytest.mark.parametrize(
    "at",
    [
        "2014-02-30T00:00:00.000Z",
        "2015-02-29T00:00:00.000Z",
        "0000-01-01T00:00:00.000Z",
        "2014-13-01T00:00:00.000Z",
        "2014-10-07T24:00:00.000Z",
        "2014-10-07T23:60:00.000Z",
        "2014-10-07T23:59:60.000Z",
        "2014-10-07T09:12:03Z",
        "2014-10-07T09:12:03.12Z",
        "2014-10-07T09:12:03.120456Z",
        "2014-10-07T09:12:03.120+00:00",
        "2014-10-07 09:12:03.120Z",
        "2014-10-07T09:12:03.120z",
        "2014-10-07T09:12:03.120Z\n",
        "٢٠١٤-10-07T09:12:03.120Z",
        "20141007T091203.120Z",
    ],
)
def test_a_time_that_is_impossible_or_written_otherwise_is_refused(at: str):
    with pytest.raises(NotAnAct, match="time"):
        read_act(body(at=at))


@pytest.mark.parametrize("at", ["2016-02-29T23:59:59.999Z", "9999-12-31T00:00:00.000Z"])
def test_a_possible_time_is_read(at: str):
    assert read_act(body(at=at)).at == at


def test_undo_stands_only_beside_an_empty_set():
    assert read_act(body(undo=[A])).undo == (A,)
    with pytest.raises(NotAnAct, match="undo"):
        read_act(body(undo=[A], set=sets("agreements/x")))


@pytest.mark.parametrize("key", ["undo", "saw", "erase", "parents"])
@pytest.mark.parametrize("ids", [[B, A], [A, A], ["a"], [A.upper()], [A + "\n"], [1], A, {}])
def test_id_lists_are_sorted_unique_ids(key: str, ids: object):
    changed = {"set": sets("agreements/x", parents=ids)} if key == "parents" else {key: ids}
    with pytest.raises(NotAnAct, match=key):
        read_act(body(**changed))


@pytest.mark.parametrize(
    "rows",
    [
        sets("agreements/y", "agreements/x"),
        sets("agreements/x", "agreements/x"),
        sets("agreements/x", field="b") + sets("agreements/x", field="a"),
        sets("agreements/\U00010000", "agreements/\uffff"),  # by code point, not by UTF-16
        [["agreements/x", "text", "x"]],
        [["agreements/x", "text", "x", [], []]],
        [["agreements/x", 1, "x", []]],
        [{"record": "agreements/x"}],
        {},
        None,
    ],
)
def test_set_is_a_sorted_list_of_whole_entries_with_each_pair_once(rows: object):
    with pytest.raises(NotAnAct, match="set"):
        read_act(body(set=rows))


@pytest.mark.parametrize(
    ("records", "scope", "valid"),
    [
        (["agreements/x"], None, True),
        (["agreements/x"], "own", True),  # not right, but not on the list of what is not valid
        (["entries/own-1"], None, False),
        (["entries/own-1"], "own", True),
        (["entries/own-1"], "passages", False),
        (["items/own-1"], "own", True),
        (["items/own-1"], None, False),
        (["agreements/own-1"], None, True),  # only entries and items can be own
        (["entries/owner"], None, True),
        (["passages/d.1.p1"], None, False),
        (["passages/d.1.p1"], "own", False),
        (["passages/d.1.p1"], "passages", True),
        (["agreements/x", "entries/own-1"], "own", False),
        (["entries/own-1", "passages/d.1.p1"], "own", False),
        (["entries/own-1", "items/own-1"], "own", True),
    ],
)
def test_scope_fits_the_records(records: list[str], scope: str | None, valid: bool):
    made = body(set=sets(*records), **({"scope": scope} if scope else {}))
    if valid:
        assert read_act(made).scope == scope
    else:
        with pytest.raises(NotAnAct, match="scope"):
            read_act(made)


def test_making_sorts_what_the_bytes_need_sorted():
    settings = [Setting("agreements/y", "text", 1, (B, A)), Setting("agreements/x", "text", 2, ())]
    made = make_act(
        at=moment(1),
        by="ann",
        device="d",
        seq=1,
        set=settings,
        saw=(B, A, B),
        why="w",
        meeting=None,
    )
    assert [said.record for said in made.set] == ["agreements/x", "agreements/y"]
    assert made.set[1].parents == made.saw == (A, B)
    assert made.why == "w"
    assert b"meeting" not in made.data
