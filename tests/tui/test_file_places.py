"""Where files are looked for, and which of them show, with a home and drives made up."""

import os
import sys
from pathlib import Path

import pytest

from tui.rows.file_rows import file_place_name, size_of
from tui.user import places
from tui.user.drive_letters import lettered
from tui.user.places import FilePlace

HIDDEN = (".verborgen.json", "foto.png", "brief.txt", "json")


JSON = (".json",)


def put(path: Path, when: int, size: int = 10) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    os.utime(path, (when, when))
    return path


def names(place: FilePlace) -> list[str]:
    return [found.path.name for found in places.files_in(place, JSON)]


@pytest.mark.skipif(sys.platform != "linux", reason="folders as a Linux desktop names them")
def test_the_folders_of_a_user_by_their_own_names(home: Path) -> None:
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "user-dirs.dirs").write_text(
        'XDG_DOWNLOAD_DIR="$HOME/Binnengehaald"\nXDG_DESKTOP_DIR="$HOME/Bureaublad"\n'
    )
    found = places.own(home / "Overleg")
    assert [(place.kind, place.folder.name) for place in found] == [
        ("last", "Overleg"),
        ("downloads", "Binnengehaald"),
        ("desktop", "Bureaublad"),
        ("documents", "Documents"),
        ("home", home.name),
    ]
    assert file_place_name(found[0]) == "Overleg (laatst gebruikt)"
    assert [place.kind for place in places.own(home / "Bureaublad")].count("last") == 0


def test_newest_first_and_only_what_may_be_an_export(tmp_path: Path) -> None:
    put(tmp_path / "oud.json", 1000)
    put(tmp_path / "nieuw.JSON", 3000)
    put(tmp_path / "midden.json", 2000)
    for name in HIDDEN:
        put(tmp_path / name, 9000)
    put(tmp_path / "map" / "dieper.json", 4000)
    (tmp_path / "nergens.json").symlink_to(tmp_path / "weg")
    assert names(FilePlace("downloads", tmp_path)) == ["nieuw.JSON", "midden.json", "oud.json"]


def test_a_stick_is_looked_at_one_level_deep(tmp_path: Path) -> None:
    put(tmp_path / "boven.json", 1000)
    put(tmp_path / "map" / "dieper.json", 2000)
    put(tmp_path / "map" / "nog" / "diepst.json", 3000)
    put(tmp_path / ".Trash" / "weg.json", 4000)
    assert names(FilePlace("stick", tmp_path, "KINGSTON")) == ["dieper.json", "boven.json"]


def test_of_very_many_only_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "MOST", 3)
    for n in range(9):
        put(tmp_path / f"{n}.json", 1000 + n)
    assert names(FilePlace("downloads", tmp_path)) == ["8.json", "7.json", "6.json"]


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        places.files_in(FilePlace("downloads", tmp_path / "weg"), JSON)


def test_a_document_has_other_endings(tmp_path: Path) -> None:
    put(tmp_path / "arrangement.DOCX", 2000)
    put(tmp_path / "arrangement.txt", 1000)
    put(tmp_path / "uit.json", 3000)
    found = places.files_in(FilePlace("downloads", tmp_path), (".txt", ".docx"))
    assert [one.path.name for one in found] == ["arrangement.DOCX", "arrangement.txt"]


def test_what_is_mounted_under_the_folders_for_it(tmp_path: Path) -> None:
    (tmp_path / "media" / "KINGSTON").mkdir(parents=True)
    (tmp_path / "media" / "schijf").symlink_to("/")
    (tmp_path / "media" / "leesmij").touch()
    (tmp_path / "mnt" / "gedeeld").mkdir(parents=True)
    found = places.mounted([
        ("stick", tmp_path / "media"), ("drive", tmp_path / "mnt"), ("stick", tmp_path / "weg"),
    ])  # fmt: skip
    assert [file_place_name(place) for place in found] == ["stick KINGSTON", "schijf gedeeld"]


class Kernel:
    """A Windows with A: to Z:, of which C: is the disk, E: a stick, F: an empty reader, H: far."""

    kinds: dict[str, int] = {"C:\\": 3, "E:\\": 2, "F:\\": 2, "H:\\": 4}  # noqa: RUF012

    def GetLogicalDrives(self) -> int:  # noqa: N802
        return sum(1 << "ABCDEFGH".index(root[0]) for root in self.kinds)

    def GetDriveTypeW(self, root: str) -> int:  # noqa: N802
        return self.kinds[root]

    def GetVolumeInformationW(self, root: str, text: object, *_: object) -> int:  # noqa: N802
        if root != "E:\\":
            return 0
        text.value = "KINGSTON"  # type: ignore[attr-defined]
        return 1


def test_sticks_and_network_drives_of_windows() -> None:
    assert [file_place_name(FilePlace(*one)) for one in lettered(Kernel())] == [
        "stick KINGSTON (E:)", "stick F:", "netwerkschijf H:"
    ]  # fmt: skip


def test_what_a_path_goes_on_with(tmp_path: Path) -> None:
    put(tmp_path / "Overleg" / "x.json", 1)
    put(tmp_path / "ook.json", 1000)
    put(tmp_path / "Oostwaarts.json", 2000)
    put(tmp_path / "anders.json", 3000)
    put(tmp_path / ".ocultus" / "x.json", 1)
    found = places.inside(tmp_path, "o", JSON)
    assert [one.path.name for one in found] == ["Overleg", "Oostwaarts.json", "ook.json"]
    assert [one.path.name for one in places.inside(tmp_path, ".", JSON)] == [".ocultus"]
    assert ".ocultus" not in [one.path.name for one in places.inside(tmp_path, "", JSON)]


def test_sizes_as_people_read_them() -> None:
    assert [size_of(n) for n in (0, 1, 271_400, 1_250_000)] == ["0 kB", "1 kB", "272 kB", "1,2 MB"]
