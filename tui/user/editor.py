"""A text in the editor of who writes it ($VISUAL, $EDITOR), in a file that is gone afterwards."""

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
from typing import NamedTuple

from storage.errors import Refused
from storage.files.atomic import WAITS
from storage.text import typed
from tui.locale import say

WINDOWS = os.name == "nt"
ELSEWHERE = ("sensible-editor", "nano", "vi")


class Edited(NamedTuple):
    """What came back; ``doubtful`` where it was no UTF-8, so that letters may be others."""

    text: str
    doubtful: bool = False


def edited(text: str) -> Edited:
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
            raise Refused("editor_failed", reason=say("editor.ended", code=ended))
        found = _decoded(file.read_bytes())
    except FileNotFoundError as error:
        name = Path(error.filename or command).name
        raise Refused("editor_failed", reason=say("editor.not_found", name=name)) from error
    except (OSError, ValueError) as error:
        raise Refused("editor_failed", reason=error) from error
    finally:
        _take_away(folder)
    if not text.endswith("\n"):
        found = found._replace(text=found.text.removesuffix("\n"))
    return found


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


def _decoded(data: bytes) -> Edited:
    """As editors write it: UTF-8 most often, else what Windows takes for plain text.

    Raises ValueError for what is no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Edited(typed(data.decode("utf-16")))
    if b"\0" in data:
        raise ValueError(say("editor.no_text"))
    try:
        return Edited(typed(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return Edited(typed(data.decode("cp1252", "replace")), doubtful=True)


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
