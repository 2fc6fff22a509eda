"""Acts as another version, another program or a forger may make them: any value in any field."""

from collections.abc import Iterator
from random import Random

from storage.acts import Act, Setting, make_act
from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import scope_of

TEXTS = (
    "", " ", "open", "met", "live", "deleted", "own", "geen", "[/] [x]", "2014-10-07", "2014-02-31",
    "9999-12-31", "voor de zomer", "12,5", "-1", "1e9", "true", "é", "e\u0301", "日本",
    "👩\u200d🔬", "\u202eom", "\x1b[2J", "a\nb\n\nc", "woord " * 400, "x" * 300, "/", "a/b",
    "twente", "platform", "agreements/niemand", "regions/twente", "own-0000",
)  # fmt: skip
TAILS = ("", "#", "twente#2", "a/b", "é", "[/]", "x" * 200, "a b", "\n", "%s")
FLAT = (None, True, False, 0, 1, -5, 2**53 - 1, [], {})
KEYS = ("from", "to", "phrase", "precision", "nature", "colour", "reason", "date", "document",
        "locator", "meeting", "item", "title", "vreemd", "")  # fmt: skip
TIMES = ("2013-12-31T23:59:59.999Z", "2014-10-07T09:12:03.120Z", "2016-02-29T00:00:00.000Z",
         "2038-01-19T03:14:07.000Z", "0001-01-01T00:00:00.000Z",
         "9999-12-31T23:59:59.999Z")  # fmt: skip
UNKNOWN = ("f" * 64, "0" * 64)


def odd_acts(
    records: list[str], known: list[str], arrangement: str, dice: Random, count: int
) -> Iterator[Act]:
    """So many acts on these records and on new ones, some on acts that are ``known``."""
    types = [*FIELDS, "nieuw"]
    tails = [record.partition("/")[2] for record in records]
    there = list(records)
    for seq in range(1, count + 1):
        n = dice.randint(1, 3)
        record = dice.choice(there) if there and dice.random() < 0.7 else ""
        if not record:
            type_ = dice.choice(types)
            own = "own-" if type_ in ("entries", "items") and dice.random() < 0.3 else ""
            tail = dice.choice(TAILS) if dice.random() < 0.1 else f"{dice.getrandbits(64):016x}"
            record = f"{type_}/{own}{tail}"
            there.append(record)
        scope = scope_of(record)
        same = [one for one in there if scope_of(one) == scope]
        chosen = [record, *(dice.choice(same) for _ in range(n - 1))]
        said = {}
        for one in chosen:
            for _ in range(dice.randint(1, 4)):
                field, value = _said(one, [*tails, arrangement], there, dice)
                said[one, field] = Setting(one, field, value, _ids(known, dice))
        extra: dict[str, str | list[str] | None] = {"why": dice.choice([None, None, *TEXTS])}
        undoes = dice.random() < 0.08
        if not undoes and dice.random() < 0.1:
            extra[dice.choice(["saw", "erase"])] = [*_ids(known, dice)]
        made = make_act(
            at=dice.choice(TIMES), by=f"{dice.randint(1, 3)}" * 16,
            device=f"{dice.randint(1, 3):x}" * 16, seq=seq,
            set=() if undoes else said.values(), scope=scope,
            **{**extra, **({"undo": [*_ids(known, dice)]} if undoes else {})},
        )  # fmt: skip
        known.append(made.id)
        yield made


def _ids(known: list[str], dice: Random) -> tuple[str, ...]:
    found = {dice.choice(known) for _ in range(dice.choice([0, 0, 1, 1, 2]))} if known else set()
    if dice.random() < 0.05:
        found.add(dice.choice(UNKNOWN))
    return tuple(sorted(found))


def _said(record: str, tails: list[str], ids: list[str], dice: Random) -> tuple[str, object]:
    fields = FIELDS.get(record.partition("/")[0], {})
    if not fields or dice.random() < 0.05:
        return dice.choice(["vreemd", "vreemd/deel", "", "a/b/c"]), _value(tails, ids, dice)
    if dice.random() < 0.2:
        return "life", dice.choice(["live", "live", "live", "deleted", "deleted", 1, {}])
    field = dice.choice([*fields.values()])
    if field.is_set and dice.random() < 0.9:
        parts = (
            dice.choice([*part.choices, *(tails if part.refers else []), dice.choice(TEXTS)])
            for part in field.parts
        )
        element = "/".join(parts)
        return f"{field.name}/{element}", dice.choice([True, True, True, False, None, "x"])
    return field.name, _fitting(field, tails, ids, dice)


def _fitting(field: Field, tails: list[str], ids: list[str], dice: Random) -> object:
    """What the field may hold, half of the time."""
    if dice.random() < 0.5:
        return _value(tails, ids, dice)
    if field.choices:
        return dice.choice(field.choices)
    if field.refers or field.name == "joined":
        return dice.choice(ids if field.refers == "any" else tails)
    if field.has_keys:
        return {key: _value(tails, ids, dice, 1) for key in field.names}
    if field.form == "date":
        return f"201{dice.randint(3, 7)}-0{dice.randint(1, 9)}-1{dice.randint(0, 9)}"
    return dice.choice(TEXTS)


def _value(tails: list[str], ids: list[str], dice: Random, depth: int = 0) -> object:
    which = dice.randrange(8 if depth < 3 else 5)
    match which:
        case 0:
            return dice.choice(FLAT)
        case 1:
            return dice.choice(tails or [""])
        case 2:
            return dice.choice(ids or [""])
        case 5:
            keys = {dice.choice(KEYS) for _ in range(dice.randint(0, 3))}
            return {key: _value(tails, ids, dice, depth + 1) for key in sorted(keys)}
        case 6:
            return [_value(tails, ids, dice, depth + 1) for _ in range(dice.randint(0, 3))]
        case _:
            return dice.choice(TEXTS)
