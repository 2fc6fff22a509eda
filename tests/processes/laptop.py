"""Laptops on which commands run as programs of their own, which can be killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from random import Random

from tests.cli.conftest import Desk

ROOT = Path(__file__).parents[2]
DONE = (0, 3)  # exit codes after which what was asked has been done
LONG = 120  # seconds after which a command has hung


class Laptop:
    """A file, and what its user remembers of it."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.home = folder / name
        self.home.mkdir()
        self.db = self.home / "klein.db"
        self.acknowledged: set[str] = set()
        """The reasons given with what was done, as far as the program said that it was."""
        self._beside = Desk(self.db, name)
        self._beside.config = self.home / "config"

    def start(self, *words: object) -> subprocess.Popen[str]:
        """Start a command as a program of its own."""
        environment = {**os.environ, "XDG_CONFIG_HOME": str(self.home / "config")}
        return subprocess.Popen(
            [sys.executable, "-m", "tui", "--db", self.db, "--by", self.name, *map(str, words)],
            cwd=ROOT, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def run(self, *words: object) -> None:
        """Run a command to its end; it must do what is asked."""
        started = self.start(*words)
        told = started.communicate(timeout=LONG)
        assert started.returncode in DONE, (self.name, words, told)

    def do(self, *words: object) -> None:
        """The same in this program: that is quicker."""
        result = self._beside.attempt(*words)
        assert result.exit_code in DONE, (self.name, words, result.output)

    def look(self, *words: object) -> object:
        """What a command that only reads gives, in this program."""
        return json.loads(self._beside.attempt(*words, "--format", "json").stdout)

    def reasons(self) -> set[str]:
        """The reasons that were given for all that is known here."""
        found = self.look("history")
        assert isinstance(found, list)
        return {str(one["why"]) for one in found}

    def shared(self) -> tuple[object, ...]:
        """What all have in common once everything has been everywhere."""
        found = json.loads(self._beside.attempt("export", "-").stdout)
        return found["records"], found["acts"], found["erased"], self.look("conflicts")

    def is_sound(self) -> bool:
        return self.look("check") == []

    def disputes(self, code: str, field: str) -> bool:
        """Whether several values stand in a field."""
        found = self.look("conflicts")
        assert isinstance(found, list)
        return any((one["code"], one["field"]) == (code, field) for one in found)

    def erased(self) -> set[str]:
        """The acts that were erased here."""
        found = json.loads(self._beside.attempt("export", "-").stdout)
        return {str(one["id"]) for one in found["erased"]}

    def knows(self, act: str) -> bool:
        """Whether the body of an act is here."""
        found = self.look("history")
        assert isinstance(found, list)
        return any(one["id"] == act for one in found)

    def is_unclean(self) -> bool:
        """Whether the file says that something may be left of what was erased."""
        found = self.look("problems")
        assert isinstance(found, list)
        return any(one["kind"] == "unclean" for one in found)

    def files(self) -> list[Path]:
        """The file, and what SQLite keeps beside it."""
        return [*self.db.parent.glob(f"{self.db.name}*")]

    def reads(self, file: Path) -> bool:
        """Whether a file can be taken in here."""
        return self._beside.attempt("import", "--preview", file).exit_code == 0


class Reaper:
    """Kills programs at a random moment of the time that they usually take."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._usual: dict[str, float] = {}
        self.killed: dict[str, int] = defaultdict(int)
        """How many died before they were done, by the kind of command."""
        self.survived = 0

    def run(self, laptop: Laptop, *words: object, kind: str = "") -> bool:
        """Run a command and kill it somewhere, the first of a kind excepted; says whether the
        program acknowledged that it was done."""
        kind = kind or str(words[0])
        began = time.monotonic()
        program = laptop.start(*words)
        if kind not in self._usual:
            told = program.communicate(timeout=LONG)
            self._usual[kind] = time.monotonic() - began
            assert program.returncode in DONE, (laptop.name, words, told)
            return True
        usual = self._usual[kind]
        try:
            told = program.communicate(timeout=self._dice.uniform(0.3, 1.1) * usual)
        except subprocess.TimeoutExpired:
            program.kill()
            told = program.communicate(timeout=LONG)
        if program.returncode == -signal.SIGKILL:
            self.killed[kind] += 1
            self._usual[kind] = usual * 1.01  # where all die it was slower than that
            return False
        assert program.returncode in DONE, (laptop.name, words, told)
        self.survived += 1
        self._usual[kind] = min(usual, time.monotonic() - began)
        return True
