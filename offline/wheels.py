"""The wheels for one system and one Python: those of the lock file, checked."""

import os
import subprocess
import sys
from pathlib import Path

from offline.lock import needed
from offline.systems import PROJECT, System


class Failed(Exception):  # noqa: N818 - as it is said where it is raised
    """A tool ended badly; its own words are the message."""


def build_own(folder: Path, moment: int) -> Path:
    """Build the wheel of the project itself into a folder; ``moment`` as in ``packing.pack``."""
    _run("hatchling", "build", "-t", "wheel", "-d", str(folder), SOURCE_DATE_EPOCH=str(moment))
    (wheel,) = folder.glob("arrangement-*.whl")
    return wheel


def download(system: System, python: str, folder: Path) -> list[Path]:
    """Fetch into a folder the wheels of all that the project needs there.

    pip fetches it as this machine is set up for pip: its index, cache, proxy and certificates. It
    refuses what the lock file does not have the hash of.
    """
    folder.mkdir(parents=True)
    wanted = folder / "requirements.txt"
    wanted.write_text("\n".join(needed(system, python)), encoding="utf-8")
    platforms = [f"--platform={name}" for name in system.platforms(python)]
    _run(
        "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes",
        *platforms, "--implementation", "cp", "--python-version", python,
        "--dest", str(folder), "--requirement", str(wanted),
    )  # fmt: skip
    return sorted(folder.glob("*.whl"))


def _run(module: str, *words: str, **environment: str) -> str:
    """Run a tool of this environment in the project's folder; gives what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=PROJECT, env=os.environ | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Failed(f"{module} {' '.join(words)}\n{done.stderr or done.stdout}")
    return done.stdout
