"""Files and folders of every kind, good and bad, for who takes in or writes over them."""

import gzip
import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage.store import Store
from tests.tui.conftest import WORLD

NAMES = (
    "in.json", "intern.json", "openbaar.json", "in.json.gz", "met-de-hand.json", "records.json",
    "kapot.json", "half.json", "half.json.gz", "ander.json", "leeg.json", "lijst.json", "diep.json",
    "ruis.json", "utf16.json", "ander.db", "kapot.db", "leeg.db", "reserve.db", "map", "wisselmap",
    "wisselmap/2014-10/x.acts.jsonl", "kapotte-wisselmap", "zaad", "kapot-zaad", "tekst.txt",
    "ruis.docx", "ruis.pdf", "koppeling.json", "nergens.json", "lus.json", "profiel.toml",
)  # fmt: skip


def make(folder: Path, mine: Path, other: Path, laptop: Callable[[Path], object]) -> None:
    """Lay all of ``NAMES`` in a folder, from a file of the same arrangement and one of another."""
    with laptop(folder / "config"):  # type: ignore[attr-defined]
        _of_store(folder, mine, other)
    good = (folder / "in.json").read_bytes()
    whole = json.loads(good)
    shutil.rmtree(folder / "config", ignore_errors=True)
    files: dict[str, bytes] = {
        "kapot.json": good.replace(b"Dirk", b"Dork", 1),
        "half.json": good[: len(good) // 2],
        "half.json.gz": gzip.compress(good, mtime=0)[:-30],
        "records.json": json.dumps({**whole, "acts": None} | {"acts": []}).encode(),
        "leeg.json": b"",
        "lijst.json": b"[1, 2]",
        "diep.json": b"[" * 100_000,
        "ruis.json": bytes(range(256)) * 8,
        "utf16.json": json.dumps(whole).encode("utf-16"),
        "kapot.db": mine.read_bytes()[:20_000] + b"\0" * 5_000,
        "leeg.db": b"",
        "tekst.txt": b"Kop\n\n- Een punt.\n- Nog een punt.\n",
        "ruis.docx": b"PK\x03\x04" + bytes(range(256)),
        "ruis.pdf": b"%PDF-1.7\n" + bytes(range(256)),
        "profiel.toml": b"[dit\n",
    }
    title = whole["records"]["agreements"][0]
    title["title"] = "Met de hand"
    files["met-de-hand.json"] = json.dumps(whole, ensure_ascii=False).encode()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "map").mkdir()
    broken = folder / "kapotte-wisselmap" / "2014-10"
    broken.mkdir(parents=True)
    for segment in (folder / "wisselmap").rglob("*.jsonl"):
        (broken / segment.name).write_bytes(segment.read_bytes()[:-9])
    (folder / "wisselmap" / "2014-10").mkdir(exist_ok=True)
    (folder / "wisselmap" / "2014-10" / "x.acts.jsonl").write_bytes(b"{}\n")
    shutil.copytree(WORLD, folder / "zaad")
    shutil.copytree(WORLD, folder / "kapot-zaad")
    (folder / "kapot-zaad" / "arrangement.toml").write_bytes(b'[arrangement]\nid = 3\n"\xff')
    (folder / "koppeling.json").symlink_to("in.json")
    (folder / "nergens.json").symlink_to("niets.json")
    (folder / "lus.json").symlink_to("lus.json")


def _of_store(folder: Path, mine: Path, other: Path) -> None:
    """What a colleague writes who began with the same file."""
    copy = Path(shutil.copy(mine, folder / "reserve.db"))
    with closing(Store.open(copy, "Dirk")) as store:
        for one in store.records("agreements")[:3]:
            store.edit(str(one["id"]), {"title": "Van Dirk", "goal": "Doel van Dirk"})
            store.note(str(one["id"]), "eigen van Dirk", own=True)
        store.snapshots.export(folder / "in.json")
        store.snapshots.export(folder / "intern.json", "internal")
        store.snapshots.export(folder / "openbaar.json", "public")
        store.snapshots.export(folder / "in.json.gz")
        (folder / "wisselmap").mkdir()
        store.exchange.sync(folder / "wisselmap", "partners")
    shutil.copy(other, folder / "ander.db")
    with closing(Store.open(folder / "ander.db", "Eva")) as store:
        store.snapshots.export(folder / "ander.json")
