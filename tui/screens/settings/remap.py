"""Giving commands other keys: one key does one thing on each screen."""

from collections.abc import Mapping, Sequence

from storage.errors import Refused
from tui.commands import keymap
from tui.commands.command import Command
from tui.locale import say
from tui.user.settings import Settings

Own = Mapping[str, keymap.Keys]


Screens = Sequence[tuple[str, Sequence[Command]]]
"""Every screen by its name in the catalogues, with its commands."""


def commands(screens: Screens) -> dict[str, Command]:
    """Every command by its id."""
    return {command.id: command for _, found in screens for command in found}


def against(screens: Screens, command: str, key: str, own: Own) -> str | None:
    """Why a command may not get a key; None when it may."""
    reason = keymap.forbidden(key)
    if reason is not None:
        return reason
    other = clash(screens, command, (key,), own)
    if other is None:
        return None
    return say("remap.clash", pressed=keymap.shown_key(key), other=other.title())


def against_usual(screens: Screens, command: str, own: Own) -> str | None:
    """Why a command may not have its usual keys again; None when it may."""
    reasons = (against(screens, command, key, own) for key in commands(screens)[command].keys
               if key not in keymap.FIXED)  # fmt: skip
    return next((reason for reason in reasons if reason), None)


def clash(screens: Screens, command: str, wanted: keymap.Keys, own: Own) -> Command | None:
    """The command that has one of the keys already on a screen that has this command too."""
    for _, found in screens:
        if all(one.id != command for one in found):
            continue
        for other in found:
            taken = keymap.merged_keys(other.keys, own.get(other.id))
            if other.id != command and set(taken) & set(wanted):
                return other
    return None


def sound(settings: Settings, screens: Screens) -> Settings:
    """The settings without keys for commands that are not there, or that another has already."""
    if not settings.keys:
        return settings
    own: dict[str, keymap.Keys] = dict(settings.keys)
    problems = list(settings.problems)
    again = False
    known = commands(screens)
    for name, wanted in settings.keys.items():
        other = clash(screens, name, wanted, own) if name in known else None
        saved = name.startswith(keymap.SAVED)  # known with the file
        if (name in known or saved) and other is None:
            continue
        del own[name]
        shown = ", ".join(keymap.written_key(key) for key in wanted)
        again = True
        if other is None:
            problems.append(Refused("remap_unknown", name=name))
        else:
            problems.append(Refused("remap_clash", name=name, pressed=shown, other=other.title()))
    found = settings._replace(keys=own, problems=tuple(problems))
    return sound(found, screens) if again else found  # a usual key that came back may clash itself
