"""One export, import or sync in a process of its own, whose memory is then its own too.

`python -m tests.benchmarks.exchanging JOB DB FILE` prints the seconds it took, and by how many MiB
memory rose above what it was with the file open.
"""

import sys
from pathlib import Path

from storage.store import Store
from tests.benchmarks.ratios import seconds


def main() -> None:
    job, path, file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    store = Store(path)
    store.totals()
    start = _memory("VmRSS")
    jobs = {
        "export": lambda: store.snapshots.export(file, "internal"),
        "import": lambda: store.snapshots.import_(file),
        "preview": lambda: store.snapshots.preview(file),
        "sync": lambda: store.exchange.sync(file),
    }
    took = seconds(jobs[job])
    print(took, _memory("VmHWM") - start)


def _memory(line: str) -> float:
    """MiB by Linux's own account: ``VmRSS`` now, ``VmHWM`` the most there ever was."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (found,) = (one for one in status.splitlines() if one.startswith(line))
    return int(found.split()[1]) / 1024


if __name__ == "__main__":
    main()
