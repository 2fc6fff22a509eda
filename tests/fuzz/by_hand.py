"""A small arrangement with a record of most types, and its file as a hand might change it."""

import json
from random import Random

from storage.acts import Act
from tests.fuzz.grammar import RECORDS, TIMES
from tests.storage.small import ARRANGEMENT, VHTO, small
from tests.storage.written import file_of
from tests.worlds import act

_TERM = {
    "phrase": "voor de zomer", "from": None, "to": "2014-06-30", "precision": "season",
    "nature": "once", "every": None, "trigger": None,
}  # fmt: skip
_MORE: dict[str, dict[str, object]] = {
    VHTO: {"related/repeats/klein-2-twe-02": True, "term": _TERM,
           "signal": {"colour": "red", "reason": "r"}},
    "entries/een": {"about": VHTO, "kind": "remark", "text": "t", "done": True},
    "items/een": {"position": "1", "proposal": {"status": "met"}},
    "meetings/een": {"title": "Overleg", "date": "2014-10-07", "present/platform/voorzitter": True},
    "regions/oost": {"name": "Oost", "short": "OOS", "visions": [{"title": "V", "date": None}]},
    "targets/een": {"quantity": "1.5", "measure": "level", "year": "2016"},
}  # fmt: skip
ROOMY: list[Act] = [
    *small(),
    *(act({(id_, field): value for field, value in said.items()}) for id_, said in _MORE.items()),
]
_ODD: list[object] = [
    None, True, False, 0, -1, 5, 2**53 - 1, "", " ", "x", "live", "deleted", "met", "[/]", "1e999",
    "NaN", "2014-02-30", "20140101", "a\x00b", "\x1b[2J\u202e", "e\u0301", "y" * 5000, VHTO,
    "own-1", [], {}, [[]], [None], ["x", "x"], [{}], [{"role": "lead"}],
    [{"role": "lead", "organisation": 5}], [{"role": [], "organisation": {}}],
    [{"relation": "repeats", "record": "/"}],
    [{"title": "V"}],
    {"phrase": "morgen"}, {"colour": "red", "reason": None, "meer": 1}, {"document": None},
    {"from": "2016-01-01", "to": "2014-01-01"}, *RECORDS, *TIMES[:3],
]  # fmt: skip


def edited(dice: Random) -> bytes:
    """The file of this arrangement with some records changed; often as valid JSON of records."""
    whole = json.loads(file_of(ROOMY))
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        _change(whole["records"], dice)
    if dice.random() < 0.3:
        whole = {"arrangement": ARRANGEMENT, "records": whole["records"]}
    return json.dumps(whole, ensure_ascii=dice.random() < 0.5).encode()


def _change(records: dict[str, list[dict[str, object]]], dice: Random) -> None:
    type_ = dice.choice([name for name, group in records.items() if group])
    record = dice.choice(records[type_])
    key = dice.choice(list(record))
    match dice.randrange(8):
        case 0:
            record[dice.choice(["nieuw", "", "life", "regions", key + "/x"])] = _value(dice)
        case 1:
            records[type_].append(
                {**record, "id": f"{type_}/{dice.choice(['n', '', 'own-9', 'a/b'])}"}
            )
        case 2:
            records[dice.choice([*records, "nieuw", ""])] = [{"id": _value(dice), **record}]
        case 3:
            del record[key]
        case _:
            record[key] = _value(dice)


def _value(dice: Random) -> object:
    value = dice.choice(_ODD)
    for _ in range(dice.choice([0, 0, 0, 0, 1, 10, 12, 13, 14, 16, 900])):
        value = dice.choice([[value], {"a": value}, {"status": value}])
    return value
