"""The releases of the arrangement of Oost: frozen files of acts, the same bytes for everyone.

`oost_2014_2016/releases/1.acts.jsonl` holds the first, and each next one only what differs. They
are laid out as segments (contract §3); `seed.next_release` writes them from the TOML beside them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.acts import Act

ARRANGEMENT = "oost-2014-2016"
OOST = Path(__file__).with_name("oost_2014_2016")
RELEASES = OOST / "releases"
PROFILE = "document.toml"  # in a folder of an arrangement: how its document is divided

SHIPPED = ("d7f435471a163f0e4a838cdd40f849036de8ec05955aeb3e0ad54272b144a0a7",)
"""The SHA-256 of the files of the releases that went out with a version. They never change."""


def oost() -> "list[Act]":
    """The arrangement Landsdeel Oost & Platform Bèta Techniek 2014-2016, as released so far."""
    return acts_in(_files())


def brought_lines(arrangement: str) -> list[bytes]:
    """The bytes of all acts that this app brings for an arrangement; none for any other."""
    return _lines(_files()) if arrangement == ARRANGEMENT else []


def acts_in(files: Sequence[Path]) -> "list[Act]":
    """The acts of these releases, one after the other."""
    from storage.acts import act_from

    return [act_from(line) for line in _lines(files)]


def file_of(number: int) -> Path:
    """Where a release stands, or is to stand; the first has number 1."""
    return RELEASES / f"{number}.acts.jsonl"


def _files() -> list[Path]:
    return sorted(RELEASES.iterdir(), key=lambda file: int(file.name.partition(".")[0]))


def _lines(files: Sequence[Path]) -> list[bytes]:
    """The bytes of each act: all lines but the headers."""
    return [line for file in files for line in file.read_bytes().splitlines()[1:]]
