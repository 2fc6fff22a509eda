"""What Windows does otherwise, imitated at the edges: nobody has seen these on Windows itself."""

import errno
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from storage.backups.backup import restore_backup
from storage.files import atomic, file_errors, open_file
from storage.files.atomic import file_beside, write_whole
from storage.store import Store
from storage.tables import database
from tests.storage.small import VHTO, refusal, take, value

ACCESS_DENIED, SHARING = 5, 32


def windows_error(number: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "Toegang geweigerd")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited, without waiting."""
    found: list[float] = []
    monkeypatch.setattr(time, "sleep", found.append)
    return found


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Path]]:
    """Windows refuses to replace or move the files with these ends of their names."""
    replace = Path.replace

    def busy(*ends: str, number: int = SHARING, times: int = 10**6) -> list[Path]:
        refused: list[Path] = []

        def imitated(source: Path, target: Path) -> Path:
            if len(refused) < times and (source.name.endswith(ends) or target.name.endswith(ends)):
                refused.append(target)
                raise windows_error(number)
            return replace(source, target)

        monkeypatch.setattr(Path, "replace", imitated)
        return refused

    return busy


@pytest.mark.parametrize("number", [ACCESS_DENIED, SHARING])
def test_a_target_that_is_open_elsewhere(
    ann: Store, busy: Callable[..., list[Path]], waited: list[float], number: int
) -> None:
    file = ann.path.with_name("uit.json")
    file.write_text("wat er stond")
    busy("uit.json", number=number)
    refused = refusal(ann.snapshots.export, file, force=True)
    assert (refused.key, refused.details["path"]) == ("in_use", file)
    assert file.read_text() == "wat er stond"
    assert sorted(one.name for one in file.parent.iterdir()) == ["klein.db", "uit.json"]
    assert waited == list(atomic.WAITS)


def test_a_virus_scanner_that_looks_for_a_moment(
    tmp_path: Path, busy: Callable[..., list[Path]], waited: list[float]
) -> None:
    busy("uit.json", number=ACCESS_DENIED, times=2)
    write_whole(tmp_path / "uit.json", b"nieuw")
    assert (tmp_path / "uit.json").read_bytes() == b"nieuw"
    assert len(waited) == 2


def test_elsewhere_a_file_that_may_not_be_replaced_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[float]
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    assert refusal(write_whole, tmp_path / "uit.json", b"x").key == "cannot_write"
    assert waited == []
    assert [one.name for one in tmp_path.iterdir() if "uit" in one.name] == []


def test_what_cannot_be_cleaned_up_hides_no_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object, **__: object) -> None:
        raise windows_error(SHARING)

    monkeypatch.setattr(Path, "unlink", held)

    def fails() -> None:
        with file_beside(tmp_path / "uit.json"):
            raise OSError(errno.ENOSPC, "No space left on device")

    assert refusal(fails).details["reason"].errno == errno.ENOSPC


def test_a_file_that_another_program_keeps_to_itself(
    ann: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = ann.path.with_name("in.json")
    held.write_bytes(b"{}")
    open_ = Path.open

    def opened(path: Path, *args: object, **named: object) -> object:
        if path == held:
            raise windows_error(SHARING)
        return open_(path, *args, **named)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(Path, "open", opened)
    assert refusal(ann.snapshots.import_, held).key == "in_use"


@pytest.mark.parametrize("ends", [("klein.db",), ("klein.db-journal",)])
def test_going_back_while_the_file_is_open_elsewhere_changes_nothing(
    ann: Store, busy: Callable[..., list[Path]], waited: list[float], ends: tuple[str, ...]
) -> None:
    ann.backup(copy := ann.path.with_name("reserve.db"))
    ann.edit(VHTO, {"title": "een"})
    ann.close()
    database.journal_of(ann.path).write_bytes(b"van een ander")
    before = {one: one.read_bytes() for one in ann.path.parent.iterdir() if one.is_file()}
    busy(*ends)
    assert refusal(restore_backup, copy, ann.path).key == "in_use"
    after = {one: one.read_bytes() for one in ann.path.parent.iterdir() if one.is_file()}
    assert after == before


def test_no_folder_is_opened_or_flushed(ann: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows knows neither."""
    opened, flush = os.open, os.fsync

    def no_folders(path: object, *rest: object, **named: object) -> int:
        if isinstance(path, (str, os.PathLike)) and os.path.isdir(path):
            raise windows_error(ACCESS_DENIED)
        return opened(path, *rest, **named)  # type: ignore[arg-type]

    def writable_only(number: int) -> None:
        """Windows flushes no file that is open for reading only."""
        os.write(number, b"")
        flush(number)

    monkeypatch.setattr(os, "open", no_folders)
    monkeypatch.setattr(os, "fsync", writable_only)
    ann.edit(VHTO, {"title": "een"})
    ann.snapshots.export(ann.path.with_name("uit.json"))
    ann.backup(copy := ann.path.with_name("reserve.db"))
    ann.close()
    assert restore_backup(copy, ann.path) is not None
    assert ann.no_copy is None


