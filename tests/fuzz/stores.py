"""The same for a whole file: what it takes in from spoilt snapshots and folders."""

import json
import shutil
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random

from storage.errors import Refused
from storage.snapshot.file_difference import of_files
from storage.store import Store
from tests.fuzz.by_hand import ROOMY, edited
from tests.fuzz.inputs import Input, spoilt_file, spoilt_segment
from tests.schemas import wrong
from tests.snapshot_bytes import read_snapshot
from tests.storage.small import ARRANGEMENT

NAMES = ("2014-10/a.acts.jsonl", "2014-10/b (conflict).ACTS.JSONL", "2013-12/c.acts.jsonl", "d")


def taken(dice: Random) -> str:
    """Snapshots taken in, edits by hand too: refused without a trace, or every table in order."""
    data = Input.data = _by_hand_or_not(dice)
    place, file = Input.folder / "klein.db", Input.folder / "binnen.json"
    place.write_bytes(_empty())
    file.write_bytes(data)
    with closing(Store(place, by="ann")) as store:
        try:
            seen = store.snapshots.preview(file)
            took = store.snapshots.import_(file, edits=True)
        except Refused as refused:
            assert place.read_bytes() == _empty()
            return f"no: {refused.key}"
        assert store.check() == []
        assert (seen.acts, len(seen.edits)) == (took.acts, len(took.edits))
        written = store.snapshots.make("internal")
        assert read_snapshot(written).records is None
        assert wrong("snapshot", json.loads(written)) == []
    return "edited" if took.edits else "yes"


@cache
def _empty() -> bytes:
    """A new file with nothing in it."""
    place = Input.folder / "leeg.db"
    Store.create(place, ARRANGEMENT)
    return place.read_bytes()


def compared(dice: Random) -> str:
    """Two spoilt snapshots beside each other: refused, or what differs."""
    made = [_by_hand_or_not(dice) for _ in range(2)]
    Input.data = repr(made).encode()
    paths = [Input.folder / "a.json", Input.folder / "b.json"]
    for path, data in zip(paths, made, strict=True):
        path.write_bytes(data)
    try:
        found = of_files(*paths)
    except Refused as refused:
        return f"no: {refused.key}"
    return "differ" if found.changes else "alike"


def _by_hand_or_not(dice: Random) -> bytes:
    return edited(dice) if dice.random() < 0.7 else spoilt_file(dice, ROOMY)


def synced(dice: Random) -> str:
    """Folders with spoilt segments: what is good comes in and stays there, what is spoilt stays as
    it is, and another laptop gets the same of it."""
    folder = Input.folder / "wisselmap"
    shutil.rmtree(folder, ignore_errors=True)
    files = {name: spoilt_segment(dice) for name in dice.sample(NAMES, dice.randint(1, 3))}
    Input.data = repr(files).encode()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    first = Input.folder / "klein.db", "ann"
    try:
        spoilt = _sync(*first, folder)
    except Refused as refused:
        assert refused.key == "wrong_arrangement"  # noqa: PT017 - a finding otherwise
        assert first[0].read_bytes() == _empty()
        return f"no: {refused.key}"
    assert all((folder / name).read_bytes() == files[name] for name in spoilt)
    assert _sync(Input.folder / "ander.db", "bob", folder) == spoilt
    return f"{len(files)}, of which spoilt {len(spoilt)}"


def _sync(path: Path, by: str, folder: Path) -> list[str]:
    """Sync a new file with this folder, twice; returns the names of what was spoilt."""
    path.write_bytes(_empty())
    with closing(Store(path, by=by)) as store:
        done = store.exchange.sync(folder, "internal")
        assert store.check() == []
        again = store.exchange.sync(folder)
        assert (again.new_acts, again.written, again.joined) == (0, 0, 0)
        assert [(one.path, str(one.why)) for one in again.spoilt] == [
            (one.path, str(one.why)) for one in done.spoilt
        ]
    return [one.path.relative_to(folder).as_posix() for one in done.spoilt]
