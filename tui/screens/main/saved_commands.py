"""Queries that were saved, each a command: in the palette, and with a key where a person gave it
one."""

from dataclasses import dataclass

from storage.records.ids import tail_of
from tui.commands import keymap
from tui.commands.command import Command
from tui.draw.spans import clean
from tui.store import Store


@dataclass(frozen=True)
class SavedCommand(Command):
    """A command that is called as the query is."""

    called: str = ""

    def title(self) -> str:
        return self.called

    def word(self) -> str:
        return self.called


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
