"""pycrdt (Yjs): one document in memory; on disk all updates one after another."""

from pathlib import Path
from time import perf_counter

from pycrdt import Doc, Map

from tests.benchmarks.engines.edits import FIELD, clashes, edits, record, visible
from tests.benchmarks.engines.files import append, replace


def prepare(folder: Path, many: int) -> None:
    base = Doc()
    records = base.get("records", type=Map)
    with base.transaction():
        for number in range(many):
            records[str(number)] = Map(record(number))
    whole = base.get_update()
    (folder / "full").write_bytes(whole)
    for round_, name in enumerate(("first", "next")):
        before = base.get_state()
        _edit(base, many, "a", round_)
        (folder / name).write_bytes(base.get_update(before))
    ours = _opened(whole)
    _edit(ours, many, "b", 0)
    (folder / "b").write_bytes(ours.get_update())


def merge(folder: Path, many: int) -> dict[str, float]:
    log = folder / "log"
    log.unlink(missing_ok=True)
    start = perf_counter()
    doc = _opened((folder / "b").read_bytes())
    _title(doc, 0)
    opened = perf_counter()
    _take(doc, folder / "first", log)
    first = perf_counter()
    _take(doc, folder / "next", log)
    done = perf_counter()
    replace(folder / "b2", doc.get_update())
    whole = perf_counter()
    shown = {clash: str(_title(doc, clash)) for clash in clashes(many)}
    return {
        "open": opened - start, "first": first - opened, "next": done - first,
        "whole": whole - done, "visible": visible(shown),
        "disk": (folder / "b2").stat().st_size, "sent": (folder / "first").stat().st_size,
    }  # fmt: skip


def full(folder: Path, many: int) -> dict[str, float]:
    start = perf_counter()
    data = (folder / "full").read_bytes()
    doc = _opened(data)
    replace(folder / "new", data)
    took = perf_counter() - start
    doc.get("records", type=Map).to_py()
    return {"full": took, "read": perf_counter() - start, "sent whole": len(data)}


def _opened(data: bytes) -> Doc:
    doc = Doc()
    doc.get("records", type=Map)
    doc.apply_update(data)
    return doc


def _edit(doc: Doc, many: int, side: str, round_: int) -> None:
    records = doc.get("records", type=Map)
    for number, title in edits(many, side, round_):
        records[str(number)][FIELD] = title


def _take(doc: Doc, update: Path, log: Path) -> None:
    data = update.read_bytes()
    doc.apply_update(data)
    append(log, data)


def _title(doc: Doc, number: int) -> object:
    """All that there is to be had of one title."""
    fields = doc.get("records", type=Map)[str(number)]
    return fields[FIELD], fields.to_py()
