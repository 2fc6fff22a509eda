"""Starts the app from an unpacked zip: `python -m tui` in this folder, or `python tui.py`."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OTHERS = [path for path in sys.path if os.path.abspath(path) != HERE]

sys.path[:] = [HERE, *OTHERS]
try:
    from offline.start.run import prepare
except ImportError:
    sys.exit("Hier staat alleen tui.py. Pak de hele zip uit in een map en start vanuit die map.")

if __name__ == "__main__":
    with prepare(HERE) as folder:
        sys.path[:] = [folder, *OTHERS]  # this folder goes off: its `tui` is this file
        import runpy

        runpy.run_module("tui", run_name="__main__", alter_sys=True)
