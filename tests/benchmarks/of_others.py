"""Start, a key and memory beside two Textual apps that many people use, in the same run.

They are installed in a folder of their own for as long as it takes. Each shows a list of as many
lines and moves a highlight in it.
"""

import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from seed.releases import ARRANGEMENT, oost
from storage.store import Store
from tests.benchmarks.ratios import Ratio
from tests.benchmarks.terminal import Terminal

LINES, ROUNDS, KEYS = 60, 5, 5

_WORKSPACES = f"""
import sys
from dooit.api import Workspace, manager
manager.connect(sys.argv[1])
for n in range({LINES}):
    Workspace(description=f"Lijst {{n:02}}").save()
"""


@dataclass(frozen=True)
class App:
    """How to start an app, what shows once its data does, and the keys that lead into its list."""

    name: str
    python: str
    arguments: tuple[str, ...]
    shown: str
    before: tuple[str, ...] = ()
    leave: str = "q"


def ratios(names: Sequence[str] = ("dooit", "toolong"), rounds: int = ROUNDS) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        path = place / "oost.db"
        Store.create(path, ARRANGEMENT, oost())
        ours = App("ours", sys.executable, ("-m", "tui", "--db", str(path)), "Vindplaats", ("3",))
        try:
            others = [APPS[name](place) for name in names]
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"  beside other apps: skipped, they cannot be installed here ({error})")
            return
        measured = _measured(place, [ours, *others], rounds)
        for other in others:
            for what, goal in (("start", 1.0), ("a key", 1.0), ("peak memory", 1.0)):
                unit = "MiB" if what == "peak memory" else "ms"
                mine, theirs = measured[ours.name, what], measured[other.name, what]
                yield Ratio(f"{what}, against {other.name}", mine, theirs, goal, unit)


def _measured(place: Path, apps: Sequence[App], rounds: int) -> dict[tuple[str, str], float]:
    """The medians; the apps take turns, so that a drifting machine hits all alike."""
    found: dict[tuple[str, str], list[float]] = {}
    for _ in range(rounds + 1):
        for app in apps:
            for what, took in _round(place, app).items():
                found.setdefault((app.name, what), []).append(took)
    return {of: median(took[1:] or took) for of, took in found.items()}  # the first fills caches


def _round(place: Path, app: App) -> dict[str, float]:
    terminal = Terminal(*app.arguments, program=app.python, home=place / app.name, leave=app.leave)
    found = {"start": terminal.shows(app.shown)}
    terminal.settle()
    for key in app.before:
        terminal.press(key)
        terminal.settle()
    took = []
    for _ in range(KEYS):
        terminal.press("j")
        took.append(terminal.still())
    found["a key"] = median(took)
    found["peak memory"] = terminal.peak_memory() / 1024
    terminal.close()
    return found


def _dooit(place: Path) -> App:
    python, version = _installed(place, "dooit")
    lists = place / "lists.db"
    subprocess.run([python, "-c", _WORKSPACES, str(lists)], check=True, capture_output=True)
    arguments = ("-m", "dooit", "--db", str(lists))
    return App(f"dooit {version}", python, arguments, "Lijst 00", ("j",), "\x11")


def _toolong(place: Path) -> App:
    python, version = _installed(place, "toolong")
    log = place / "lines.log"
    log.write_text("".join(f"2014-10-07 09:12:{n:02} regel {n}\n" for n in range(LINES)))
    arguments = ("-c", "from toolong.cli import run; run()", str(log))
    return App(f"toolong {version}", python, arguments, "regel", ("\x1b[H", "\r"), "\x03")


def _installed(place: Path, name: str) -> tuple[str, str]:
    """The interpreter of an environment with this app, byte code compiled, and its versions."""
    home = place / f"venv-{name}"
    venv.create(home, with_pip=True)
    python = str(home / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", name], check=True, capture_output=True)
    said = f"from importlib.metadata import version as v; print(v('{name}'), v('textual'))"
    run = subprocess.run([python, "-c", said], check=True, capture_output=True, text=True)
    version, textual = run.stdout.split()
    return python, f"{version} (Textual {textual})"


APPS = {"dooit": _dooit, "toolong": _toolong}
