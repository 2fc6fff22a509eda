"""A snapshot of 100 MB: memory above start while it goes out and comes in, and how long that
takes beside the least that can be done with the same bytes."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from storage.files.open_file import reading
from storage.snapshot.snapshot_reader import open_snapshot
from storage.store import Store
from tests.benchmarks import made
from tests.benchmarks.ratios import Ratio, seconds

MANY = 46_000  # agreements: 100 MB
MOST = 50  # MiB above start


def ratios(many: int = MANY) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        made.store(place / "source.db", many).close()
        file, packed = place / "uit.json", place / "uit.json.gz"
        for out in (file, packed):
            took, memory = run("export", place / "source.db", out)
            yield _memory(f"export {_size(out)}", memory)
            if out == file:
                again = seconds(lambda: _written_again(file, place / "again.json"))
                yield Ratio("export, against json.load and dump of its bytes", took, again, 2)
        yield from _reading(file)
        yield from _coming(place, (file, packed))


def _coming(place: Path, files: Sequence[Path]) -> Iterator[Ratio]:
    """Each job in a process of its own. Only their memory is asked, so that two go at a time."""
    jobs = [(job, come) for job in ("import", "preview") for come in files]
    with ThreadPoolExecutor(2) as pool:
        taken = pool.map(lambda of: _taken(place, *of), jobs)
        for (job, come), memory in zip(jobs, taken, strict=True):
            yield _memory(f"{job} {_size(come)}", memory)


def _taken(place: Path, job: str, come: Path) -> float:
    into = place / f"{job}{come.suffix}.db"
    Store.create(into, made.ARRANGEMENT)
    _, memory = run(job, into, come)
    return memory


def _reading(file: Path) -> Iterator[Ratio]:
    """Reading all of it and holding it against its digests, before anything is taken in."""
    ours = seconds(lambda: open_snapshot(partial(reading, file)))
    hashing = seconds(lambda: hashlib.sha256(file.read_bytes()).hexdigest())
    yield Ratio("read and verify, against hashing", ours, hashing, 5)
    parsing = seconds(lambda: json.loads(file.read_bytes()))
    yield Ratio("read and verify, against json.load", ours, parsing, 1)


def run(job: str, db: Path, file: Path) -> tuple[float, float]:
    """Seconds, and MiB above start, of one job in a process of its own."""
    words = [sys.executable, "-m", "tests.benchmarks.exchanging", job, db, file]
    home = {"XDG_CONFIG_HOME": str(db.parent), "XDG_DATA_HOME": str(db.parent)}
    done = subprocess.run(
        words, check=True, capture_output=True, text=True, env={**os.environ, **home}
    )
    took, memory = done.stdout.split()
    return float(took), float(memory)


def _memory(what: str, memory: float) -> Ratio:
    return Ratio(f"memory above start, {what}", memory, MOST, 1, "MiB")


def _size(file: Path) -> str:
    packed = " packed" if file.suffix == ".gz" else ""
    return f"{file.stat().st_size / 1e6:.0f} MB{packed}"


def _written_again(file: Path, target: Path) -> None:
    whole = json.loads(file.read_bytes())
    with target.open("w", encoding="utf-8") as out:
        json.dump(whole, out, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        os.fsync(out.fileno())
