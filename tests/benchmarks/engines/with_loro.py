"""Loro: one document in memory; on disk a snapshot of it and the updates after that."""

from pathlib import Path
from time import perf_counter

from loro import ExportMode, LoroDoc, LoroMap

from tests.benchmarks.engines.edits import FIELD, clashes, edits, record, visible
from tests.benchmarks.engines.files import append, replace


def prepare(folder: Path, many: int) -> None:
    base = LoroDoc()
    records = base.get_map("records")
    for number in range(many):
        fields = records.insert_container(str(number), LoroMap())
        for field, value in record(number).items():
            fields.insert(field, value)
    base.commit()
    whole = base.export(ExportMode.Snapshot())
    (folder / "full").write_bytes(whole)
    for round_, name in enumerate(("first", "next")):
        before = base.oplog_vv
        _edit(base, many, "a", round_)
        (folder / name).write_bytes(base.export(ExportMode.Updates(before)))
    ours = LoroDoc()
    ours.import_(whole)
    _edit(ours, many, "b", 0)
    (folder / "b").write_bytes(ours.export(ExportMode.Snapshot()))


def merge(folder: Path, many: int) -> dict[str, float]:
    log = folder / "log"
    log.unlink(missing_ok=True)
    start = perf_counter()
    doc = LoroDoc()
    doc.import_((folder / "b").read_bytes())
    _title(doc, 0)
    opened = perf_counter()
    _take(doc, folder / "first", log)
    first = perf_counter()
    _take(doc, folder / "next", log)
    done = perf_counter()
    replace(folder / "b2", doc.export(ExportMode.Snapshot()))
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
    doc = LoroDoc()
    doc.import_(data)
    replace(folder / "new", data)
    took = perf_counter() - start
    doc.get_deep_value()
    return {"full": took, "read": perf_counter() - start, "sent whole": len(data)}


def _edit(doc: LoroDoc, many: int, side: str, round_: int) -> None:
    records = doc.get_map("records")
    for number, title in edits(many, side, round_):
        records.get(str(number)).container.insert(FIELD, title)
        doc.commit()


def _take(doc: LoroDoc, update: Path, log: Path) -> None:
    data = update.read_bytes()
    doc.import_(data)
    append(log, data)


def _title(doc: LoroDoc, number: int) -> object:
    """All that there is to be had of one title."""
    fields = doc.get_map("records").get(str(number)).container
    return fields.get(FIELD).value, fields.get_value()
