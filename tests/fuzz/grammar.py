"""Acts, stubs and snapshots as trees of JSON that may be spoilt: keys twice, tokens that are none.

An object is an `Obj`, a list of pairs, so that a key may stand there twice and in any order; `Raw`
is a token as it stands.
"""

from random import Random

from storage.acts import decode


class Obj(list[list[object]]):
    """An object as its pairs of key and value."""


class Raw(bytes):
    """Bytes that stand in the text as they are."""


IDS = [f"{n:064x}" for n in (1, 2, 3, 0xABC)]
TIMES = [
    "2014-10-07T09:12:03.120Z", "2016-02-29T23:59:59.999Z", "2015-02-29T00:00:00.000Z",
    "1900-02-29T00:00:00.000Z", "2000-02-29T00:00:00.000Z", "0001-01-01T00:00:00.000Z",
    "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "2014-10-07T24:00:00.000Z",
    "2014-10-07T23:59:60.000Z", "2014-13-01T00:00:00.000Z", "2014-10-00T00:00:00.000Z",
    "2014-10-07T09:12:03Z", "2014-10-07T09:12:03.120+00:00", "2014-10-07T09:12:03.120Z\n",
    "２０14-10-07T09:12:03.120Z", "2014-10-07t09:12:03.120z",
]  # fmt: skip
RECORDS = [
    "agreements/a", "agreements/b", "agreements/own-1", "entries/own-1", "entries/own-2",
    "entries/n", "items/own-1", "items/", "passages/d.1.p1", "passages", "authors/ann", "own-",
    "regions/twente", "nieuw/x", "", "/",
]  # fmt: skip
FIELDS = [
    "life", "status", "title", "term", "about", "joined", "regions/twente", "parties/lead/vhto",
    "nieuw", "", "a/b/c", "\uffff", "\U00010000",
]  # fmt: skip
TEXTS = [
    "", "live", "deleted", "open", "own", "passages", "é", "e\u0301", "\0", "\x01", "\x1f", "\x7f",
    '"', "\\", "\\u0000", "\\\\u0000", "/", "\b\t\n\f\r", "\u2028", "\u202e", "\ud800",
    "\udc00\ud83d", "\ud83d\ude00", "\U0001f600", "\ufeff", "x" * 5000, *IDS, "A" * 64,
    IDS[3].upper(),
    IDS[0] + "\n",
]  # fmt: skip
NUMBERS = [
    Raw(token)
    for token in b"0 -0 1 -1 01 1.0 1e0 1E5 1e400 -1e-400 .5 1. 0x1 +1 9007199254740991"
    b" -9007199254740991 9007199254740992 -9007199254740992 9007199254740993 18446744073709551616"
    b" NaN Infinity -Infinity 99999999999999999 1_0 True null1 nul".split()
] + [Raw(b"9" * 5000), Raw("١".encode()), Raw(b"-"), Raw(b"")]
KEYS = ["v", "at", "by", "device", "seq", "set", "why", "undo", "saw", "erase", "scope", "meeting"]


def act(dice: Random) -> Obj:
    """The tree of a valid act."""
    kind = dice.choice(["one", "one", "one", "undo", "empty", "own", "passages"])
    body: dict[str, object] = {
        "v": dice.choice([1, 1, 1, 2, 9]),
        "at": dice.choice(TIMES[:2]),
        "by": dice.choice(["seed", "ann"]),
        "device": dice.choice(["seed", "d" * 16]),
        "seq": dice.choice([1, 2, 2**53 - 1]),
        "set": [],
    }
    if kind == "undo":
        body["undo"] = _ids(dice)
    elif kind != "empty":
        body["set"] = _rows(dice, kind)
    if kind in ("own", "passages"):
        body["scope"] = kind
    if dice.random() < 0.3:
        body["why"] = dice.choice(["omdat", "", "é\n", "\\u0000"])
    if dice.random() < 0.2:
        body[dice.choice(["saw", "erase"])] = _ids(dice)
    if dice.random() < 0.2:
        body[dice.choice(["nieuw", "vraag", "Zz"])] = _value(dice)
    return _obj(body)


def stub(dice: Random) -> Obj:
    """The tree of a valid stub."""
    rows = [[row[0], row[1], row[3]] for row in _rows(dice, "one")]
    body: dict[str, object] = {"id": dice.choice(IDS), "set": rows, "undo": _ids(dice)}
    if dice.random() < 0.2:
        body["scope"] = "own"
    return _obj(body)


def _rows(dice: Random, kind: str) -> list[list[object]]:
    records = {"own": RECORDS[3:5], "passages": RECORDS[8:9]}.get(kind, RECORDS[:3])
    places = {(dice.choice(records), dice.choice(FIELDS)) for _ in range(dice.randint(1, 3))}
    return [[*place, _value(dice), _ids(dice)] for place in sorted(places)]


def _ids(dice: Random) -> list[object]:
    return sorted(dice.sample(IDS, dice.choice([0, 0, 1, 2])))


def _value(dice: Random) -> object:
    flat = ["live", "deleted", "open", None, True, False, 0, -5, 2**53 - 1, "é", "\x01"]
    nested = [[], ["a", [1]], Obj(), _obj({"date": "2014-01-01", "evidence": None})]
    return dice.choice([*flat, *flat, *nested])


def _obj(body: dict[str, object]) -> Obj:
    return Obj([key, body[key]] for key in sorted(body))


def tree_of(data: bytes) -> object:
    """The tree of JSON that is valid."""
    return _tree(decode(data))


def _tree(value: object) -> object:
    if isinstance(value, dict):
        return Obj([key, _tree(one)] for key, one in value.items())
    return [_tree(one) for one in value] if isinstance(value, list) else value
