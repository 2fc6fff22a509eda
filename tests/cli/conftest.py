"""Desks: a file with the arrangement of Oost, and someone who types commands at it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from seed.releases import ARRANGEMENT, oost
from storage.store import Store
from tui.__main__ import open_screen
from tui.cli.group import cli


class Desk:
    """One person on one laptop."""

    def __init__(self, db: Path, name: str) -> None:
        self.db = db
        self.name = name
        self.config = db.parent / f"config-{name}"

    def run(self, *words: object, code: int = 0, stdin: bytes | None = None) -> Result:
        """Type a command; it must end with this code."""
        result = self.attempt(*words, stdin=stdin)
        assert result.exit_code == code, (words, result.output)
        return result

    def attempt(self, *words: object, stdin: bytes | None = None) -> Result:
        """Type a command; it may end with any code, never with a traceback."""
        args = ["--db", str(self.db), "--by", self.name, *map(str, words)]
        environment = {"XDG_CONFIG_HOME": str(self.config)}
        result = CliRunner().invoke(cli, args, input=stdin, env=environment, obj=open_screen)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def refused(self, *words: object) -> str:
        """Type a command that is refused with one sentence, and that gives no data."""
        result = self.run(*words, code=1)
        assert result.stdout == ""
        told = sentences(result.stderr)
        assert len(told) == 1, result.stderr
        assert "Traceback" not in told[0]
        return told[0]

    def json(self, *words: object, code: int = 0) -> object:
        """The JSON that a command gives."""
        return json.loads(self.run(*words, "--format", "json", code=code).stdout)

    def show(self, code: str) -> dict[str, object]:
        """A record."""
        found = self.json("show", code)
        assert isinstance(found, dict)
        return found


def sentences(told: str) -> list[str]:
    """What a command said on stderr, without what would leave with a file: an export tells that
    before it tries."""
    lines = told.splitlines()
    return [line for line in lines if not line.startswith(("Gaat mee: ", "Blijft hier: "))]


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the whole arrangement; copy it."""
    path = tmp_path_factory.mktemp("oost") / "oost.db"
    Store.create(path, ARRANGEMENT, oost())
    return path


@pytest.fixture
def desk_of(whole: Path, tmp_path: Path) -> Callable[[str], Desk]:
    """A desk for someone, with a fresh file."""

    def made(name: str) -> Desk:
        return Desk(Path(shutil.copy(whole, tmp_path / f"{name}.db")), name)

    return made


@pytest.fixture
def desk(desk_of: Callable[[str], Desk]) -> Desk:
    """One desk."""
    return desk_of("Anna")
