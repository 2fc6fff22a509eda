"""One prepared file for every session; without a pseudo-terminal there is nothing to test."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from seed.loader import load
from seed.seed_acts import acts
from storage.store import Store
from tests.tui.conftest import WORLD
from tui import locale

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.terminal.pty import Terminal


@pytest.fixture(autouse=True)
def plain(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dutch, and a terminal that says nothing of itself but what a test lets it say."""
    for name in ("COLORTERM", "COLORFGBG", "TERM_PROGRAM", "LC_TERMINAL", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    locale.use("nl")


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the small arrangement; copy it."""
    path = tmp_path_factory.mktemp("world") / "world.db"
    Store.create(path, "oost-klein", acts(load(WORLD)))
    return path


@pytest.fixture
def db(whole: Path, tmp_path: Path) -> Path:
    """A file with the small arrangement, to do anything with."""
    return Path(shutil.copy(whole, tmp_path / "arrangement.db"))


@pytest.fixture
def other(whole: Path, tmp_path: Path) -> Path:
    """A second one, as fresh."""
    return Path(shutil.copy(whole, tmp_path / "other.db"))


@pytest.fixture
def opened(db: Path) -> Iterator[Callable[..., "Terminal"]]:
    """Opens the app in a terminal, waits until its data shows, and ends it at the end."""
    made: list[Terminal] = []

    def open_(
        size: tuple[int, int] = (80, 24), term: str = "xterm-256color", **more: str
    ) -> Terminal:
        made.append(Terminal(db, size, term, **more))
        made[-1].shows("3 Open", "1/6")
        return made[-1]

    yield open_
    for terminal in made:
        terminal.app.close(force=True)
