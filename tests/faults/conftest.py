"""Desks with the small arrangement, and places where writing goes wrong."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.faults.places import Stick, stick
from tests.storage.conftest import ann, bob, laptops, template

__all__ = ["ann", "bob", "laptops", "template"]

DeskIn = Callable[[Path], Desk]


@pytest.fixture
def desk_in(template: Path, tmp_path: Path) -> DeskIn:
    """A desk with its file in a folder; what it remembers of itself lies elsewhere."""

    def made(folder: Path) -> Desk:
        desk = Desk(tmp_path / "klein.db", "Anna")
        desk.db = Path(shutil.copy(template, folder / "klein.db"))
        return desk

    return made


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Stick]:
    with stick(tmp_path) as made:
        yield made
