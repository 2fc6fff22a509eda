"""A small arrangement, and laptops that each have a copy of it."""

import json
import shutil
from pathlib import Path

import pytest

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.acts import Act
from storage.errors import Refused
from storage.store import Store

ARRANGEMENT = "klein-2014"
VHTO = "agreements/klein-2-twe-01"
BOOST = "agreements/klein-2-twe-02"
PERSON = "P. Persoon"


def small() -> list[Act]:
    """Eight records of the seed: two agreements, and what they refer to."""
    agreement = {"kind": "commitment", "part": "2", "status": "open", "regions/twente": True}
    records = {
        f"arrangement/{ARRANGEMENT}": {"title": "Klein", "from": "2014-01-01", "to": "2016-12-31"},
        VHTO: {**agreement, "code": "KLEIN-2-TWE-01", "title": "VHTO: schakel",
               "parties/lead/platform": True},
        BOOST: {**agreement, "code": "KLEIN-2-TWE-02", "title": f"TechYourFuture: {PERSON}"},
        "organisations/platform": {"name": "Platform", "abbreviation": "PBT"},
        "organisations/vhto": {"name": "VHTO"},
        "people/een": {"name": PERSON, "organisation": "platform"},
        "programmes/jet-net": {"name": "Jet-Net"},
        "regions/twente": {"name": "Twente", "short": "TWE", "kind": "subregion"},
    }  # fmt: skip
    return acts([Seeded(id_, dict(values)) for id_, values in sorted(records.items())])


class Laptops:
    """Copies of one small file, each in a folder of its own."""

    def __init__(self, template: Path, folder: Path) -> None:
        self._template = template
        self._folder = folder
        self._open: list[Store] = []

    def path(self, name: str) -> Path:
        return self._folder / name / "klein.db"

    def store(self, name: str) -> Store:
        """The store of this person, opened again where it was open before."""
        path = self.path(name)
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            shutil.copy(self._template, path)
        return self.opened(path, name)

    def opened(self, path: Path, name: str) -> Store:
        """The store at a path with this person at it; closed with all others."""
        store = Store(path, by=name)
        self._open.append(store)
        return store

    def close(self) -> None:
        for store in self._open:
            store.close()


def send(sender: Store, *to: Store, profile: str = "partners", only: set[str] | None = None):
    """Export and import, as with a stick."""
    file = sender.path.parent / "stick.json"
    sender.snapshots.export(file, profile, only)
    return [store.snapshots.import_(file) for store in to]


def lacking(store: Store, data: bytes) -> set[str]:
    """What is known here and not in this file."""
    file = store.path.parent / "kent-al.json"
    file.write_bytes(data)
    return store.snapshots.lacking(file)


def edited(data: bytes, record: str, **fields: object) -> bytes:
    document = json.loads(data)
    for one in document["records"][record.partition("/")[0]]:
        if one["id"] == record:
            one.update(fields)
    return json.dumps(document, ensure_ascii=False).encode()


def take(store: Store, data: bytes | str, **how: bool):
    file = store.path.parent / "binnen.json"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return store.snapshots.import_(file, **how)


def look(store: Store, data: bytes):
    file = store.path.parent / "binnen.json"
    file.write_bytes(data)
    return store.snapshots.preview(file)


def swap(*stores: Store) -> None:
    """Everyone gets everything that may leave."""
    for sender in stores:
        send(sender, *(store for store in stores if store is not sender))


def refusal(what, *args, **kwargs) -> Refused:
    """The refusal that this call gives."""
    with pytest.raises(Refused) as caught:
        what(*args, **kwargs)
    return caught.value


def value(store: Store, record: str, field: str) -> object:
    return store.record(record)[field]


def partners_records(store: Store) -> dict:
    return json.loads(store.snapshots.make())["records"]


def ids(store: Store) -> set[str]:
    """The ids of the acts that may leave."""
    rows = store.connection.execute("SELECT id FROM acts WHERE scope IS NULL").fetchall()
    return {id_ for (id_,) in rows}
