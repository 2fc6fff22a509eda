"""Laptops with the small arrangement, and a folder that they share."""

from pathlib import Path

import pytest

from tests.storage.conftest import ann, bob, laptops, template

__all__ = ["ann", "bob", "laptops", "template"]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "wisselmap"
    folder.mkdir()
    return folder
