"""Places where writing goes wrong: a small stick, one that is write-protected, another's folder."""

import gc
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534
PAGE = 4096  # bytes that a file on the stick grows by


class Stick:
    """A small disk of its own, mounted while a test runs."""

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self._mounted = _mount("-t", "tmpfs", "-o", f"size={size}", "stick", str(path))
        if not self._mounted:
            pytest.skip("needs root that may mount a small tmpfs")

    @property
    def free(self) -> int:
        """Bytes that still go on it."""
        told = os.statvfs(self.path)
        return told.f_bavail * told.f_frsize

    def fill(self, *, leaving: int) -> None:
        """Put so much else on it that only this many bytes still fit."""
        gc.collect()  # what was refused may still hold a file that is gone
        filler = self.path / "vakantie.mp4"
        filler.unlink(missing_ok=True)
        with filler.open("wb") as file:
            file.write(bytes(self.free - leaving))

    def protect(self) -> None:
        """Only reading from now on."""
        assert _mount("-o", "remount,ro", str(self.path))

    def pull_out(self) -> None:
        """It is gone, also for who has something open on it to write beside."""
        if self._mounted:
            subprocess.run(["umount", "-l", str(self.path)], check=True)
            self._mounted = False


@contextmanager
def stick(folder: Path, size: int = 2 << 20) -> Iterator[Stick]:
    path = folder / "stick"
    path.mkdir()
    made = Stick(path, size)
    try:
        yield made
    finally:
        made.pull_out()


@contextmanager
def somewhere() -> Iterator[Path]:
    """A folder that everyone may reach; those of pytest only who runs it may."""
    made = Path(tempfile.mkdtemp(prefix="arrangement-"))
    made.chmod(0o755)
    try:
        yield made
    finally:
        shutil.rmtree(made)


@contextmanager
def ordinary() -> Iterator[None]:
    """Someone who may not do everything: root would write through any mode."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


def owned_by_ordinary(path: Path) -> Path:
    """The same path, with what is in it, now that of who is ``ordinary``."""
    if os.geteuid() == 0:
        for one in (path, *path.rglob("*")):
            os.chown(one, NOBODY, NOBODY)
    return path


def _mount(*words: str) -> bool:
    if not shutil.which("mount") or os.name == "nt":
        return False
    return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0
