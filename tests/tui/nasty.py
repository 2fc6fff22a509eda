"""A file with nasty text in every field of every type of record, made from their description."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from seed.loader import load
from seed.seed_acts import acts
from storage.acts import Act, Setting, make_act
from storage.quarantine import set_apart
from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import scope_of
from storage.store import Store
from storage.tables.database import transaction
from storage.views.set_apart import Bad
from tests.tui.conftest import ARRANGEMENT, WORLD
from tests.tui.driving import VHTO

NASTY = "[/] [x] [b]vet[/b] \x1b[31mrood\x1b]0;titel\x07 \u202eomgekeerd\u2066 \x9b2J {x} %s"
LONG = "woord" * 2_000
KNOWN = {
    "regions": "twente", "programmes": "jet-net", "organisations": "platform",
    "agreements": VHTO.partition("/")[2],
}  # fmt: skip
"""Records that are there, so that what refers to them shows their names."""


def make(path: Path, colleagues: tuple[int, ...] = (1, 2)) -> None:
    """The small arrangement, and nasty colleagues who disagree about all of it."""
    seeded = acts(load(WORLD))
    records = [setting.record for act in seeded for setting in act.set]
    others = [f"{type_}/nasty" for type_ in FIELDS]
    Store.create(
        path, ARRANGEMENT, [*seeded, *_acts(colleagues, dict.fromkeys([*records, *others]))]
    )
    bad = Bad(1, NASTY, f"{NASTY}{LONG}".encode() + b"\xff")
    with closing(Store.open(path)) as store, transaction(store.connection):
        set_apart(store.connection, [bad], NASTY)


ODD: tuple[object, ...] = (5, True, ["a", {"b": 1}], {"x": [1]}, -1, "[1,", False, [])
"""Values that no form gives; after a merge any of them may stand in any field."""


def odd(path: Path) -> list[str]:
    """The small arrangement, with a record of each type of which every field says something of
    another kind, and the same said of records that are there; returns their ids."""
    seeded = acts(load(WORLD))
    there = [f"{type_}/{tail.rpartition('/')[2]}" for type_, tail in KNOWN.items()]
    records = [*(f"{type_}/odd" for type_ in FIELDS), *there, f"arrangement/{ARRANGEMENT}"]
    Store.create(path, ARRANGEMENT, [*seeded, *_odd_acts(records)])
    return records


def _odd_acts(records: Sequence[str]) -> Iterator[Act]:
    for seq, record in enumerate(records, start=1):
        said: dict[str, object] = {"life": "live"}
        for n, field in enumerate(FIELDS[record.partition("/")[0]].values(), start=seq):
            value = ODD[n % len(ODD)]
            said[f"{field.name}/a/b" if field.is_set else field.name] = value
        said |= {"about": VHTO} if record.startswith("entries") else {}
        said.pop("joined", None)
        yield make_act(
            at="2020-01-01T00:00:00.000Z", by="3" * 16, device="3" * 16, seq=seq,
            set=[Setting(record, name, value, ()) for name, value in said.items()],
            scope=scope_of(record),
        )  # fmt: skip


def _acts(colleagues: tuple[int, ...], records: dict[str, None]) -> Iterator[Act]:
    for n in colleagues:
        for seq, record in enumerate(records, start=1):
            type_ = record.partition("/")[0]
            said: dict[str, object] = {"life": "live"}
            fields = [field for field in FIELDS[type_].values() if field.name != "joined"]
            for field in fields:
                said |= _said(field, n)
            yield make_act(
                at=f"2020-01-0{n}T00:00:00.000Z", by=f"{n}" * 16, device=f"[/]{n}\x1b", seq=seq,
                set=[Setting(record, name, value, ()) for name, value in said.items()],
                scope=scope_of(record), why=NASTY,
            )  # fmt: skip


def _said(field: Field, n: int) -> dict[str, object]:
    """What colleague n says of a field. The first one keeps to what a form would allow where
    something else would hide the record; the second does not."""
    if field.is_set:
        sound = "/".join(
            KNOWN.get(part.refers or "", part.choices[0] if part.choices else NASTY)
            for part in field.parts
        )
        nasty = "/".join(NASTY for _ in field.parts)
        return {f"{field.name}/{element}": True for element in (sound, nasty)}
    value: object = f"{n} {NASTY}"
    if field.form == "flag":
        value = n == 1
    elif field.form == "list":
        value = [NASTY, [NASTY]]
    elif field.form == "object":
        value = dict.fromkeys(field.names or (NASTY,), value)
    elif field.name == "about":
        value = VHTO
    elif n == 1 and field.choices:
        value = field.choices[0]
    elif n == 1 and field.refers:
        value = KNOWN.get(field.refers)
    elif field.name in ("text", "description", "minutes"):
        value = f"{value}\n{LONG}"
    return {field.name: value}
