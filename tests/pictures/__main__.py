"""Draw every picture of `docs/pictures/`: `python -m tests.pictures [name …]`.

Each is the real app over a small arrangement with likely data, driven by keys.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from tests.pictures.scenes import SCENES, Scene
from tests.pictures.svg import svg
from tests.pictures.world import back_then, fill, share
from tests.tui.driving import Driver, driven
from tui.user import settings

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    wanted = sys.argv[1:]
    for scene in SCENES:
        if not wanted or scene.name in wanted:
            text = asyncio.run(_draw(scene))
            (FOLDER / f"{scene.name}.svg").write_text(text, encoding="utf-8")
            print(scene.name)


async def _draw(scene: Scene) -> str:
    """In a home of its own, so that nothing of whoever draws it shows."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data")
        for name in ("NO_COLOR", "COLORFGBG"):
            os.environ.pop(name, None)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        (Path(home) / "config" / "arrangement" / "screen").mkdir(parents=True)
        settings.save(settings.Settings())
        db = Path(home) / "arrangement.db"
        with back_then() as clock:
            fill(db, clock)
            if scene.shared:
                share(db, clock)
            clock.on(10, 2)
            async with driven(db, scene.size) as screen:
                if scene.shared:
                    screen.main.folders.look()
                    await screen.until(lambda: screen.main.folders.found)
                for key in scene.keys:
                    await _press(screen, key)
                return svg(screen.strips, scene.title)


async def _press(screen: Driver, key: str) -> None:
    text = key.removeprefix("text:")
    await (screen.press(key) if text == key else screen.type(text))


if __name__ == "__main__":
    main()
