"""Types random commands, and looks after each at its code, what it said and what it left."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

from click.testing import CliRunner, Result

from storage.errors import Refused
from storage.store import Store
from tests.chance import known
from tests.play.home import at_home
from tests.play.safe import only_inside
from tests.play.screen import Found
from tests.play.words import Call, Desk
from tests.play.worlds import Worlds
from tui.cli import group

MARK = re.compile(r"{(?:code|id|tail|act|meeting|item) \d+}")
CODES = {0, 1, 2, 3}
PROCESSES = 40  # one in so many commands is a process of its own
LOST = ("table_differs", "acts_differ", "damaged")


def play(desk: Desk, worlds: Worlds, counts: Counter[str]) -> None:
    """Type its commands in folders of their own. Raises Found."""
    folder = Path(mkdtemp(prefix="desk-", dir=worlds.folder))
    home = folder / "home"
    try:
        shutil.copytree(worlds.zoo(), home, symlinks=True)
        worlds.copy(desk.world, desk.odd, home / "a.db")
        with known(repr(desk), 2), at_home(folder), only_inside(folder):
            _Typist(desk, home, counts).type_all()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    counts["desks"] += 1


class _Typist:
    def __init__(self, desk: Desk, home: Path, counts: Counter[str]) -> None:
        self.desk, self.home, self.counts = desk, home, counts
        self.done: list[tuple[int, list[str]]] = []
        self.dice = Random(repr(desk))
        self.tree = self._tree()

    def type_all(self) -> None:
        try:
            for call in self.desk.calls:
                self._type(call)
            self._in_order()
        except Exception as error:
            told = f"{error!r}\nin {self.desk._replace(calls=[])}\nafter {self.done}"
            raise Found(told) from error

    def _type(self, call: Call) -> None:
        words = self._filled(call.words)
        given = [] if "--db" in words else ["--db", "a.db"]
        before = self.tree
        self.done.append((-1, words))
        stdin = Path(call.stdin).read_bytes() if call.stdin else b""
        apart = self.dice.randrange(PROCESSES) == 0
        code, out, told = (_process if apart else _inside)([*given, *words], stdin)
        self.done[-1] = (code, words)
        self.counts[f"commands that end with {code}"] += 1
        self.tree = now = self._tree()
        said = f"\n{out[:2000]}\n{told[:2000]}"
        assert code in CODES, f"code {code}{said}"
        assert "Traceback" not in out + told, said
        asks = {"erase", "what"} <= {*words}  # what it would do is shown before it asks
        if code in (1, 2) and not asks:
            changed = {name for name in before if now.get(name) != before[name]}
            assert not changed, f"code {code} and {changed} changed{said}"
            left = now.keys() - before.keys() - {"nieuw.db"}
            assert not left, f"code {code} and {left} are new{said}"
        if code == 1:
            is_check = {"seed", "check"} <= {*words}  # what is wrong in a folder is its data
            assert out == "" or is_check or asks, f"data on stdout{said}"
            assert told.strip(), "refused without a word"
        if "json" in words and "-o" not in words and code in (0, 3) and out.strip():
            at = max(n for n, word in enumerate(words) if word == "json")
            if words[at - 1] == "--format" and not {"--help", "--version"} & {*words}:
                json.loads(out)

    def _in_order(self) -> None:
        """The file is as its acts make it."""
        with closing(Store.open(Path("a.db"))) as store:
            wrong = [one for one in store.check() if one.kind != "set_apart"]
        assert not wrong, f"check: {wrong}"

    def _filled(self, words: tuple[str, ...]) -> list[str]:
        """The words with what the file holds in the place of what stands for it."""
        if not any("{" in word for word in words):
            return [*words]
        try:
            with closing(Store.open(Path("a.db"))) as store:
                query = "SELECT DISTINCT record FROM said ORDER BY record"
                ids = [id_ for (id_,) in store.connection.execute(query)]
                codes = [str(one["code"]) for one in store.records("agreements")[:40]]
                acts = [
                    id_
                    for (id_,) in store.connection.execute("SELECT id FROM acts ORDER BY n DESC")
                ]
        except Refused:
            ids = codes = acts = []
        found: dict[str, str] = {}
        for n in range(12):
            dice = Random(n + len(ids))
            id_ = dice.choice(ids or ["x"])
            found |= {f"{{id {n}}}": id_, f"{{tail {n}}}": id_.partition("/")[2],
                      f"{{code {n}}}": dice.choice(codes or ["x"]),
                      f"{{act {n}}}": acts[n] if n < len(acts) else "x"}  # fmt: skip
        for type_ in ("meetings", "items"):
            some = [id_ for id_ in ids if id_.startswith(f"{type_}/")]
            found |= {f"{{{type_[:-1]} {n}}}": id_ for n, id_ in enumerate(some)}
        return [MARK.sub(lambda mark: found.get(mark[0], "x"), word) for word in words]

    def _tree(self) -> dict[str, str]:
        """Every file there is with its bytes; without what the app remembers for itself."""
        found = {}
        for folder, names, files in os.walk(self.home):
            names[:] = [name for name in names if name not in ("config", "data", "state", "cache")]
            for name in files if not folder.endswith("-reservekopieen") else ():
                path = Path(folder, name)
                link = path.is_symlink()
                data = os.readlink(path).encode() if link else path.read_bytes()
                where = str(path.relative_to(self.home))
                found[where] = hashlib.sha256(data).hexdigest()
        return found


def _inside(words: list[str], stdin: bytes) -> tuple[int, str, str]:
    """In this process; what would be told as an error of the program is raised."""

    def crashed(error: Exception) -> int:
        raise AssertionError("the program itself") from error

    was, group.crashed = group.crashed, crashed
    try:
        result: Result = CliRunner().invoke(group.cli, words, input=stdin)
    finally:
        group.crashed = was
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def _process(words: list[str], stdin: bytes) -> tuple[int, str, str]:
    """As a process of its own, without a terminal."""
    typed: list[Any] = [sys.executable, "-m", "tui", *words]
    if any("\0" in word for word in words) or not _encodable(words):
        return _inside(words, stdin)
    done = subprocess.run(typed, input=stdin, capture_output=True, check=False, timeout=120)
    out, told = (data.decode("utf-8", "replace") for data in (done.stdout, done.stderr))
    assert "fout in het programma" not in told, told
    return done.returncode, out, told


def _encodable(words: list[str]) -> bool:
    try:
        [os.fsencode(word) for word in words]
    except ValueError:
        return False
    return True
