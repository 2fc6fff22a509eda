"""A text in the editor of who writes it ($VISUAL, $EDITOR), in a file that is gone afterwards."""

import locale
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from storage.errors import Refused
from storage.files import WAITS
from storage.text import typed

WINDOWS = os.name == "nt"
ELSEWHERE = ("sensible-editor", "nano", "vi")


def edited(text: str) -> str:
    """The text as it comes back. Waits until the editor ends.

    Raises Refused where there is no editor, or it fails.
    """
    command = _command(os.environ)
    try:
        folder = Path(tempfile.mkdtemp(prefix="arrangement-"))  # for this person's eyes only
    except OSError as error:
        raise Refused("editor_failed", reason=error) from error
    try:
        file = folder / "tekst.txt"
        file.write_text(text, encoding="utf-8")
        with _not_interrupted():
            ended = subprocess.run(_with_file(command, file), check=False).returncode
        if ended != 0:
            raise Refused("editor_failed", reason=ended)
        found = _decoded(file.read_bytes())
    except (OSError, ValueError) as error:
        raise Refused("editor_failed", reason=str(error)) from error
    finally:
        _take_away(folder)
    return found if text.endswith("\n") else found.removesuffix("\n")


def _take_away(folder: Path) -> None:
    """The file, and what an editor left beside it; on Windows something may still look at it."""
    for seconds in WAITS:
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(seconds)


def _command(environment: Mapping[str, str]) -> str:
    """How the editor is called."""
    for name in ("VISUAL", "EDITOR"):
        if told := environment.get(name, "").strip():
            return told
    if WINDOWS:
        return "notepad"
    if found := next((name for name in ELSEWHERE if shutil.which(name)), None):
        return found
    raise Refused("no_editor")


def _with_file(command: str, file: Path) -> list[str]:
    """The words of the command and the file; a path with blanks may stand there as it is."""
    whole = command.strip('"')
    if Path(whole).is_file():
        return [whole, str(file)]
    words = shlex.split(command, posix=not WINDOWS)
    return [*(word.strip('"') for word in words), str(file)]


def _decoded(data: bytes) -> str:
    """As editors write it: UTF-8 most often, else what Windows takes for plain text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode(locale.getpreferredencoding(False), "replace")
    return typed(text)


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """Ctrl+C is for the editor while that has the terminal."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
