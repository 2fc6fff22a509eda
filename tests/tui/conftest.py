"""A home of its own for every test, and files with an arrangement to open."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from seed import releases
from seed.loader import load
from seed.seed_acts import acts
from storage.backups import daily_copies
from storage.store import Store
from tui import locale
from tui.base import since_picker
from tui.commands import keymap
from tui.locale import charset
from tui.screens.main import time_panel
from tui.user import places
from tui.widgets import toast
from tui.words import dates

WORLD = Path(__file__).with_name("world")
ARRANGEMENT = "oost-2014-2016"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home where the screen was open before, Dutch, a terminal that has every colour."""
    folder = tmp_path / "home"
    (folder / "config" / "arrangement" / "screen").mkdir(parents=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setattr(places, "mounts", lambda: [("stick", tmp_path / "media")])
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORFGBG", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    locale.use("nl")
    # what is told for a moment stays as long as a busy machine needs to look at it
    monkeypatch.setattr(toast, "SECONDS", 600.0)
    charset.use_charset(ascii=False)
    keymap.use_keys({}, letters=True)
    # the small arrangement has the name of the one that the app brings, and is not that
    monkeypatch.setattr(releases, "brought_lines", lambda _: [])
    return folder


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the small arrangement; copy it."""
    path = tmp_path_factory.mktemp("world") / "world.db"
    Store.create(path, ARRANGEMENT, acts(load(WORLD)))
    return path


@pytest.fixture
def db(whole: Path, tmp_path: Path) -> Path:
    """A file with the small arrangement, to do anything with."""
    return Path(shutil.copy(whole, tmp_path / "arrangement.db"))


@pytest.fixture
def colleague(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[Store], object]], Path]:
    """Do something on another laptop that began with the same file; gives its export."""
    made = 0

    def work(job: Callable[[Store], object]) -> Path:
        nonlocal made
        made += 1
        copy = Path(shutil.copy(whole, tmp_path / f"colleague-{made}.db"))
        with monkeypatch.context() as there:
            there.setenv("XDG_CONFIG_HOME", str(tmp_path / f"colleague-{made}"))
            store = Store.open(copy, f"Collega {made}")
            job(store)
            file = tmp_path / f"colleague-{made}.json"
            store.snapshots.export(file)
            store.close()
        return file

    return work


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """It is another day, for copies and for words."""

    def on(iso: str) -> None:
        class Day(date):
            @classmethod
            def today(cls) -> date:
                return date.fromisoformat(iso)

        for module in (daily_copies, dates, since_picker, time_panel):
            monkeypatch.setattr(module, "date", Day)

    return on
