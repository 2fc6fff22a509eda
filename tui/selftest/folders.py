"""The folders of the user that the app writes in, and the file in use."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from storage.backups.backup import arrangement_at
from storage.backups.daily_copies import copies
from storage.files.cloud_folders import synced_by
from storage.files.config_folder import config_folder
from tui.locale import say, system_reason
from tui.rows.file_rows import size_of
from tui.selftest.finding import Finding, from_home

LEAST = 200_000_000  # bytes; with less, a copy of a day may soon not fit


def folder_findings(path: Path) -> Iterator[Finding]:
    """Where the file lies, settings, logs and what is there for a moment."""
    yield _folder("data", path.absolute().parent)
    yield _folder("settings", config_folder())
    yield _folder("logs", platformdirs.user_log_path("arrangement", appauthor=False))
    yield _folder("temporary", Path(tempfile.gettempdir()))


def file_in(path: Path) -> Iterator[Finding]:
    """The file in use, without what is in it."""
    if not path.exists():
        yield Finding("file", say("selftest.no_file", path=from_home(path)))
        return
    opens = arrangement_at(path) is not None
    told = [from_home(path), size_of(path.stat().st_size), *_rights(path)]
    told.append(say("selftest.opens" if opens else "selftest.opens_not"))
    yield Finding("file", ", ".join(told), wrong=not opens)
    yield Finding("copies", str(len(copies(path))))
    service = synced_by(path, os.environ)
    if service is not None:
        yield Finding("synced", say("selftest.synced_by", service=service), wrong=True)


def _folder(name: str, folder: Path) -> Finding:
    """Whether it can be written in, and the room there; one that is not there yet will be made."""
    there = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    told = [from_home(folder)]
    if there != folder:
        told.append(say("selftest.not_yet"))
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
        free = shutil.disk_usage(there).free
    except OSError as error:
        told.append(say("selftest.cannot_write", reason=system_reason(error)))
        return Finding(name, ", ".join(told), wrong=True)
    told += [say("selftest.can_write"), *_rights(there), say("selftest.free", n=size_of(free))]
    return Finding(name, ", ".join(told), wrong=free < LEAST)


def _rights(path: Path) -> Iterator[str]:
    """As ``ls`` says them; Windows says them otherwise, and Python not at all."""
    if os.name != "nt":
        yield stat.filemode(path.stat().st_mode)