SHARE = PureWindowsPath(r"\\prov-fs01\thuis$\j.de vries\Ann's 100% #1.db")


@pytest.mark.parametrize(
    "path", [SHARE, PureWindowsPath(r"\\?\C:\lang\x.db"), PureWindowsPath("C:/a b/ö?.db")]
)
def test_a_path_reaches_sqlite_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: PureWindowsPath
) -> None:
    """A share gives ``file://server/…`` with as_uri, which SQLite refuses."""
    monkeypatch.chdir(tmp_path)  # here the whole path is one name
    with closing(sqlite3.connect(f"{database.uri_of(path)}?mode=rwc", uri=True)) as made:
        made.execute("CREATE TABLE x (y)")
    assert (tmp_path / str(path)).is_file()


ODD = ["met spaties", "Ünïcødé ’s", "100% [x] #1 ?=&", "a" * 120 + "/" + "b" * 120]


@pytest.mark.parametrize("folder", ODD)
def test_odd_and_long_paths(template: Path, tmp_path: Path, folder: str) -> None:
    made = tmp_path / folder
    made.mkdir(parents=True)
    path = made / "mijn bestand.nieuw.db"
    path.write_bytes(template.read_bytes())
    with closing(Store.open(path, by="ann")) as store:
        store.edit(VHTO, {"title": "een"})
        store.snapshots.export(made / "uit é.json")
        store.backup(made / "reserve ö.db")
        assert store.snapshots.import_(made / "uit é.json").new_acts == 0
        assert store.no_copy is None
        assert store.check() == []
    assert restore_backup(made / "reserve ö.db", path) is not None


def test_a_path_that_is_too_long_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows says only that it is not there."""
    monkeypatch.setattr(file_errors, "WINDOWS", True)
    long = tmp_path / ("m" * 200) / ("n" * 100) / "x.db"
    assert refusal(Store.open, long).key == "path_too_long"
    assert refusal(write_whole, long, b"").key == "path_too_long"
    assert refusal(open_file.read_whole, long).key == "path_too_long"
    assert refusal(Store.open, tmp_path / "kort" / "x.db").key == "no_folder"
    assert refusal(open_file.read_whole, tmp_path / "x.json").key == "no_file"


def test_lines_that_end_as_on_windows(ann: Store, bob: Store) -> None:
    """A file that a mail program or an editor has given other ends of lines."""
    bob.edit(VHTO, {"title": "van bob", "text": "een\r\ntwee"})
    data = bob.snapshots.make()
    with_cr = data.replace(b"\n", b"\r\n")
    assert take(ann, with_cr).new_acts == 2
    assert value(ann, VHTO, "text") == "een\ntwee"
    assert take(ann, b"\xef\xbb\xbf" + with_cr).new_acts == 0
    assert ann.snapshots.make().split(b"\n")[1:] == data.split(b"\n")[1:]


def test_a_spoilt_file_with_such_lines_is_salvaged(ann: Store, bob: Store) -> None:
    bob.edit(VHTO, {"title": "van bob"})
    bob.edit(VHTO, {"title": "nog eens"})
    spoilt = bob.snapshots.make().replace(b'"nog eens"', b'"nog \xff"').replace(b"\n", b"\r\n")
    assert refusal(take, ann, spoilt).key == "spoilt"
    assert take(ann, spoilt, skip_bad=True).set_apart == 1
    assert value(ann, VHTO, "title") == "van bob"
