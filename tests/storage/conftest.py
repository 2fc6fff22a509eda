"""The small arrangement as a file, and laptops with copies of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import Store
from tests.storage.small import ARRANGEMENT, Laptops, small


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; tests get copies."""
    path = tmp_path_factory.mktemp("template") / "klein.db"
    Store.create(path, ARRANGEMENT, small())
    return path


@pytest.fixture
def laptops(template: Path, tmp_path: Path) -> Iterator[Laptops]:
    made = Laptops(template, tmp_path)
    yield made
    made.close()


@pytest.fixture
def ann(laptops: Laptops) -> Store:
    return laptops.store("ann")


@pytest.fixture
def bob(laptops: Laptops) -> Store:
    return laptops.store("bob")
