"""Desks with the small arrangement, and places where writing goes wrong."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.faults.places import Stick, stick
from tests.storage.conftest import ann, bob, laptops, template
from tests.storage.small import VHTO, Laptops

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


@pytest.fixture
def given(laptops: Laptops, tmp_path: Path) -> Path:
    """A folder in which bob left what he has; copy it."""
    folder = tmp_path / "gegeven"
    folder.mkdir()
    bob = laptops.store("bob")
    bob.edit(VHTO, {"title": "van bob"})
    for n in range(20):
        bob.add("organisations", {"name": f"Organisatie {n} " * 50})
    bob.exchange.sync(folder)
    return folder
