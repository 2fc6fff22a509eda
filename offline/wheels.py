"""The wheels for one system and one Python: resolved for it, of the locked versions, checked."""

import os
import subprocess
import sys
from pathlib import Path

from offline.systems import System

PROJECT = Path(__file__).parents[1]
LOCK = PROJECT / "requirements.lock"


class Failed(Exception):  # noqa: N818 - as it is said where it is raised
    """A tool ended badly; its own words are the message."""


def build_own(folder: Path, moment: int) -> Path:
    """Build the wheel of the project itself into a folder; ``moment`` as in ``packing.pack``."""
    _run("hatchling", "build", "-t", "wheel", "-d", str(folder), SOURCE_DATE_EPOCH=str(moment))
    (wheel,) = folder.glob("arrangement-*.whl")
    return wheel


def download(system: System, python: str, folder: Path) -> list[Path]:
    """Fetch into a folder the wheels of all that the project needs there.

    uv says what that is, by the markers of the system; pip fetches it from the index or cache that
    this machine is set up with, and refuses what the lock file does not have the hash of.
    """
    folder.mkdir(parents=True)
    wanted = folder / "requirements.txt"
    wanted.write_text("\n".join(_resolve(system, python)), encoding="utf-8")
    _run(
        "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes",
        "--platform", system.pip, "--implementation", "cp", "--python-version", python,
        "--dest", str(folder), "--requirement", str(wanted),
    )  # fmt: skip
    return sorted(folder.glob("*.whl"))


def _resolve(system: System, python: str) -> list[str]:
    """Lines of the lock file, with their hashes: those that this system needs."""
    pins = _run(
        "uv", "pip", "compile", "--quiet", "--no-python-downloads", "--only-binary", ":all:",
        "--no-header", "--no-annotate", "--no-emit-index-url", "--constraints", str(LOCK),
        "--python-platform", system.uv, "--python-version", python, "pyproject.toml",
    )  # fmt: skip
    locked = {line.split()[0]: line for line in locked_lines()}
    return [locked[pin] for pin in pins.split()]


def locked_lines() -> list[str]:
    """The lock file, one line for each requirement."""
    return LOCK.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()


def _run(module: str, *words: str, **environment: str) -> str:
    """Run a tool of this environment in the project's folder; gives what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=PROJECT, env=os.environ | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Failed(f"{module} {' '.join(words)}\n{done.stderr or done.stdout}")
    return done.stdout
