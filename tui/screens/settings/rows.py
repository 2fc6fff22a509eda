"""Settings as rows: what is set, its value, and for commands their keys."""

from collections.abc import Iterator, Mapping, Sequence

from tui.commands import keymap
from tui.commands.command import Command
from tui.draw.spans import Line, Span, accent, cut, gap, ink, quiet, row
from tui.locale import known, say
from tui.rows.row import Blank, Heading, Row
from tui.screens.settings.remap import Screens
from tui.user.settings import CHOICES, FLAGS, Settings

NAMES = (*CHOICES, *FLAGS)
LABEL = 20
KEY = "key/"
WHO = "myself"


def value_of(settings: Settings, name: str) -> str:
    """The value of a setting in words."""
    value = getattr(settings, name)
    if isinstance(value, bool):
        return say("settings.on" if value else "settings.off")
    return say(f"settings.{name}_{value}")


class SettingRow:
    """A setting: its name quietly, its value."""

    height = 1

    def __init__(self, name: str, value: str, now: str = "") -> None:
        self.key: str | None = name
        self.value = value
        self.now = now

    def draw(self, width: int) -> Sequence[Line]:
        label = quiet(say(f"settings.{self.key}").ljust(LABEL))
        now = [gap(3), quiet(say("settings.now", value=self.now))] if self.now else []
        return [row(width, [label, ink(self.value), *now])]


class KeyRow:
    """A command, and at the right its keys; those that a person chose say so."""

    height = 1

    def __init__(self, command: Command, own: keymap.Keys | None) -> None:
        self.key: str | None = f"{KEY}{command.id}"
        self.command = command
        self.own = own

    def draw(self, width: int) -> Sequence[Line]:
        found = keymap.merged_keys(self.command.keys, self.own)
        told: list[Span] = []
        for key in found:
            told += [gap(2), accent(keymap.shown_key(key), bold=True)]
        told = told[1:] or [quiet(say("settings.no_key"))]
        if self.own is not None:
            told = [quiet(say("settings.own_key")), gap(3), *told]
        return [row(width, [ink(cut(self.command.title(), width - 30))], told)]


def all_rows(
    settings: Settings, screens: Screens, now: Mapping[str, str], who: str | None
) -> list[Row]:
    """Every setting, and under them the keys; ``now`` is what holds of those left to the app,
    ``who`` the name of who writes, None where there is no file to write in."""
    found: list[Row] = [Heading(say("settings.screen"))]
    found += [SettingRow(name, value_of(settings, name), now.get(name, "")) for name in NAMES]
    found += [SettingRow(WHO, who)] if who is not None else []
    return [*found, *key_rows(settings, screens)]


def key_rows(settings: Settings, screens: Screens) -> Iterator[Row]:
    """The commands that can have another key, each under the first screen that has it."""
    seen: set[str] = set()
    for screen, commands in screens:
        rows: list[Row] = [
            KeyRow(one, settings.keys.get(one.id))
            for one in commands
            if one.id not in seen and not (one.keys and keymap.FIXED.issuperset(one.keys))
        ]
        seen.update(one.id for one in commands)
        if rows:
            yield Blank()
            yield Heading(say("settings.keys", screen=say(screen)))
            yield from rows


def setting_help(name: str | None) -> str:
    """What a setting does, in a sentence or two."""
    if name is None:
        return ""
    found = "key" if name.startswith(KEY) else name
    return say(f"settings.about_{found}") if known(f"settings.about_{found}") else ""
