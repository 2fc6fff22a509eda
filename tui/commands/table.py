"""The key table of ``docs/keys.md``: ``python -m tui.commands.table > docs/keys.md``."""

from collections.abc import Iterator

from tui.commands.base import Command
from tui.locale import say, use
from tui.screens.caution import CautionScreen
from tui.screens.conflict import ConflictScreen
from tui.screens.help import key_table
from tui.screens.history import HistoryScreen
from tui.screens.main import MainScreen
from tui.screens.palette import PaletteScreen
from tui.screens.search import SearchScreen
from tui.screens.trouble import TroubleScreen

SCREENS: tuple[tuple[str, tuple[type[Command], ...]], ...] = (
    ("help.screen_main", MainScreen.DOES),
    ("help.screen_search", SearchScreen.DOES),
    ("help.screen_history", HistoryScreen.DOES),
    ("help.screen_conflict", ConflictScreen.DOES),
    ("help.screen_palette", PaletteScreen.DOES),
    ("help.screen_trouble", TroubleScreen.DOES),
    ("help.screen_caution", CautionScreen.DOES),
)


def page() -> Iterator[str]:
    """The whole page, line by line, in Dutch as on the screen."""
    use("nl")
    yield "# Toetsen"
    yield ""
    yield "Gemaakt uit de opdrachten zelf met `python -m tui.commands.table > docs/keys.md`."
    for name, commands in SCREENS:
        yield ""
        yield f"## {say(name)}"
        yield ""
        yield "| toets | doet |"
        yield "|---|---|"
        for _, keys in key_table(commands):
            for key, title in keys:
                shown = " ".join(f"`{one}`" for one in key.split("  "))
                yield f"| {shown} | {title} |"


if __name__ == "__main__":
    print("\n".join(page()))
