"""Acts that say anything of any field: what a merge can leave, whoever wrote it."""

from contextlib import closing
from pathlib import Path
from random import Random

from storage.acts import Act, Setting, make_act
from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import scope_of
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from tests.damage.filled import OTHER, VHTO

WORDS = (
    "", " ", "x", "open", "met", "live", "deleted", "twente", "platform", VHTO, "2014-10-07",
    "2014-13-45", "1", "-3", "[1,", '["a"]', "OOST-2-TWE-04", "lead", "repeats", "voor de zomer",
    "standing", "once", "oost-2014-2016", "2.twente.b5", "[/]", "é" * 200, "a\nb",
)  # fmt: skip
KNOWN = {
    "agreements": (VHTO, OTHER, "agreements/odd"),
    "regions": ("regions/twente", "regions/odd"),
    "programmes": ("programmes/jet-net", "programmes/odd"),
    "organisations": ("organisations/platform", "organisations/odd"),
    "arrangement": ("arrangement/oost-2014-2016", "arrangement/odd"),
    "entries": ("entries/odd", "entries/own-odd"),
    "items": ("items/odd", "items/own-odd"),
}  # fmt: skip
KEYS = ("phrase", "from", "to", "nature", "colour", "reason", "document", "locator", "date", "a")


def spread(path: Path, dice: Random) -> list[str]:
    """Let a colleague say anything of some records in this file; returns their ids."""
    acts = [*_acts(dice)]
    with closing(Store.open(path)) as store, transaction(store.connection):
        take_in(store.connection, acts, (), "2030-01-01T00:00:00.000Z")
    return sorted({said.record for act in acts for said in act.set})


def _acts(dice: Random) -> list[Act]:
    records = [one for type_ in FIELDS for one in KNOWN.get(type_, (f"{type_}/odd",))]
    made = []
    for seq, record in enumerate(dice.sample(records, dice.randint(3, len(records))), start=1):
        said: dict[str, object] = {}
        for field in FIELDS[record.partition("/")[0]].values():
            if dice.random() < 0.7:
                said |= _said(field, dice)
        if dice.random() < 0.7 or not said:
            said["life"] = dice.choice(("live", "live", "live", "deleted", 3, None, ["live"]))
        settings = [Setting(record, name, value, ()) for name, value in said.items()]
        made.append(
            make_act(
                at="2020-01-01T00:00:00.000Z", by="bart", device="odd", seq=seq, set=settings,
                scope=scope_of(record),
            )
        )  # fmt: skip
    return made


def _said(field: Field, dice: Random) -> dict[str, object]:
    if field.is_set:
        value = dice.choice((True, True, True, value_of(dice)))
        elements = ["/".join(_parts(field, dice)) for _ in range(dice.randint(1, 3))]
        return {f"{field.name}/{element}": value for element in elements}
    if field.has_keys and dice.random() < 0.6:
        return {field.name: {key: value_of(dice) for key in (*field.names, *KEYS)}}
    if field.choices and dice.random() < 0.3:
        return {field.name: dice.choice(field.choices)}
    return {field.name: value_of(dice)}


def _parts(field: Field, dice: Random) -> list[str]:
    parts = [dice.choice(part.choices or WORDS) for part in field.parts]
    return parts[:1] if dice.random() < 0.1 else parts


def value_of(dice: Random, depth: int = 0) -> object:
    """Anything that may stand in an act."""
    plain = (None, True, False, 0, 5, -1, 2**53 - 1, -(2**53) + 1, dice.choice(WORDS))
    if depth > 2 or dice.random() < 0.6:
        return dice.choice(plain)
    if dice.random() < 0.5:
        return [value_of(dice, depth + 1) for _ in range(dice.randint(0, 3))]
    return {key: value_of(dice, depth + 1) for key in dice.sample(KEYS, dice.randint(0, 3))}
