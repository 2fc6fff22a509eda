"""The byte rules of an act: what JSON is refused, and why."""

import pytest

from storage.acts import NotAnAct, decode, digest, encode, read_act
from tests.worlds import moment

LARGEST = 2**53 - 1


def line(value: str) -> str:
    """An act as text, with this JSON as the value that it sets."""
    return (
        f'{{"at":"{moment(1)}","by":"a","device":"d","seq":1,'
        f'"set":[["agreements/x","text",{value},[]]],"v":1}}'
    )


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def read(text: str | bytes):
    return read_act(decode(text))


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ('{"a":1,"a":1}', "twice"),
        ('{"a":1,"\\u0061":2}', "twice"),
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("-Infinity", "Infinity"),
        ("1.5", "1.5"),
        ("1.0", "1.0"),
        ("1e3", "1e3"),
        ("-0.0", "0.0"),
        (str(LARGEST + 1), "integer outside"),
        (str(-LARGEST - 1), "integer outside"),
        ("9" * 5000, "integer outside"),
        ('"a\\u0000b"', "NUL"),
        ('{"a\\u0000":1}', "NUL"),
        ('"\\ud800"', "surrogate"),
        ('{"\\udfff":1}', "surrogate"),
        ('"\\udc00\\ud800"', "surrogate"),
        ("[1,]", "not JSON"),
        ('"a\nb"', "not JSON"),
        ("01", "not JSON"),
        (nested(14), "nested deeper"),
        ('{"a":' * 14 + "1" + "}" * 14, "nested deeper"),
        (nested(100_000), "nested too deep"),
    ],
)
def test_json_that_cannot_stand_in_an_act_is_refused_with_its_reason(value: str, reason: str):
    with pytest.raises(NotAnAct, match=reason):
        read(line(value))


@pytest.mark.parametrize(
    "value",
    [
        str(LARGEST),
        str(-LARGEST),
        nested(13),  # the act, set and its entry are the first three of sixteen
        '"\\ud83d\\ude00"',  # a pair of surrogates is one character
        '"e\\u0301"',  # not NFC: kept as it is
        '"\\u0001\\u007f\\u2028"',
        '""',
        "null",
    ],
)
def test_the_outermost_that_may_stand_in_an_act_is_read(value: str):
    assert read(line(value)).set[0].value == decode(value)


@pytest.mark.parametrize("data", [b"\xff", b'"\xed\xa0\x80"', b"\xef\xbb\xbf{}", b"", b"{}{}"])
def test_bytes_that_are_no_json_are_refused(data: bytes):
    with pytest.raises(NotAnAct):
        decode(data)


@pytest.mark.parametrize("body", [None, [], "act", 1, True, {}])
def test_json_that_is_no_act_object_is_refused(body: object):
    with pytest.raises(NotAnAct):
        read_act(body)


def test_sixteen_mebibytes_are_the_limit():
    left = 16 * 1024 * 1024 - len(line('""'))
    assert len(read(line(f'"{"x" * left}"')).data) == 16 * 1024 * 1024
    with pytest.raises(NotAnAct, match="16 MiB"):
        read(line(f'"{"x" * left}y"'))


def test_canonical_bytes_are_sorted_by_code_point_without_space_or_escape():
    value = {"ë": 1, "z": [True, None], "𐀀": 2, "\uffff": 3, "A": '"\\\n/'}
    expected = '{"A":"\\"\\\\\\n/","z":[true,null],"ë":1,"\uffff":3,"𐀀":2}'
    assert encode(value) == expected.encode()


def test_another_layout_of_the_same_json_is_the_same_act():
    text = line('"ë"')
    spread = text.replace("ë", "\\u00eb").replace(",", " ,\r\n ").replace("{", "{\t", 1)
    assert read(spread) == read(text)
    assert read(text).data == text.encode()
    assert read(text).id == digest(text.encode())


def test_the_id_is_the_sha256_of_the_bytes_as_the_contract_writes_them():
    body = {"v": 1, "at": moment(0), "by": "a", "device": "b", "seq": 1, "set": []}
    data = b'{"at":"2014-10-07T00:00:00.000Z","by":"a","device":"b","seq":1,"set":[],"v":1}'
    assert read_act(body).data == data
    assert read_act(body).id == "f5506cf2ca8ef92ae3b2786ab2588736aaac0fafb154606532263719ff19f85d"
