"""One damaged copy after the other, each told by its seed: what came of every read of it."""

import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random
from unittest.mock import patch

from click.testing import CliRunner

from storage.errors import Refused
from tests.damage.asked import COMMANDS, READS, opened
from tests.damage.harm import HARMS
from tests.damage.odd import spread
from tui.cli import group
from tui.words.contents.plain_text import text_lines

Outcomes = Counter[str]
SPOILT = ("damaged", "foreign", "newer")


def _told(error: Exception) -> int:
    """An error of the program itself is what is looked for."""
    raise error


class Bench:
    """Damages copies of one file, in the place of that file: beside it stand its daily copies."""

    def __init__(self, whole: Path, *, commands: int = 8) -> None:
        self.path = whole
        self.commands = commands
        self._kept = whole.with_name("heel.db")
        shutil.copy(whole, self._kept)

    def one(self, seed: str) -> Outcomes:
        """What came of the reads of one copy. Raises what none may raise."""
        dice = Random(seed)
        self._fresh()
        harm = dice.choice(HARMS)
        harm(self.path, dice)
        outcomes = [*self._typed_some(dice), *self._asked(dice)]
        return Outcomes(f"{harm.__name__}: {outcome}" for outcome in outcomes)

    def odd(self, seed: str) -> Outcomes:
        """The same of a copy in which anything was said of any field, and nothing is damaged."""
        dice = Random(seed)
        self._fresh()
        records = spread(self.path, dice)
        with closing(opened(self.path)) as store:
            assert [one for one in store.check() if one.kind != "set_apart"] == []
            for record in records:
                for ask in (store.page, store.history, store.log.states):
                    ask(record)
                list(text_lines(store.page(record), store.lists.last_year))
        outcomes = [*self._typed_some(dice), *self._asked(dice)]
        assert "damaged" not in outcomes
        return Outcomes(outcomes)

    def _fresh(self) -> None:
        shutil.copy(self._kept, self.path)
        for end in ("-journal", "-wal", "-shm"):
            self.path.with_name(f"{self.path.name}{end}").unlink(missing_ok=True)

    def _typed_some(self, dice: Random) -> list[str]:
        return [self._typed(words) for words in dice.sample(COMMANDS, self.commands)]

    def _typed(self, words: tuple[str, ...]) -> str:
        with patch.object(group, "crashed", _told):
            done = CliRunner().invoke(group.cli, ["--db", str(self.path), *words])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            done.exception.add_note(f"command: {words}")
            raise done.exception
        assert done.exit_code in (0, 1, 3), (words, done.output)
        if done.exit_code != 1:
            return "read"
        if "beschadigd" in done.stderr:
            assert "restore-backup" in done.stderr, (words, done.stderr)
            return "damaged"
        return done.stderr.split(":")[0].strip()[:60]

    def _asked(self, dice: Random) -> list[str]:
        try:
            store = opened(self.path)
        except Refused as refused:
            return [refused.key]
        found = []
        with closing(store):
            for read in READS:
                try:
                    for _ in read(store, dice):
                        pass
                    found.append("read")
                except Refused as refused:
                    found.append(refused.key)
        return found
