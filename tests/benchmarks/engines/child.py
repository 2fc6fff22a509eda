"""One step of one engine in a process of its own: `… child ENGINE STEP FOLDER RECORDS`.

Prints what it measured as JSON, with the most memory that the process held.
"""

import json
import sys
from importlib import import_module
from pathlib import Path


def main() -> None:
    import resource

    engine, step, folder, many = sys.argv[1:]
    module = import_module(f"tests.benchmarks.engines.with_{engine}")
    found = getattr(module, step)(Path(folder), int(many)) or {}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**found, "peak": peak}))


if __name__ == "__main__":
    main()
