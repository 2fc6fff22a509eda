"""Wheels from the zip become a folder to run from: whole, or not at all."""

from __future__ import annotations

import hashlib
import os
import sys
import time

from offline.start.lists import Stop, Wheels, folder_of

MARK = "in-use"  # stands in every folder that was unpacked whole; see older.py
PATIENCE = (0.1, 0.2, 0.5, 1, 2, 4)  # seconds; a virus scanner holds new files for a moment


def unpacked(home: str, wheels: Wheels) -> str | None:
    """The folder in which an earlier start unpacked these wheels."""
    folders = [os.path.join(place, folder_of(wheels)) for place in _places(home)]
    return next((one for one in folders if os.path.isfile(os.path.join(one, MARK))), None)


def unpack(home: str, wheels: Wheels) -> str:
    """Check all wheels, then unpack them in the first place that can be written.

    Raises Stop when a wheel is not the one in the list, or no place can be written.
    """
    contents = [_checked(home, name, digest) for name, digest in wheels.items()]
    reasons = []
    for place in _places(home):
        print(f"Eerste start, dit duurt even: uitpakken in {place}", file=sys.stderr, flush=True)
        try:
            return _unpack_in(place, folder_of(wheels), contents)
        except OSError as error:
            reasons.append(f"{place} ({error.strerror or error})")
    raise Stop(f"Uitpakken is niet gelukt in {' en ook niet in '.join(reasons)}.")


def _places(home: str) -> list[str]:
    """Where unpacked folders may stand: beside the start file, or else in the user's cache."""
    user = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.join(user, "AppData", "Local")
        cache = os.path.join(local, "arrangement", "Cache")
    elif sys.platform == "darwin":
        cache = os.path.join(user, "Library", "Caches", "arrangement")
    else:
        caches = os.environ.get("XDG_CACHE_HOME") or os.path.join(user, ".cache")
        cache = os.path.join(caches, "arrangement")
    return [os.path.join(home, "app"), os.path.join(cache, "app")]


def _checked(home: str, name: str, digest: str) -> bytes:
    try:
        with open(os.path.join(home, "wheels", name), "rb") as file:
            content = file.read()
    except OSError as error:
        trouble = f"is niet te lezen ({error.strerror})"
    else:
        if hashlib.sha256(content).hexdigest() == digest:
            return content
        trouble = "is beschadigd of veranderd"
    raise Stop(
        f"Het bestand {name} in de map wheels {trouble}. Er is niets uitgepakt of gestart. "
        "Pak de zip opnieuw uit; helpt dat niet, haal de zip dan opnieuw op."
    )


def _unpack_in(place: str, name: str, contents: list[bytes]) -> str:
    import io
    import shutil
    import zipfile

    folder = os.path.join(place, name)
    beside = f"{folder}.{os.urandom(2).hex()}"
    os.makedirs(beside)
    try:
        for content in contents:
            with zipfile.ZipFile(io.BytesIO(content)) as wheel:
                # pip brings programs that nothing here runs and virus scanners stumble over
                wheel.extractall(beside, [n for n in wheel.namelist() if not n.endswith(".exe")])
        with open(os.path.join(beside, MARK), "wb"):
            pass
        _rename(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)  # it is gone when all went well
    return folder


def _rename(source: str, target: str) -> None:
    for wait in (*PATIENCE, None):
        try:
            return os.rename(source, target)
        except OSError as error:
            if os.path.isfile(os.path.join(target, MARK)):
                return None  # another start was quicker
            if wait is None or not isinstance(error, PermissionError):
                raise
            time.sleep(wait)
    return None
