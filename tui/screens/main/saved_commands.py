"""Queries that were saved or come with the app, each a command: in the palette, and with a key
where a person gave it one."""

from dataclasses import dataclass

from storage.records.ids import tail_of
from storage.search.ready_searches import BY_CODE
from tui.commands import keymap
from tui.commands.command import Command
from tui.draw.spans import clean
from tui.locale import language, say
from tui.store import Store


@dataclass(frozen=True)
class SavedCommand(Command):
    """A command that is called as the query is."""

    called: str = ""

    def title(self) -> str:
        return self.called

    def word(self) -> str:
        return self.called


@dataclass(frozen=True)
class ReadyCommand(Command):
    """A search that comes with the app; its code is given along."""

    def word(self) -> str:
        return BY_CODE[str(self.args[0])].named(language())

    def title(self) -> str:
        return say("title.find", name=self.word())


def saved_commands(store: Store) -> tuple[SavedCommand, ...]:
    """One for each, by name."""
    found = [
        SavedCommand(
            f"{keymap.SAVED}{tail_of(str(one['id'])).replace('-', '_')}",
            group="look",
            does="searching.search_saved",
            args=(str(one.get("query") or ""),),
            called=clean(str(one.get("name") or one.get("query") or "")),
        )
        for one in store.records("searches")
        if one["life"] != "deleted" and not one.get("joined")
    ]
    return tuple(sorted(found, key=lambda one: one.called.casefold()))
