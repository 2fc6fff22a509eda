"""What lies in an exchange folder, and what a desk shows of what came with it."""

import hashlib
from pathlib import Path

from tests.cli.conftest import Desk

CODE = "KLEIN-2-TWE-01"


def segments(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*.acts.jsonl") if not one.name.startswith(".")]


def assert_whole(folder: Path) -> None:
    for one in segments(folder):
        assert hashlib.sha256(one.read_bytes()).hexdigest() == one.name[:64]
    assert list(folder.rglob(".*")) == []


def title(desk: Desk) -> object:
    return desk.show(CODE)["title"]
