"""Drafts as a file: one for each database and window, in the user's own folder, never elsewhere.

A window holds a lock as long as it runs, so that another one knows whose drafts are still being
typed and whose were left when a laptop died. What is typed is private: only its owner may read it.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from storage.files.atomic import move, write_own
from storage.files.file_errors import cannot_write, make_folder
from storage.files.open_file import read_whole
from storage.text import is_text, typed
from tui.user import state
from tui.user.drafts import Kept

WINDOWS = 20
"""How many windows on one file keep their drafts."""


class DraftFile:
    """The file of one window: the first of which no other window holds the lock."""

    def __init__(self, database: Path) -> None:
        place = state.place_of(database)
        self._first = place.parent.with_name("drafts") / place.name
        self._lock: IO[bytes] | None = None
        self.path: Path | None = None
        self.aside: list[Path] = []
        """Files that could not be read, by the names under which they are kept."""

    def load(self) -> dict[str, Kept]:
        """The drafts of windows that are no longer there, from now on those of this one. Raises
        Refused for what cannot be read or put aside."""
        found: dict[str, Kept] = {}
        taken: list[Path] = []
        if not self._first.parent.is_dir():
            return found
        for path in self._places():
            if not path.exists():
                continue
            lock = _hold(path)
            if lock is None:
                continue
            found = {**self._read(path), **found}
            if self._lock is None:
                self._lock, self.path = lock, path
            else:
                taken.append(path)
                lock.close()
        if taken:
            self.save(found)
            for path in taken:
                _remove(path)
        return found

    def save(self, drafts: Mapping[str, Kept]) -> None:
        """Write them down, or take the file away where there are none. Raises Refused."""
        if self.path is None and not drafts:
            return
        path = self._own()
        if path is None:
            return
        if not drafts:
            _remove(path)
            return
        kept = {about: asdict(one) for about, one in drafts.items()}
        data = json.dumps({"version": 1, "drafts": kept}, ensure_ascii=False, indent=1)
        write_own(path, data.encode("utf-8", "replace"))

    def close(self) -> None:
        """Another window may have the file from now on."""
        if self._lock is not None:
            self._lock.close()
            self._lock = self.path = None

    def _own(self) -> Path | None:
        """The file of this window; None where there are too many of them."""
        if self.path is None:
            make_folder(self._first)
            for path in self._places():
                lock = _hold(path)
                if lock is not None:
                    self._lock, self.path = lock, path
                    break
        return self.path

    def _places(self) -> Iterator[Path]:
        yield self._first
        for n in range(2, WINDOWS + 1):
            yield self._first.with_stem(f"{self._first.stem}-{n}")

    def _read(self, path: Path) -> dict[str, Kept]:
        """What stands in a file; one that is damaged is put aside."""
        try:
            return dict(_drafts(json.loads(read_whole(path))))
        except (ValueError, TypeError, RecursionError):
            aside = path.with_suffix(".damaged")
            try:
                move(path, aside)
            except OSError as error:
                raise cannot_write(aside, error) from error
            self.aside.append(aside)
        return {}


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def _drafts(found: Any) -> Iterator[tuple[str, Kept]]:
    """Raises ValueError for what is no file of drafts."""
    match found:
        case {"version": 1, "drafts": dict(drafts)}:
            for about, one in drafts.items():
                yield about, _draft(one)
        case _:
            raise ValueError


def _draft(found: Any) -> Kept:
    match found:
        case {
            "said": dict(said),
            "saw": dict(saw),
            "at": str(at),
            "open": bool(open_),
            "name": str(name),
        }:
            datetime.fromisoformat(at)
            for seen in saw.values():
                match seen:
                    case [[*parents], [*heads]] if all(map(is_text, (*parents, *heads))):
                        pass
                    case _:
                        raise ValueError
            return Kept(_clean(said), saw, at, open_, name)
    raise ValueError


def _clean(value: Any) -> Any:
    """The same with every text as a person could have typed it."""
    if isinstance(value, str):
        return typed(value)
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return value


def _hold(path: Path) -> IO[bytes] | None:
    """A lock that ends with this window, however that ends; None where another one has it."""
    file: IO[bytes] | None = None
    try:
        file = path.with_suffix(".lock").open("ab")
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if file is not None:
            file.close()
        return None
    return file
