"""The zips, made once, and a laptop with the one for this system unpacked on it."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

from offline.packing import pack
from offline.systems import PROJECT, SYSTEMS
from tests.offline.embeddable import stand_in
from tui import VERSION

MOMENT = 1_800_000_000
LATER = "99.0.0"
WITH_PYTHON = "windows-x64-python3.12"
PYTHON = sys._base_executable  # not the one of this environment, in which the app is installed
LINUX = next(system for system in SYSTEMS if system.name == "linux-x64")


class Laptop:
    """A folder with an unpacked zip, and the folders of a user beside it."""

    def __init__(self, root: Path, name: str = "arrangement") -> None:
        self.home = root / name
        self.caches = root / "caches"
        self.env = {
            key: value for key, value in os.environ.items() if not key.startswith("PYTHON")
        } | {
            "HOME": str(root / "user"),
            "XDG_CONFIG_HOME": str(root / "config"),
            "XDG_DATA_HOME": str(root / "data"),
            "XDG_CACHE_HOME": str(self.caches),
        }

    def unpack(self, zipped: Path) -> None:
        """Unpack a zip, over what is there."""
        with ZipFile(zipped) as file:
            for entry in file.infolist():
                Path(file.extract(entry, self.home)).chmod(entry.external_attr >> 16)

    def command(self, *words: str) -> list[str]:
        """The app, with nothing but the standard library and what the zip holds."""
        return [PYTHON, "-S", "-m", "tui", *words]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Do this in the folder; without words, ask the app for its version."""
        return subprocess.run(
            command or self.command("--version"),
            cwd=self.home, env=self.env, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def starts(self, *command: str) -> str:
        """It must start, and end well; gives what it says beside its output."""
        done = self.run(*command)
        assert (done.returncode, done.stdout) == (0, f"arrangement {VERSION}\n"), done
        return done.stderr

    def refused(self, *command: str) -> str:
        """It must not start; gives the one sentence that says why."""
        done = self.run(*command)
        assert (done.returncode, done.stdout) == (1, ""), done
        assert "Traceback" not in done.stderr
        return done.stderr.splitlines()[-1]

    @property
    def unpacked(self) -> list[str]:
        """The folders that were unpacked beside the start file."""
        return [path.name for path in (self.home / "app").glob("*")]


class Made(NamedTuple):
    """The folder with the zips, and what was said while they were made."""

    folder: Path
    said: str


@pytest.fixture(scope="session")
def embeddable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stand-in for an embeddable Python: the same files, and nothing in them that runs."""
    return stand_in(tmp_path_factory.mktemp("python") / "python-3.12.7-embed-amd64.zip")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, embeddable: Path) -> Made:
    """All zips, made once, with no other way to the index than the one that pip has."""
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "offline", str(folder), "--python", str(embeddable)],
        cwd=PROJECT, env={**os.environ, "SOURCE_DATE_EPOCH": str(MOMENT), "UV_OFFLINE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Made(folder, done.stdout)


@pytest.fixture(scope="session")
def zips(made: Made) -> dict[str, Path]:
    """The zip for each system, and the one for Windows with a Python in it."""
    return {path.stem.split("-", 2)[2]: path for path in made.folder.glob("*.zip")}


@pytest.fixture(scope="session")
def alone(zips: dict[str, Path]) -> Path:
    """The zip with a Python in it."""
    return zips[WITH_PYTHON]


@pytest.fixture(scope="session")
def here(zips: dict[str, Path]) -> Path:
    """The zip for the system that runs the tests."""
    kind = sysconfig.get_config_var("EXT_SUFFIX")
    if kind != LINUX.kind_of("{}.{}".format(*sys.version_info)):
        pytest.skip(f"only the zip for Linux is started in tests, and this Python is {kind}")
    return zips[LINUX.name]


@pytest.fixture
def laptop(here: Path, tmp_path: Path) -> Laptop:
    """A laptop on which nothing was started yet; its folder has blanks and accents."""
    laptop = Laptop(tmp_path, "Mijn programma’s (één)")
    laptop.unpack(here)
    return laptop


@pytest.fixture(scope="session")
def newer(here: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of a later version, in which one file of the app is new."""
    folder = tmp_path_factory.mktemp("newer")
    with ZipFile(here) as file:
        file.extractall(folder)
    lists = json.loads((folder / "offline" / "wheels.json").read_text())["pythons"]
    (own,) = (folder / "wheels").glob("arrangement-*.whl")
    new = own.rename(own.with_name(own.name.replace(VERSION, LATER)))
    with ZipFile(new, "a") as wheel:
        wheel.writestr("tui/nieuw.txt", "nieuw")
    wheels = {
        python: [new, *(own.with_name(name) for name in one["wheels"] if name != own.name)]
        for python, one in lists.items()
    }
    zipped = folder / "newer.zip"
    pack(zipped, LINUX, LATER, wheels, MOMENT + 1_000_000)
    return zipped
