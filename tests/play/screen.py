"""Plays a game on the screen, and looks after each step whether everything holds."""

import asyncio
import shutil
import threading
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from time import monotonic
from typing import Any

from textual import events

from storage.acts import Act
from storage.errors import Refused
from storage.store import Store
from storage.tables.assertions import stored_acts
from tests.chance import known
from tests.play import games
from tests.play.games import Game, Step
from tests.play.held import tables, wrong_on
from tests.play.home import at_home
from tests.play.safe import only_inside
from tests.play.worlds import Worlds
from tests.tui.driving import LOOK, Driver, works
from tui.app import ArrangementApp
from tui.base.base_screen import BaseScreen
from tui.commands import keymap
from tui.screens.main import MainScreen
from tui.screens.main.problem_count import SOON
from tui.screens.main.question import Question
from tui.screens.main.welcome import Welcome
from tui.screens.palette.screen import PaletteScreen
from tui.widgets.row_list import RowList
from tui.widgets.toast import Toast

PATIENCE = 120.0  # seconds that anything may take on a busy machine
MINDED = SOON * 1.5  # seconds in which it begins to look for problems


class Found(AssertionError):  # noqa: N818 - what came of playing
    """Something did not hold, and after which step."""


def play(game: Game, worlds: Worlds, counts: Counter[str]) -> None:
    """Play it in folders of its own, which are gone afterwards. Raises Found."""
    folder = Path(mkdtemp(prefix="game-", dir=worlds.folder))
    path = folder / "play" / "spel.db"
    path.parent.mkdir()
    try:
        shutil.copytree(worlds.zoo(), folder / "home", symlinks=True)
        worlds.copy(game.world, game.odd, path)
        with known(repr(game), 2), at_home(folder), only_inside(folder):
            asyncio.run(_Player(game, path, counts).play())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    counts["games"] += 1


