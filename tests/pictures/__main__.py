"""Draw every picture of `docs/pictures/`: `python -m tests.pictures [name …]`.

`python -m tests.pictures --all FOLDER` draws every screen and state in all sizes and colours of
``tours.LOOKS``, to look at. Each is the real app over a small arrangement with likely data, driven
by keys.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.pictures.scenes import SCENES, Scene
from tests.pictures.svg import svg
from tests.pictures.tours import HERE, LOOKS, TOURS, Look, Tour
from tests.pictures.world import back_then, fill, share
from tests.tui.driving import Driver, driven
from tui.user import settings

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"


def main() -> None:
    if sys.argv[1:2] == ["--all"]:
        folder = Path(sys.argv[2])
        folder.mkdir(parents=True, exist_ok=True)
        for look, tour in _walks():
            asyncio.run(_walk(tour, look, folder))
        return
    FOLDER.mkdir(exist_ok=True)
    wanted = sys.argv[1:]
    for scene in SCENES:
        if not wanted or scene.name in wanted:
            text = asyncio.run(_draw(scene))
            (FOLDER / f"{scene.name}.svg").write_text(text, encoding="utf-8")
            print(scene.name)


def _walks() -> Iterator[tuple[Look, Tour]]:
    for look in LOOKS:
        yield from ((look, tour) for tour in TOURS if tour.main or not look.main)


async def _draw(scene: Scene) -> str:
    async with _app(Look(scene.size, scene.theme), shared=scene.shared) as screen:
        for key in scene.keys:
            await _press(screen, key)
        return svg(screen.strips, scene.title)


async def _walk(tour: Tour, look: Look, folder: Path) -> None:
    """Every picture of a tour in one look, as a file each."""
    width, height = look.size
    async with _app(look, shared=tour.shared) as screen:
        for key in tour.keys:
            if not key.startswith(HERE):
                await _press(screen, key)
                continue
            name = f"{key.removeprefix(HERE)}-{width}x{height}-{look.theme}"
            text = svg(screen.strips, name)
            (folder / f"{name}.svg").write_text(text, encoding="utf-8")
            print(name)


@asynccontextmanager
async def _app(look: Look, *, shared: bool) -> AsyncIterator[Driver]:
    """In a home of its own, so that nothing of whoever draws it shows."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data")
        for name in ("NO_COLOR", "COLORFGBG"):
            os.environ.pop(name, None)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        if look.theme == "none":  # colour is left out at the start only
            os.environ["NO_COLOR"] = "1"
        (Path(home) / "config" / "arrangement" / "screen").mkdir(parents=True)
        settings.save(settings.Settings(theme=look.theme))
        db = Path(home) / "arrangement.db"
        with back_then() as clock:
            fill(db, clock)
            if shared:
                share(db, clock)
            clock.on(10, 2)
            async with driven(db, look.size) as screen:
                if shared:
                    screen.main.folders.look()
                    await screen.until(lambda: screen.main.folders.found)
                yield screen


async def _press(screen: Driver, key: str) -> None:
    text = key.removeprefix("text:")
    await (screen.press(key) if text == key else screen.type(text))


if __name__ == "__main__":
    main()
