"""No test touches the home of who runs it or a network, and every file that one writes fits its
schema."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage.files import atomic
from tests import sockets
from tests.schemas import wrong_in

# how long something takes on a busy machine is no reason for a test to fail, and the same tree has
# the same verdict; `--hypothesis-profile=fresh` tries other examples each time
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fresh", UNTIMED)
settings.register_profile("ci", UNTIMED, derandomize=True)
settings.load_profile("ci")

MEMORY = Path("/dev/shm")
ROOM = 4 << 30  # bytes; each test clears up after itself


def use_memory() -> None:
    """Put the files of tests in memory where there is room: each change is flushed to the disk
    before it counts, and waiting for that would be a good part of the suite. The tests of disks
    that fail or fill up mount their own."""
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
        return
    if not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC:  # the zips are started where they lie
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


use_memory()


def keep_compiled() -> None:
    """Let Python keep what it compiles: else each run compiles all tests anew, and each program
    that a test starts the whole app."""
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


keep_compiled()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: it works while another waits for a program to end."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """What was imported and collected stays: nothing looks through it for what can go."""
    gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, with configuration and data in it."""
    folder = tmp_path / "home"
    folder.mkdir(exist_ok=True)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    for name in ("ARRANGEMENT_DB", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(autouse=True)
def fitting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each snapshot and segment is looked at where it is put in its place."""
    found: list[str] = []
    put = atomic.move

    def move(source: Path, target: Path) -> None:
        if source.is_file():
            found.extend(f"{target.name}: {one}" for one in wrong_in(source))
        put(source, target)

    monkeypatch.setattr(atomic, "move", move)
    yield
    assert found == []


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Nothing asks for a socket, but a test that is marked for it. Garbage is collected less often:
    it took a third of the tests of the screen. The app sets how often for itself."""
    gc.set_threshold(20_000, 20, 20)
    sockets.watch(item.get_closest_marker("sockets") is None)


@pytest.fixture(autouse=True)
def without_network() -> Iterator[None]:
    """A socket that was asked for is told, whoever caught the error."""
    yield
    assert sockets.asked == []