class _Player:
    """One game: the app, what was there before, and what may be taken back."""

    def __init__(self, game: Game, path: Path, counts: Counter[str]) -> None:
        self.counts = counts
        self.game = game
        self.path = path
        self.dice = Random(f"{game.world} {game.odd} {len(game.steps)}")
        self.size = game.size
        self.done: list[object] = []
        self.ended = False
        self.heard: list[str] = []
        self.screen: Driver
        self.showed: list[str] | None = None
        self.again = False
        self.before: tuple[int, dict[str, list[dict[str, object]]] | None] = (0, None)
        self.turned: tuple[Any, Any] | None = None

    async def play(self) -> None:
        asyncio.get_running_loop().set_exception_handler(self._hear)
        before, threading.excepthook = threading.excepthook, self._hear_thread
        left = list(self.game.steps)
        try:
            while True:
                self.done.append(f"opened at {self.size}")
                left = await self._session(left)
                if not left:
                    return
        except Exception as error:
            raise Found(self._told(repr(error))) from error
        finally:
            threading.excepthook = before

    def _told(self, what: str) -> str:
        game = self.game._replace(steps=[])
        return f"{what}\nin {game}\nafter {self.done}"

    def _hear(self, _: object, context: dict[str, Any]) -> None:
        self.heard.append(f"{context.get('message')}: {context.get('exception')!r}")

    def _hear_thread(self, args: Any) -> None:
        self.heard.append(f"{args.thread}: {args.exc_value!r}")

    async def _session(self, left: list[Step]) -> list[Step]:
        """The app, from its start until it ends; gives the steps that are left."""
        app = ArrangementApp(self.path, self.game.lang)
        async with app.run_test(size=self.size):
            self.screen = Driver(app)
            await self._rest()
            self._remember()
            await self._look(whole=True)
            if self.showed is not None:
                await self._looked()
                self._the_same()
                if self.showed is not None:
                    return left
            for n, step in enumerate(left):
                self.done.append(step)
                self.counts[type(step).__name__] += 1
                if isinstance(step, games.Restarted):
                    if await self._home() and not self._first:
                        await self._settled()
                        self.showed, self.again = self._shows(), True
                    return left[n + 1 :]
                await self._do(step)
                if self._gone:
                    return left[n + 1 :]
                await self._look(whole=n % 4 == 0 and self.game.world != "many")
                self._wrote()
        return []

    # doing

    async def _do(self, step: Step) -> None:
        match step:
            case games.Keys(names):
                await self._press(*names)
            case games.Do(n):
                await self._command(n)
            case games.Pasted(text):
                self._send(events.Paste(text))
                await self._rest()
            case games.Clicked(x, y):
                width, height = self.screen.app.size
                place = (width * x // 100, height * y // 100)
                with suppress(Exception):  # outside, where something else came to stand
                    await self.screen.pilot.click(offset=place)
                await self._rest()
            case games.Resized(width, height):
                await self.screen.pilot.resize_terminal(width, height)
                self.size = (width, height)
                await self._rest()
            case games.Elsewhere(n):
                self._write_elsewhere(n)
                await self._looked()
            case games.Waited():
                await self._looked()
            case games.TakenBack():
                await self._take_back()

    def _send(self, event: events.Event) -> None:
        self.screen.app.post_message(event)

    async def _press(self, *names: str) -> None:
        for name in (keymap.NAMES.get(name, name) for name in names):
            self.counts["keys"] += 1
            character = keymap.CHARACTERS.get(name) or (name if len(name) == 1 else None)
            character = {"space": " "}.get(name, character)
            self._send(events.Key(name, character))
        await self._rest()

    async def _command(self, n: int) -> None:
        """A command of the palette, by its key where it has one, else as the palette does it."""
        screen = self.screen.app.screen
        if (
            isinstance(screen, PaletteScreen)
            or not isinstance(screen, BaseScreen)
            or not screen.DOES
        ):
            return
        command = screen.DOES[n % len(screen.DOES)]
        if command.id == "quit":
            return
        self.done[-1] = f"{self.done[-1]}={command.id}"
        screen.do_later(command.id)
        await self._rest()

    def _write_elsewhere(self, n: int) -> None:
        """As another process on this laptop does."""
        with suppress(Refused), closing(Store.open(self.path, "Elders")) as store:
            records = [str(one["id"]) for one in store.records("agreements")[:40]] or [""]
            record = records[n * 7 % len(records)]
            match n:
                case 0:
                    store.edit(record, {"title": "Van elders"})
                case 1:
                    store.delete(record)
                case 2:
                    store.note(record, "van elders")
                case 3:
                    store.add("regions", {"name": "Elders", "short": "ELD"})
                case 4:
                    store.undo()
                case _:
                    store.restore(record)
        self._remember()

    # waiting

    @property
    def _gone(self) -> bool:
        app = self.screen.app
        return app.return_code is not None or not app.is_running or app.crashed is not None

    async def _rest(self) -> None:
        """Until nothing moves, no thread that reads either."""
        app = self.screen.app
        ends = monotonic() + PATIENCE
        while not self._gone:
            await self.screen.rest()
            if not app.screen_stack:
                return
            if not works(app) and not (app.main.ready and app.main.browser.travel.moving):
                return
            if monotonic() > ends:
                raise AssertionError("never at rest")
            await asyncio.sleep(LOOK)

    # what must hold

    async def _looked(self) -> None:
        """What happens when time goes by: the screen looks at the file, and for problems."""
        app = self.screen.app
        app.call_later(app.look)
        await self._rest()
        await asyncio.sleep(MINDED)
        await self._rest()

    async def _look(self, *, whole: bool) -> None:
        if self._gone:
            return
        found = list(wrong_on(self.screen, whole=whole, odd=self.game.odd > 0))
        if found and not whole:
            await self._rest()
        if found:  # something may have come in between
            await asyncio.sleep(0.05)
            await self._rest()
            if self._gone:
                return
            found = list(wrong_on(self.screen, whole=whole, odd=self.game.odd > 0))
        found += self.heard
        if found:
            raise AssertionError(f"{found}\n{self.screen.text}")

    def _count(self, store: Store) -> int:
        (n,) = store.connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
        return int(n)

    def _remember(self) -> None:
        """How the tables stand now, to compare with what undo gives back."""
        self.turned = None
        if self.game.world == "many":
            return
        with closing(Store.open(self.path)) as store:
            self.before = self._count(store), tables(store)

    def _wrote(self) -> None:
        """Whether the last step wrote one change of mine, which can be taken back then."""
        n, before = self.before
        if before is None:
            return
        with closing(Store.open(self.path)) as store:
            if self._count(store) == n:
                return
            acts = [*stored_acts(store.connection, "n > ?", (n,))]
            now = tables(store)
            self.before = self._count(store), now
            said = [act for act in acts if not _names_only(act)]
            undoable = len(said) == 1 and not said[0].undo and said[0].device == store.device
            self.turned = (before, now) if undoable else None
            self.counts["changes"] += len(said)

    async def _take_back(self) -> None:
        """Undo of what was changed last gives the tables of before, and redo those of after."""
        turned = self.turned
        if turned is None or not await self._home():
            return
        self.screen.app.main.browser.travel.end()
        before, now = turned
        for key, wanted in (("u", before), ("ctrl+r", now), ("u", before)):
            await self._press(key)
            if self._gone:
                return
            with closing(Store.open(self.path)) as store:
                found = tables(store)
            if told := _difference(wanted, found):
                raise AssertionError(f"{key} gives {told}")
        self.counts["taken back"] += 1
        self._remember()

    async def _home(self) -> bool:
        """Back to the main screen with Esc; whether that leads there."""
        if getattr(self.screen.app.screen, "too_small", False):
            await self._do(games.Resized(80, 24))
        for _ in range(12):
            if self._gone:
                return False
            screen = self.screen.app.screen
            if isinstance(screen, MainScreen) and not screen.occupied:
                return screen.ready
            await self._press("escape")
        raise AssertionError(f"Esc does not lead back\n{self.screen.text}")

    # a restart

    async def _settled(self) -> None:
        """Nothing on the main screen that goes with the moment: how it stood, marks, a toast."""
        main = self.screen.app.main
        main.browser.travel.end()
        main.browser.marks.clear()
        main.panes.enlarge(large=False)
        main.panes.page.top = 0
        for rows in main.query(RowList):  # where a list was scrolled to is not kept
            key = rows.key
            rows.forget()
            rows.select(key)
        main.reload()
        await self._looked()

    @property
    def _first(self) -> bool:
        """Whether something shows that is told at the first start only."""
        return bool(self.screen.app.main.query(Welcome))

    def _shows(self) -> list[str]:
        """What the main screen shows, without footer, toast and what is said at a start."""
        main = self.screen.app.main
        over = {line for one in main.query(Toast) if one.display
                for line in range(one.region.y, one.region.bottom)}  # fmt: skip
        over |= {line for one in (*main.query(Welcome), *main.query(Question))
                 for line in range(one.region.y, one.region.bottom)}  # fmt: skip
        lines = self.screen.lines[:-1]
        return ["" if n in over else line.rstrip() for n, line in enumerate(lines)]

    def _the_same(self) -> None:
        """A restart shows the same: at the first one what was left, at the second all of it."""
        showed, now = self.showed or [], self._shows()
        differ = [
            (n, a, b)
            for n, (a, b) in enumerate(zip(showed, now, strict=True))
            if a != b and "" not in (a, b)
        ]
        if differ:
            which = "left" if self.again else "restarted"
            told = "\n".join(f"{n}\n{a}\n{b}" for n, a, b in differ)
            raise AssertionError(f"{which}, and then:\n{told}")
        self.counts["restarts"] += 1
        self.showed, self.again = (now, False) if self.again else (None, False)


def _names_only(act: Act) -> bool:
    """Whether it says who writes, and nothing else."""
    return bool(act.set) and all(one.record.startswith("authors/") for one in act.set)


def _difference(wanted: dict[str, list], found: dict[str, list]) -> str:
    """What differs, but for the life of records of which it never came: a deletion that is taken
    back is all that is known of it then, and makes them contested (contract §2, rule 6c)."""
    told = []
    for type_, rows in wanted.items():
        ours = {one["id"]: one for one in rows}
        theirs = {one["id"]: one for one in found[type_]}
        for id_ in ours.keys() | theirs.keys():
            a, b = ours.get(id_, {}), theirs.get(id_, {})
            if "life" in (*a.get("incomplete", ()), *b.get("incomplete", ())):
                continue
            keys_ = [key for key in a.keys() | b.keys() if a.get(key) != b.get(key)]
            told += [f"{id_}.{key}: {a.get(key)!r} now {b.get(key)!r}" for key in keys_]
    return "; ".join(told)
