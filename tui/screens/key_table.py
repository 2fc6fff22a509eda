"""The key tables of the docs, written anew by ``python -m tui.screens.key_table``; it prints which
keys are still free on each screen."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from storage.files.atomic import write_whole
from tui.commands import keymap
from tui.commands.command import Command
from tui.locale import say, use
from tui.screens.help.screen import key_table
from tui.screens.registry import SCREENS

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"nl": DOCS / "toetsen.md", "en": DOCS / "keys.md"}


def key_page(lang: str) -> Iterator[str]:
    """The whole page, line by line, in a language of the screen."""
    use(lang)
    yield f"# {say('table.title')}"
    yield ""
    yield say("table.intro")
    for name, commands in SCREENS:
        yield ""
        yield f"## {say(name)}"
        yield ""
        yield f"| {say('table.key')} | {say('table.does')} |"
        yield "|---|---|"
        for _, keys in key_table(commands):
            for key, title in keys:
                shown = " ".join(f"`{one}`" for one in key.split("  "))
                yield f"| {shown} | {title} |"


def free(commands: Sequence[Command]) -> list[str]:
    """The keys of one character that no command of a screen has."""
    taken = keymap.TAKEN.union(*(command.keys for command in commands))
    return [key for name, key in keymap.CHARACTERS.items() if name not in taken]


if __name__ == "__main__":
    for lang, path in PAGES.items():
        write_whole(path, ("\n".join(key_page(lang)) + "\n").encode())
    for name, commands in SCREENS:
        print(f"{say(name)}: {' '.join(free(commands))}")
